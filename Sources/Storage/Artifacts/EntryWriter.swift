import Glibc
import Synchronization

/// An entry that is being written; it appears in its store when it is committed.
///
/// Dropped without a commit, it leaves nothing.
public final class EntryWriter: Sendable {
  /// The key the entry will be found by.
  public let key: Digest
  /// The folder it is built in, on the store's file system.
  public let folder: String
  private let store: ArtifactStore
  /// The lock of the folder, by which others see that its writer lives.
  private let lock: Int32
  private let state = Mutex(State())

  private struct State {
    var names: Set<String> = []
    var finished = false
  }

  init(_ key: Digest, in store: ArtifactStore) throws {
    self.key = key
    self.store = store
    while true {
      let folder = "\(store.temporaryFolder)/\(getpid())-\(nextSerial())"
      if mkdir(folder, 0o777) != 0 {
        if errno == EEXIST { continue }
        throw StorageFault.cannotWrite(path: folder, doing: "create", errno: errno)
      }
      let lock = retrying { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      // Whoever clears abandoned folders may have been quicker than the lock.
      if lock < 0 && errno == ENOENT { continue }
      guard lock >= 0 else {
        let reason = errno
        rmdir(folder)
        throw StorageFault.cannotWrite(path: folder, doing: "create", errno: reason)
      }
      if retrying({ flock(lock, LOCK_EX | LOCK_NB) }) == 0, FileStatus(of: folder) != nil {
        self.folder = folder
        self.lock = lock
        return
      }
      close(lock)
    }
  }

  deinit {
    if state.withLock({ !$0.finished }) { removeTree(folder) }
    close(lock)
  }

  /// Where the bytes of a payload are to be written, by this process or another, before the commit.
  ///
  /// - Throws: ``StorageFault/badName(_:)``.
  public func payload(_ name: String) throws -> String {
    guard isPayloadName(name) else { throw StorageFault.badName(name) }
    state.withLock { _ = $0.names.insert(name) }
    return "\(folder)/\(name)"
  }

  /// Writes a payload.
  ///
  /// - Throws: ``StorageFault/badName(_:)``, ``StorageFault/cannotWrite(path:doing:errno:)``.
  public func write(_ bytes: [UInt8], as name: String) throws {
    let path = try payload(name)
    unlink(path)
    let file = try File(creating: path)
    try bytes.withUnsafeBytes { try file.write($0) }
  }

  /// Puts the entry in its place and hands it out.
  ///
  /// Where another process or thread has finished the same key meanwhile, its entry stays and is
  /// handed out; if the two differ the store warns of a disagreement.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``,
  ///   ``StorageFault/cannotRead(path:errno:)`` where a payload was announced and not written.
  public func commit(_ metadata: JSONValue) throws -> Entry {
    let names = state.withLock { $0.names }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let payloads = try names.map { name in
      let file = try File(reading: "\(folder)/\(name)")
      if store.durable { try file.synchronize() }
      let (digest, bytes) = try Digest.reading(file)
      return Manifest.Payload(name: name, bytes: bytes, digest: digest)
    }
    let manifest = Manifest(key: key, metadata: metadata, payloads: payloads)
    try write(manifest)
    let place = store.folder(of: key)
    let group = "\(store.entriesFolder)/\(key.hex.prefix(2))"
    try makeFolders(group)
    var attempts = 0
    while rename(folder, place) != 0 {
      let reason = errno
      attempts += 1
      guard reason == ENOTEMPTY || reason == EEXIST, attempts < 10 else {
        throw StorageFault.cannotWrite(path: place, doing: "write", errno: reason)
      }
      // The key is there already: kept if it is whole, otherwise removed, and then tried again.
      if let present = store.entry(key) {
        if (try? Manifest(readFrom: place, key: key)) != manifest {
          store.report(.disagreement(key: key))
        }
        return present
      }
    }
    state.withLock { $0.finished = true }
    if store.durable { try File(folder: group).synchronize() }
    return Entry(key: key, folder: place, manifest: manifest)
  }

  private func write(_ manifest: Manifest) throws {
    let file = try File(creating: "\(folder)/\(Manifest.fileName)")
    try manifest.bytes.withUnsafeBytes { try file.write($0) }
    guard store.durable else { return }
    try file.synchronize()
    try File(folder: folder).synchronize()
  }
}
