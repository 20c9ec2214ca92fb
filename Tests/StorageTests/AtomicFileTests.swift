import Glibc
import Testing

@testable import Storage

@Suite struct AtomicFileTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func writesAndReplaces() throws {
    let path = scratch.file("report.html")
    try AtomicFile.write("first", to: path)
    #expect(try contents(path) == Array("first".utf8))
    chmod(path, 0o640)
    var file = try AtomicFile(at: path)
    let part = [UInt8](repeating: 65, count: 700_000)
    for _ in 0..<4 { try file.write(part) }
    #expect(try contents(path) == Array("first".utf8))
    try file.commit()
    #expect(try contents(path) == part + part + part + part)
    #expect(FileStatus(of: path).map { $0.mode & 0o777 } == 0o640)
    #expect(names(in: scratch.path) == ["report.html"])
  }

  @Test func dropped() throws {
    let path = scratch.file("report.html")
    try AtomicFile.write("first", to: path)
    do {
      var file = try AtomicFile(at: path)
      try file.write("second")
    }
    #expect(try contents(path) == Array("first".utf8))
    #expect(names(in: scratch.path) == ["report.html"])
  }

  @Test func whatAKilledWriterLeftIsRemoved() throws {
    try overwrite(scratch.file(".report.html.partial-1-1"), [1, 2])
    try overwrite(scratch.file(".other.html.partial-1-1"), [1, 2])
    let living = try AtomicFile(at: scratch.file("report.html"))
    try AtomicFile.write("second", to: scratch.file("report.html"))
    #expect(names(in: scratch.path).count == 3)
    try living.commit()
    #expect(names(in: scratch.path) == [".other.html.partial-1-1", "report.html"])
  }

  @Test func placesThatAreNoFile() throws {
    mkdir(scratch.file("folder"), 0o777)
    #expect(throws: StorageFault.notARegularFile(path: scratch.file("folder"))) {
      try AtomicFile.write("", to: scratch.file("folder"))
    }
    #expect(throws: StorageFault.notARegularFile(path: "/dev/null")) {
      try AtomicFile.write("", to: "/dev/null")
    }
    let missing = scratch.file("none/report.html")
    #expect(throws: StorageFault.cannotWrite(path: missing, doing: "write", errno: ENOENT)) {
      try AtomicFile.write("", to: missing)
    }
    try overwrite(scratch.file("file"), [])
    let below = scratch.file("file/report.html")
    #expect(throws: StorageFault.cannotWrite(path: below, doing: "write", errno: ENOTDIR)) {
      try AtomicFile.write("", to: below)
    }
    #expect(throws: StorageFault.cannotWrite(path: "folder/", doing: "write", errno: EISDIR)) {
      try AtomicFile.write("", to: "folder/")
    }
  }

  @Test func theLongestNames() throws {
    for name in [String(repeating: "n", count: 255), String(repeating: "ä", count: 127)] {
      try AtomicFile.write("x", to: scratch.file(name))
      #expect(try contents(scratch.file(name)) == [UInt8(ascii: "x")])
    }
  }

  @Test func aLinkIsReplacedNotFollowed() throws {
    try overwrite(scratch.file("precious"), [1])
    symlink(scratch.file("precious"), scratch.file("report.html"))
    try AtomicFile.write("new", to: scratch.file("report.html"))
    #expect(try contents(scratch.file("precious")) == [1])
    #expect(FileStatus(of: scratch.file("report.html"))?.isRegular == true)
  }

  @Test func faultsSpeak() {
    let fault = StorageFault.cannotWrite(path: "a/b.html", doing: "write", errno: ENOSPC)
    #expect(fault.message == "cannot write a/b.html: No space left on device (error 28)")
    #expect(fault.advice == "Free space on the disk, or write to another one with -o.")
    #expect(fault.exitCode == 5)
    #expect(StorageFault.cannotRead(path: "a", errno: ENOENT).exitCode == 4)
    #expect(StorageFault.held(path: "a", process: 7).message == "a is being written by process 7")
  }

  @Test func theLockNamesItsHolder() throws {
    let path = scratch.file("report.html")
    do {
      let lock = try FileLock(for: path)
      #expect(throws: StorageFault.held(path: path, process: getpid())) { try FileLock(for: path) }
      withExtendedLifetime(lock) {}
    }
    #expect(names(in: scratch.path).isEmpty)
    // Left by a process that was killed: nobody holds it.
    try overwrite(scratch.file(".report.html.lock"), Array("1\n".utf8))
    let lock = try FileLock(for: path)
    withExtendedLifetime(lock) {}
  }

  @Test func oneOfManyGetsTheLock() throws {
    let path = scratch.file("report.html")
    let inside = Counter()
    let rounds = inParallel(2000, threads: 8) { _ in
      guard let lock = try? FileLock(for: path) else { return true }
      let alone = inside.enter()
      inside.leave()
      withExtendedLifetime(lock) {}
      return alone
    }
    #expect(rounds.allSatisfy { $0 })
  }

  @Test func progressIsShownAfterASecondAndErased() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    do {
      var early = ProgressLine(descriptor: ends[1], isShown: true)
      early.show("too early")
    }
    do {
      let begun = monotonicMilliseconds() - 1500
      var line = ProgressLine(descriptor: ends[1], isShown: true, started: begun)
      line.show("fitting\n\u{1B}[31m \(String(repeating: "x", count: 100))")
      line.show("too soon after")
    }
    do {
      let begun = monotonicMilliseconds() - 1500
      var hidden = ProgressLine(descriptor: ends[1], isShown: false, started: begun)
      hidden.show("hidden")
    }
    close(ends[1])
    let text = String(
      decoding: try File(owning: ends[0], path: "pipe").readAll(limit: 10_000), as: UTF8.self)
    let shown = "fitting  [31m " + String(repeating: "x", count: 65)
    #expect(text == "\r\(shown)\u{1B}[K\r\u{1B}[K")
  }
}
