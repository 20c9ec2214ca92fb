import Foundation
import Glibc
import Testing

@testable import Storage

/// A folder that the program keeps, with files of others in it.
@Suite struct KeptFolderTests {
  private typealias File = KeptFolder.File

  private func file(_ path: String, _ text: String) -> File {
    File(path, bytes: Array(text.utf8))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func withScratchFolder(_ body: (String) throws -> Void) throws {
    let scratch = try Scratch()
    try body(scratch.path)
    withExtendedLifetime(scratch) {}
  }

  private func inode(_ path: String) -> UInt? { FileStatus(of: path)?.inode }

  @Test func onlyWhatChangedIsWritten() throws {
    try withScratchFolder { root in
      let folder = KeptFolder(at: root + "/study.files")
      let first = try folder.keep([file("a/x.csv", "1"), file("b/y.csv", "2")])
      #expect(first.written == ["a/x.csv", "b/y.csv"])
      let before = [inode(folder.path + "/a/x.csv"), inode(folder.path + "/files.json")]
      #expect(try folder.keep([file("a/x.csv", "1"), file("b/y.csv", "2")]) == .init())
      #expect(before == [inode(folder.path + "/a/x.csv"), inode(folder.path + "/files.json")])
      let second = try folder.keep([file("a/x.csv", "1"), file("b/y.csv", "3")])
      #expect(second.written == ["b/y.csv"])
      #expect(inode(folder.path + "/a/x.csv") == before[0])
      #expect(try text(folder.path + "/b/y.csv") == "3")
      #expect(names(in: folder.path) == ["a", "b", "files.json"])
    }
  }

  @Test func whatIsNoLongerMadeGoesUnlessSomebodyChangedIt() throws {
    try withScratchFolder { root in
      let folder = KeptFolder(at: root + "/study.files")
      _ = try folder.keep([file("a/x", "1"), file("a/y", "2"), file("b/z", "3")])
      try "mine".write(toFile: folder.path + "/a/own", atomically: true, encoding: .utf8)
      try "changed".write(toFile: folder.path + "/a/y", atomically: true, encoding: .utf8)
      let outcome = try folder.keep([])
      #expect(outcome.removed == ["a/x", "b/z"] && outcome.left == ["a/y"])
      #expect(names(in: folder.path) == ["a", "files.json"])
      #expect(names(in: folder.path + "/a") == ["own", "y"])
      // What was changed is no longer the program's.
      #expect(throws: StorageFault.notOurs(path: folder.path + "/a/y")) {
        try folder.keep([file("a/y", "2")])
      }
      #expect(try text(folder.path + "/a/y") == "changed")
    }
  }

  @Test func filesOfOthersAreNotWrittenOver() throws {
    try withScratchFolder { root in
      let folder = KeptFolder(at: root + "/study.files")
      try FileManager.default.createDirectory(
        atPath: folder.path + "/a", withIntermediateDirectories: true)
      try "theirs".write(toFile: folder.path + "/a/x", atomically: true, encoding: .utf8)
      #expect(throws: StorageFault.notOurs(path: folder.path + "/a/x")) {
        try folder.keep([file("a/x", "1"), file("a/y", "2")])
      }
      // Nothing was begun.
      #expect(names(in: folder.path) == ["a"] && names(in: folder.path + "/a") == ["x"])
      // The same bytes need no quarrel: a list that was lost is made again.
      #expect(try folder.keep([file("a/x", "theirs")]).written == [])
      #expect(try folder.keep([]).removed == ["a/x"])
    }
  }

  @Test func aFileThatWasTouchedIsLookedAt() throws {
    try withScratchFolder { root in
      let folder = KeptFolder(at: root + "/study.files")
      let path = folder.path + "/x"
      _ = try folder.keep([file("x", "12345")])
      usleep(20_000)
      try "54321".write(toFile: path, atomically: false, encoding: .utf8)
      #expect(try folder.keep([file("x", "12345")]).written == ["x"])
      #expect(try text(path) == "12345")
    }
  }

  @Test func theListIsNotTrustedWithPathsElsewhere() throws {
    try withScratchFolder { root in
      let folder = KeptFolder(at: root + "/study.files")
      let victim = root + "/victim"
      try "v".write(toFile: victim, atomically: true, encoding: .utf8)
      _ = try folder.keep([file("x", "1")])
      let digest = Digest(of: Array("v".utf8)).hex
      for path in ["../victim", victim, "a/../../victim", "./../victim"] {
        try #"{"schema":1,"files":[{"path":"\#(path)","sha256":"\#(digest)","bytes":1}]}"#.write(
          toFile: folder.path + "/files.json", atomically: true, encoding: .utf8)
        _ = try folder.keep([])
        #expect(FileStatus(of: victim) != nil, "\(path)")
      }
    }
  }

  @Test func whatADeadWriterLeftIsRemoved() throws {
    try withScratchFolder { root in
      let folder = KeptFolder(at: root + "/study.files")
      let abandoned = folder.path + "/.scarp-1-1"
      try FileManager.default.createDirectory(
        atPath: abandoned, withIntermediateDirectories: true)
      try "half".write(toFile: abandoned + "/0", atomically: true, encoding: .utf8)
      _ = try folder.keep([file("x", "1")])
      #expect(names(in: folder.path) == ["files.json", "x"])
    }
  }

  @Test func nothingIsMadeOfNothing() throws {
    try withScratchFolder { root throws in
      let folder = KeptFolder(at: root + "/study.files")
      #expect(try folder.keep([]) == .init())
      #expect(FileStatus(of: folder.path) == nil)
    }
  }

  @Test func aDamagedPayloadLeavesEverythingAsItWas() throws {
    try withScratchFolder { root in
      let store = try ArtifactStore(at: root + "/cache", durable: false, threads: 1) { _ in }
      let writer = try store.begin(Digest(of: "key"))
      try writer.write(Array("cells".utf8), as: "raster.tif")
      let payload = try #require(try writer.commit(.null).payload("raster.tif"))
      let folder = KeptFolder(at: root + "/study.files")
      _ = try folder.keep([file("a", "1"), File("r.tif", copying: payload)])
      #expect(try text(folder.path + "/r.tif") == "cells")
      chmod(payload.path, 0o666)
      try "CELLS".write(toFile: payload.path, atomically: false, encoding: .utf8)
      unlink(folder.path + "/r.tif")
      #expect(throws: StorageFault.changedWhileRead(path: payload.path)) {
        try folder.keep([file("a", "2"), File("r.tif", copying: payload)])
      }
      #expect(try text(folder.path + "/a") == "1")
      #expect(names(in: folder.path) == ["a", "files.json"])
    }
  }
}
