import Glibc

/// A folder of files that the program writes again at each run, where others may put files too.
///
/// A list in the folder, `files.json`, says which files are the program's, with their digests. What
/// stands in it is replaced where it changes and removed where it is no longer made; everything
/// else is left alone.
public struct KeptFolder {
  /// One of the files.
  public struct File: Sendable {
    /// Where it lies beneath the folder: `figures/fig-roc.png`.
    public let path: String
    /// Its digest.
    public let digest: Digest
    let content: Content

    enum Content: Sendable {
      case bytes([UInt8])
      case copy(of: String, bytes: Int)
    }

    /// A file of these bytes.
    public init(_ path: String, bytes: [UInt8]) {
      self.path = path
      digest = Digest(of: bytes)
      content = .bytes(bytes)
    }

    /// A copy of a payload of the cache.
    public init(_ path: String, copying payload: Entry.Payload) {
      self.path = path
      digest = payload.digest
      content = .copy(of: payload.path, bytes: payload.bytes)
    }

    /// The bytes.
    ///
    /// - Throws: ``StorageFault/cannotRead(path:errno:)``, ``StorageFault/changedWhileRead(path:)``.
    public func read() throws -> [UInt8] {
      switch content {
      case .bytes(let bytes): return bytes
      case .copy(let source, let bytes):
        let content = try Storage.File(reading: source).readAll(limit: bytes)
        guard Digest(of: content) == digest else {
          throw StorageFault.changedWhileRead(path: source)
        }
        return content
      }
    }

    /// Writes the file at a path, whole or not at all; what stands there is replaced.
    ///
    /// - Throws: ``StorageFault``.
    public func write(to path: String) throws {
      let staging = try Staging(in: Storage.folder(of: path), prefix: KeptFolder.stagingPrefix)
      try staging.write(self, as: 0)
      guard rename(staging.path(of: 0), path) == 0 else {
        throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
      }
    }

    var size: Int {
      switch content {
      case .bytes(let bytes): bytes.count
      case .copy(_, let bytes): bytes
      }
    }
  }

  /// What a write has done.
  public struct Outcome: Sendable, Equatable {
    /// The files that were written, by their paths beneath the folder.
    public var written: [String] = []
    /// The files that were removed, since they are no longer made.
    public var removed: [String] = []
    /// Files that are no longer made and were left, since somebody has changed them.
    public var left: [String] = []
  }

  /// The name of the list.
  public static let listName = "files.json"

  /// The folder.
  public let path: String

  /// Names a folder; it need not be there.
  public init(at path: String) { self.path = path }

  /// Makes these files the program's files of the folder.
  ///
  /// What is to be written is first written whole beside the others, so that a full disk leaves
  /// everything as it was; then each file takes its name in one step. A folder without any files
  /// is not made.
  ///
  /// - Precondition: no two files have the same path.
  /// - Throws: ``StorageFault/notOurs(path:)`` where a file of other content stands at the place of
  ///   one that the list does not know, ``StorageFault/cannotWrite(path:doing:errno:)``.
  public func keep(_ files: [File]) throws -> Outcome {
    precondition(
      Set(files.map(\.path)).count == files.count, "a file twice: \(files.map(\.path).sorted())")
    let old = FileList(in: path)
    if files.isEmpty, old.entries.isEmpty { return Outcome() }
    let new = FileList(
      entries: files.map { FileList.Entry(path: $0.path, digest: $0.digest, bytes: $0.size) })
    let changed = try files.filter { try !isThere($0, old) }
    let stale = old.entries.filter { old in !files.contains { $0.path == old.path } }
    var outcome = Outcome()
    if changed.isEmpty, stale.isEmpty, old == new { return outcome }
    try makeFolders(path)
    removeAbandoned(in: path, prefix: Self.stagingPrefix)
    let staging = try Staging(in: path, prefix: Self.stagingPrefix)
    for (index, file) in changed.enumerated() { try staging.write(file, as: index) }
    // What is ours stays known, wherever the steps below are cut short.
    try old.merged(with: new).write(to: path)
    for (index, file) in changed.enumerated() {
      let target = "\(path)/\(file.path)"
      try makeFolders(folder(of: target))
      guard rename(staging.path(of: index), target) == 0 else {
        throw StorageFault.cannotWrite(path: target, doing: "write", errno: errno)
      }
      outcome.written.append(file.path)
    }
    for entry in stale { try remove(entry, &outcome) }
    try new.write(to: path)
    return outcome
  }

  fileprivate static let stagingPrefix = ".scarp-"

  /// Whether a file stands in the folder as it is to be.
  private func isThere(_ file: File, _ old: FileList) throws -> Bool {
    let target = "\(path)/\(file.path)"
    guard let status = FileStatus(of: target) else { return false }
    guard status.isRegular else { throw StorageFault.notARegularFile(path: target) }
    let known = old.entries.first { $0.path == file.path }
    let isSame: Bool
    if status.size != file.size {
      isSame = false
    } else if known?.digest == file.digest, !old.isOlder(than: status) {
      // Not touched since the list was written, which says what it holds.
      isSame = true
    } else {
      isSame = try Digest(ofFile: target) == file.digest
    }
    guard isSame || known != nil else { throw StorageFault.notOurs(path: target) }
    return isSame
  }

  private func remove(_ entry: FileList.Entry, _ outcome: inout Outcome) throws {
    let target = "\(path)/\(entry.path)"
    guard let status = FileStatus(of: target) else { return }
    guard status.isRegular, status.size == entry.bytes,
      try Digest(ofFile: target) == entry.digest
    else {
      outcome.left.append(entry.path)
      return
    }
    guard unlink(target) == 0 else {
      throw StorageFault.cannotWrite(path: target, doing: "remove", errno: errno)
    }
    outcome.removed.append(entry.path)
    // Folders are removed as far as they are empty.
    var above = folder(of: target)
    while above != path, rmdir(above) == 0 { above = folder(of: above) }
  }
}

/// The folder in which files are written before they take their names.
private final class Staging {
  private let folder: String
  private let lock: Int32

  init(in parent: String, prefix: String) throws {
    let path = "\(parent)/\(prefix)\(getpid())-\(nextSerial())"
    guard mkdir(path, 0o777) == 0 else {
      throw StorageFault.cannotWrite(path: path, doing: "create", errno: errno)
    }
    folder = path
    // By the lock others see that its writer lives.
    lock = retrying { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    if lock >= 0 { _ = retrying { flock(lock, LOCK_EX | LOCK_NB) } }
  }

  deinit {
    removeTree(folder)
    if lock >= 0 { close(lock) }
  }

  func path(of index: Int) -> String { "\(folder)/\(index)" }

  func write(_ file: KeptFolder.File, as index: Int) throws {
    let target = try Storage.File(creating: path(of: index))
    switch file.content {
    case .bytes(let bytes): try bytes.withUnsafeBytes { try target.write($0) }
    case .copy(let source, _):
      guard try Digest.copying(try Storage.File(reading: source), to: target) == file.digest else {
        throw StorageFault.changedWhileRead(path: source)
      }
    }
  }
}
