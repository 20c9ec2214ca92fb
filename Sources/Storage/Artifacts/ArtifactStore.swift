import Glibc
import Synchronization

/// A cache of results on disk, found by key.
///
/// An entry holds a metadata value and named payload files. It appears whole or not at all: it is
/// built in a folder of its own and takes its place in one rename, so that a process killed at any
/// instant leaves nothing but a folder that the next process removes. Reading checks every byte
/// against the digests taken when the entry was written; an entry that does not agree is removed,
/// reported, and treated as absent. Several threads and processes may use one store.
///
/// The layout is `ROOT/entries/ab/abcd…/` with the file `.entry` and the payloads, and
/// `ROOT/temporary/`.
public final class ArtifactStore: Sendable {
  /// Something about the store that the user should know and that harms no result.
  public enum Warning: Sendable, Equatable {
    /// An entry was damaged and has been removed; what is wrong with it.
    case damaged(key: Digest, reason: String)
    /// Two computations of one key gave different payloads or metadata; the first was kept.
    case disagreement(key: Digest)

    /// What happened, one sentence without a full stop.
    public var message: String {
      switch self {
      case .damaged(let key, let reason): "the cache entry \(key.short) is damaged: \(reason)"
      case .disagreement(let key): "two computations of cache entry \(key.short) differ"
      }
    }
  }

  /// The folder of the store.
  public let root: String
  /// Whether entries are forced to the disk before they take their place.
  let durable: Bool
  private let threads: Int
  private let warn: @Sendable (Warning) -> Void
  /// The entries whose payloads this process has verified, by key: name of payload to status.
  private let verified = Mutex<[Digest: [String: FileStatus]]>([:])

  /// Opens a store, making its folders where they are missing, and removes what killed processes
  /// left.
  ///
  /// - Parameters:
  ///   - root: the folder.
  ///   - durable: whether a commit waits until the entry is on the disk. Without, an entry still
  ///     survives the death of the process; after a power failure it may be damaged, which reading
  ///     notices.
  ///   - threads: how many payloads are verified at a time.
  ///   - warn: called, on any thread, with what the user should know.
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  public init(
    at root: String, durable: Bool = false, threads: Int = 2,
    warn: @escaping @Sendable (Warning) -> Void
  ) throws {
    self.root = root
    self.durable = durable
    self.threads = threads
    self.warn = warn
    try makeFolders(entriesFolder)
    try makeFolders(temporaryFolder)
    removeAbandoned(in: temporaryFolder)
  }

  var entriesFolder: String { "\(root)/entries" }
  var temporaryFolder: String { "\(root)/temporary" }

  /// Where the entry of a key is or would be.
  func folder(of key: Digest) -> String { "\(entriesFolder)/\(key.hex.prefix(2))/\(key.hex)" }

  /// How much of an entry is checked before it is handed out.
  public enum Checking: Sendable, Equatable {
    /// The metadata's digest, and that each payload has its length: enough to plan by.
    case manifest
    /// All of that, and the digest of each payload, once in this process.
    case payloads
  }

  /// The entry of a key, of which as much is checked as asked for.
  ///
  /// - Returns: nil where there is none or it was damaged.
  public func entry(_ key: Digest, checking: Checking = .payloads) -> Entry? {
    let folder = folder(of: key)
    guard FileStatus(of: folder) != nil else { return nil }
    do {
      let manifest = try Manifest(readFrom: folder, key: key)
      for payload in manifest.payloads {
        guard let status = FileStatus(of: "\(folder)/\(payload.name)"), status.isRegular else {
          throw EntryDamage(reason: "“\(payload.name)” is missing")
        }
        guard status.size == payload.bytes else {
          throw EntryDamage(
            reason: "“\(payload.name)” has \(status.size) bytes, expected \(payload.bytes)")
        }
      }
      if checking == .payloads { try verify(manifest, in: folder) }
      utimensat(AT_FDCWD, "\(folder)/\(Manifest.fileName)", nil, 0)
      return Entry(key: key, folder: folder, manifest: manifest)
    } catch {
      // Another process may have removed the whole entry meanwhile: then there is no damage.
      if FileStatus(of: folder) == nil { return nil }
      discard(key)
      let damage = (error as? EntryDamage)?.reason ?? (error as? StorageFault)?.message
      warn(.damaged(key: key, reason: damage ?? "\(error)"))
      return nil
    }
  }

  /// Begins an entry, which appears when its writer commits it.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  public func begin(_ key: Digest) throws -> EntryWriter { try EntryWriter(key, in: self) }

  /// Removes the entry of a key, if there is one.
  public func discard(_ key: Digest) {
    verified.withLock { $0[key] = nil }
    while true {
      let grave = "\(temporaryFolder)/discarded-\(getpid())-\(nextSerial())"
      if rename(folder(of: key), grave) == 0 { return removeTree(grave) }
      // Another process, in another container, may have had our number and used the name.
      guard errno == ENOTEMPTY || errno == EEXIST else { return }
    }
  }

  /// What the store holds, by key; entries that cannot be read are left out.
  public func list() -> [Listing] {
    names(in: entriesFolder).flatMap { group in
      names(in: "\(entriesFolder)/\(group)").compactMap { name in
        Digest(hex: name).flatMap { Listing(key: $0, folder: folder(of: $0)) }
      }
    }
  }

  /// Removes all entries; how many there were.
  @discardableResult
  public func clear() -> Int {
    let keys = names(in: entriesFolder).flatMap { group in
      names(in: "\(entriesFolder)/\(group)").compactMap { Digest(hex: $0) }
    }
    for key in keys { discard(key) }
    return keys.count
  }

  /// Reports a warning.
  func report(_ warning: Warning) { warn(warning) }

  private func verify(_ manifest: Manifest, in folder: String) throws {
    let known = verified.withLock { $0[manifest.key] } ?? [:]
    let results = inParallel(manifest.payloads.count, threads: threads) { index in
      Result {
        let payload = manifest.payloads[index]
        let file = try File(reading: "\(folder)/\(payload.name)")
        let status = try file.status()
        if known[payload.name] == status { return status }
        guard try Digest.reading(file).digest == payload.digest else {
          throw EntryDamage(reason: "the bytes of “\(payload.name)” have changed")
        }
        return status
      }
    }
    var statuses: [String: FileStatus] = [:]
    for (payload, result) in zip(manifest.payloads, results) {
      statuses[payload.name] = try result.get()
    }
    verified.withLock { [statuses] in $0[manifest.key] = statuses }
  }
}
