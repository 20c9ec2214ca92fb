import Glibc
import Synchronization
import Testing

@testable import Storage

@Suite struct ArtifactStoreTests {
  let scratch: Scratch
  let warnings = Warnings()

  init() throws { scratch = try Scratch() }

  func open() throws -> ArtifactStore {
    try ArtifactStore(at: scratch.file("cache")) { [warnings] in warnings.add($0) }
  }

  @discardableResult
  func put(_ key: Digest, in store: ArtifactStore, _ text: String = "x") throws -> Entry {
    let writer = try store.begin(key)
    try writer.write(Array("\(text) one".utf8), as: "one.bin")
    try writer.write(Array("\(text) two, longer".utf8), as: "two.tif")
    try writer.write([], as: "empty")
    return try writer.commit(["text": .string(text), "count": 3])
  }

  @Test func whatIsWrittenIsFound() throws {
    let store = try open()
    let key = Digest(of: "key")
    #expect(store.entry(key) == nil)
    let made = try put(key, in: store)
    for found in [made, try #require(store.entry(key)), try #require(try open().entry(key))] {
      #expect(found.key == key)
      #expect(found.metadata == ["text": "x", "count": 3])
      #expect(found.payloads.map(\.name) == ["empty", "one.bin", "two.tif"])
      #expect(try found.payload("one.bin")?.read() == Array("x one".utf8))
      #expect(found.payload("two.tif")?.digest == Digest(of: "x two, longer"))
      #expect(found.payload("two.tif")?.bytes == 13)
      #expect(found.payload("three") == nil)
    }
    #expect(store.entry(Digest(of: "other")) == nil)
    #expect(names(in: scratch.file("cache/temporary")).isEmpty)
    #expect(warnings.all.isEmpty)
  }

  @Test func anEntryNotCommittedLeavesNothing() throws {
    let store = try open()
    do {
      let writer = try store.begin(Digest(of: "key"))
      try writer.write([1, 2, 3], as: "one")
      #expect(store.entry(Digest(of: "key")) == nil)
    }
    #expect(store.list().isEmpty)
    #expect(names(in: scratch.file("cache/temporary")).isEmpty)
  }

  @Test func namesThatCouldLeadOutAreRefused() throws {
    let writer = try open().begin(Digest(of: "key"))
    for name in ["", ".", "..", ".entry", "a/b", "../a", "a b", "é", "a\0b"] {
      #expect(throws: StorageFault.badName(name)) { try writer.payload(name) }
    }
  }

  @Test func aPayloadThatWasNeverWrittenStopsTheCommit() throws {
    let writer = try open().begin(Digest(of: "key"))
    let path = try writer.payload("one")
    #expect(throws: StorageFault.cannotRead(path: path, errno: ENOENT)) { try writer.commit([:]) }
  }

  /// Each byte of each file of an entry, flipped with size and times kept, is noticed.
  @Test func everyFlippedByteIsNoticed() throws {
    let store = try open()
    let key = Digest(of: "key")
    let folder = store.folder(of: key)
    var flips = 0
    for name in [".entry", "one.bin", "two.tif"] {
      try put(key, in: store)
      for offset in 0..<(try contents("\(folder)/\(name)").count) {
        try put(key, in: store)
        try flipBit("\(folder)/\(name)", at: offset)
        #expect(try open().entry(key) == nil, "\(name) at \(offset)")
        #expect(FileStatus(of: folder) == nil)
        flips += 1
      }
    }
    #expect(warnings.all.count == flips)
    #expect(
      warnings.all.last
        == .damaged(key: key, reason: "the bytes of “two.tif” have changed"))
    try put(key, in: store)
    #expect(store.entry(key) != nil)
  }

  @Test func missingShortenedAndStrayFiles() throws {
    let store = try open()
    let key = Digest(of: "key")
    let folder = store.folder(of: key)
    for spoil in [
      { unlink("\(folder)/one.bin") }, { unlink("\(folder)/.entry") },
      { truncate("\(folder)/two.tif", 5) }, { truncate("\(folder)/.entry", 90) },
      { truncate("\(folder)/.entry", 0) },
      {
        unlink("\(folder)/one.bin")
        return symlink("/etc/passwd", "\(folder)/one.bin")
      },
    ] {
      for checking in [ArtifactStore.Checking.manifest, .payloads] {
        try put(key, in: store)
        #expect(spoil() == 0)
        #expect(store.entry(key, checking: checking) == nil)
      }
    }
    #expect(warnings.all.count == 12)
    // An entry moved to another key's place is not taken for that key's.
    try put(key, in: store)
    let other = Digest(of: "other")
    try makeFolders(Storage.folder(of: store.folder(of: other)))
    #expect(rename(folder, store.folder(of: other)) == 0)
    #expect(store.entry(other) == nil)
    #expect(warnings.all.last == .damaged(key: other, reason: "it belongs to another key"))
  }

  /// Payloads are digested once in a process, and again when their status has changed.
  @Test func payloadsAreVerifiedOnceInAProcess() throws {
    let store = try open()
    let key = Digest(of: "key")
    let entry = try put(key, in: store)
    #expect(store.entry(key) != nil)
    let path = try #require(entry.payload("one.bin")?.path)
    try flipBit(path, at: 0)
    // The flip put size and modification time back, not the time of the change of status.
    #expect(store.entry(key, checking: .manifest) != nil)
    #expect(store.entry(key) == nil)
    #expect(throws: StorageFault.cannotRead(path: path, errno: ENOENT)) {
      try entry.payload("one.bin")?.read()
    }
  }

  @Test func theFirstOfTwoComputationsStays() throws {
    let store = try open()
    let key = Digest(of: "key")
    try put(key, in: store, "first")
    let same = try put(key, in: store, "first")
    #expect(same.metadata["text"] == "first")
    #expect(warnings.all.isEmpty)
    let second = try put(key, in: store, "second")
    #expect(second.metadata["text"] == "first")
    #expect(warnings.all == [.disagreement(key: key)])
    #expect(names(in: scratch.file("cache/temporary")).isEmpty)
  }

  @Test func aDamagedEntryInTheWayIsReplaced() throws {
    let store = try open()
    let key = Digest(of: "key")
    try put(key, in: store)
    try flipBit("\(store.folder(of: key))/one.bin", at: 1)
    let writer = try open().begin(key)
    try writer.write([7], as: "seven")
    #expect(try writer.commit([:]).payloads.map(\.name) == ["seven"])
    #expect(try open().entry(key)?.payloads.map(\.name) == ["seven"])
  }

  @Test func listAndClear() throws {
    let store = try open()
    let keys = (0..<20).map { Digest(of: "\($0)") }
    for key in keys { try put(key, in: store) }
    let listing = store.list()
    #expect(listing.map(\.key) == keys.sorted())
    #expect(listing.allSatisfy { $0.bytes > 18 && $0.metadata["count"] == 3 })
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    #expect(listing.allSatisfy { abs($0.lastUse - now.tv_sec) < 60 })
    store.discard(keys[3])
    #expect(store.entry(keys[3]) == nil)
    #expect(store.clear() == 19)
    #expect(store.list().isEmpty)
  }

  @Test func concurrentWritersAndReadersOfOneKey() throws {
    let stores = try (0..<4).map { _ in try open() }
    let results = inParallel(400, threads: 8) { index in
      Result {
        let store = stores[index % 4]
        let key = Digest(of: "key\(index % 5)")
        if index % 37 == 0 { store.discard(key) }
        let writer = try store.begin(key)
        try writer.write([UInt8](repeating: UInt8(index % 5), count: 5000), as: "data")
        let made = try writer.commit(["number": .int(index % 5)])
        return made.metadata["number"] == .int(index % 5)
      }
    }
    for result in results { #expect(try result.get()) }
    #expect(warnings.all.isEmpty)
    #expect(names(in: scratch.file("cache/temporary")).isEmpty)
    for number in 0..<5 {
      if let entry = stores[0].entry(Digest(of: "key\(number)")) {
        #expect(try entry.payload("data")?.read() == [UInt8](repeating: UInt8(number), count: 5000))
      }
    }
  }

  @Test func whatLivesInTheTemporaryFolderIsLeftAlone() throws {
    let store = try open()
    let writer = try store.begin(Digest(of: "key"))
    mkdir(scratch.file("cache/temporary/1-1"), 0o777)
    try overwrite(scratch.file("cache/temporary/1-1/data"), [1])
    _ = try open()
    #expect(FileStatus(of: scratch.file("cache/temporary/1-1")) == nil)
    try writer.write([1], as: "one")
    _ = try writer.commit([:])
    #expect(store.entry(Digest(of: "key")) != nil)
  }

  @Test func aPlaceThatCannotBeWritten() throws {
    try overwrite(scratch.file("file"), [])
    let path = scratch.file("file/cache/entries")
    #expect(throws: StorageFault.cannotWrite(path: path, doing: "create", errno: ENOTDIR)) {
      try ArtifactStore(at: scratch.file("file/cache")) { _ in }
    }
  }
}

/// Gathers the warnings of a store.
final class Warnings: Sendable {
  private let list = Mutex<[ArtifactStore.Warning]>([])
  func add(_ warning: ArtifactStore.Warning) { list.withLock { $0.append(warning) } }
  var all: [ArtifactStore.Warning] { list.withLock { $0 } }
}
