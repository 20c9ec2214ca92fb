import Glibc
import Testing

@testable import Storage

/// A process that is killed at any instant leaves nothing or the whole thing.
@Suite struct KillTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let calls = [
    "openat", "mkdir", "flock", "write", "fsync", "rename", "unlink", "rmdir", "close", "pread64",
    "newfstatat", "getdents64",
  ]

  /// Kills the probe at the first, second, third … call of a kind until it comes through.
  private func killAtEach(
    _ call: String, _ arguments: [String], _ check: () throws -> Void
  ) throws -> Int {
    for time in 1..<500 {
      let run = try Probe.run(arguments, injecting: "\(call):signal=SIGKILL:when=\(time)")
      try check()
      if run.ending == .exited(0) { return time - 1 }
      try #require(run.ending == .signalled(SIGKILL), "\(run.errors)")
    }
    Issue.record("the probe never came through")
    return 0
  }

  @Test(arguments: calls) func theStoreSurvivesADeathAtEachCall(_ call: String) throws {
    let root = scratch.file("cache")
    let deaths = try killAtEach(call, ["store", root, "2"]) { try checkStore(root) }
    let store = try ArtifactStore(at: root) { Issue.record("\($0.message)") }
    #expect(store.list().count == 2)
    #expect(deaths > 0 || ["unlink", "rmdir"].contains(call))
  }

  private func checkStore(_ root: String) throws {
    let store = try ArtifactStore(at: root) { Issue.record("\($0.message)") }
    #expect(names(in: "\(root)/temporary").isEmpty)
    for number in 0..<2 {
      guard let entry = store.entry(Digest(of: "\(number)")) else { continue }
      #expect(entry.metadata["number"] == .int(number))
      #expect(
        try entry.payload("data")?.read() == [UInt8](repeating: UInt8(number), count: 3000))
    }
  }

  @Test(arguments: ["openat", "write", "fsync", "rename", "flock", "close"])
  func anOutputSurvivesADeathAtEachCall(_ call: String) throws {
    let path = scratch.file("report.html")
    try AtomicFile.write("old", to: path)
    let new = [UInt8](repeating: UInt8(ascii: "a") + UInt8(3_000_000 % 26), count: 3_000_000)
    let deaths = try killAtEach(call, ["file", path, "3000000"]) {
      let found = try contents(path)
      #expect(found == Array("old".utf8) || found == new)
    }
    #expect(deaths > 0)
    #expect(try contents(path) == new)
    #expect(names(in: scratch.path) == ["report.html"])
  }

  @Test(arguments: ["write", "fsync", "rename"], ["ENOSPC", "EIO", "EDQUOT", "EROFS"])
  func anOutputThatFailsStaysAsItWas(_ call: String, _ error: String) throws {
    let path = scratch.file("report.html")
    var failures = 0
    for time in 1..<50 {
      try AtomicFile.write("old", to: path)
      let run = try Probe.run(
        ["file", path, "3000000"], injecting: "\(call):error=\(error):when=\(time)")
      #expect(names(in: scratch.path) == ["report.html"])
      if run.ending == .exited(0) { break }
      #expect(run.ending == .exited(5))
      failures += 1
      // The last fsync is that of the folder: the file has its name by then.
      if call != "fsync" || time == 1 { #expect(try contents(path) == Array("old".utf8)) }
    }
    #expect((1..<10).contains(failures))
  }

  @Test func interruptedCallsAreRepeated() throws {
    let path = scratch.file("report.html")
    for call in ["write", "fsync", "flock"] {
      let run = try Probe.run(["file", path, "3000000"], injecting: "\(call):error=EINTR:when=1")
      #expect(run.ending == .exited(0))
    }
    #expect(try contents(path).count == 3_000_000)
  }

  @Test func randomDeaths() throws {
    let root = scratch.file("cache")
    var random = SplitMix(state: 3)
    for round in 0..<60 {
      let child = try Probe.start("store", root, "1000000")
      usleep(UInt32(random.below(40_000)))
      child.signal(SIGKILL)
      #expect(child.stop() == .signalled(SIGKILL))
      let store = try ArtifactStore(at: root) { Issue.record("\($0.message)") }
      #expect(names(in: "\(root)/temporary").isEmpty)
      let listing = store.list()
      for item in listing { #expect(store.entry(item.key) != nil) }
      if round % 20 == 19 {
        #expect(!listing.isEmpty)
        store.clear()
      }
    }
  }

  @Test func theLockIsFreedWhenItsHolderDies() throws {
    let path = scratch.file("report.html")
    let child = try Probe.start("lock", path)
    #expect(try child.next(within: 10_000) == .message(["locked": true]))
    #expect(throws: StorageFault.held(path: path, process: child.process)) {
      try FileLock(for: path)
    }
    child.signal(SIGKILL)
    #expect(child.stop() == .signalled(SIGKILL))
    let lock = try FileLock(for: path)
    withExtendedLifetime(lock) {}
  }

  @Test func aFileBeyondTheProcessLimit() throws {
    let path = scratch.file("report.html")
    try AtomicFile.write("old", to: path)
    let child = try Probe.start("limit", path)
    while child.ending == nil { _ = try? child.next(within: 10_000) }
    #expect(child.ending == .exited(5))
    #expect(try contents(path) == Array("old".utf8))
    #expect(names(in: scratch.path) == ["report.html"])
  }
}
