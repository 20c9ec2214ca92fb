import Glibc
import Testing

@testable import Storage

/// A real small file system, where this process may mount one; strace stands in elsewhere, in
/// ``KillTests``.
@Suite(.enabled(if: geteuid() == 0 && SmallDisk.canMount, "only root may mount"))
struct FullDiskTests {
  @Test func aFullDisk() throws {
    let disk = try SmallDisk()
    let path = disk.file("report.html")
    try AtomicFile.write("old", to: path)
    let big = [UInt8](repeating: 1, count: 2 << 20)
    #expect(throws: StorageFault.cannotWrite(path: path, doing: "write", errno: ENOSPC)) {
      try AtomicFile.write(big, to: path)
    }
    #expect(try contents(path) == Array("old".utf8))
    #expect(names(in: disk.path) == ["report.html"])
    let store = try ArtifactStore(at: disk.file("cache")) { Issue.record("\($0.message)") }
    do {
      let writer = try store.begin(Digest(of: "key"))
      let place = try writer.payload("data")
      #expect(throws: StorageFault.cannotWrite(path: place, doing: "write", errno: ENOSPC)) {
        try writer.write(big, as: "data")
      }
    }
    #expect(names(in: disk.file("cache/temporary")).isEmpty)
    #expect(store.entry(Digest(of: "key")) == nil)
  }

  @Test func aReadOnlyDisk() throws {
    let disk = try SmallDisk()
    let path = disk.file("report.html")
    try AtomicFile.write("old", to: path)
    try disk.makeReadOnly()
    #expect(throws: StorageFault.cannotWrite(path: path, doing: "write", errno: EROFS)) {
      try AtomicFile.write("new", to: path)
    }
    #expect(throws: StorageFault.cannotWrite(path: path, doing: "lock", errno: EROFS)) {
      try FileLock(for: path)
    }
    let entries = disk.file("cache/entries")
    let fault = #expect(throws: StorageFault.self) {
      try ArtifactStore(at: disk.file("cache")) { _ in }
    }
    #expect(fault?.exitCode == 5, "\(entries)")
    #expect(try contents(path) == Array("old".utf8))
  }
}

/// A file system of 1 MiB in memory, unmounted when it goes away.
final class SmallDisk {
  let path: String
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    path = scratch.file("disk")
    mkdir(path, 0o777)
    try #require(mount("tmpfs", path, "tmpfs", 0, "size=1m") == 0)
  }

  deinit { umount(path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func makeReadOnly() throws {
    let flags = UInt(MS_RDONLY) | UInt(MS_REMOUNT)
    try #require(mount("tmpfs", path, "tmpfs", flags, nil) == 0)
  }

  /// Whether mounting works at all: containers often forbid it even to root.
  static let canMount = (try? SmallDisk()) != nil
}
