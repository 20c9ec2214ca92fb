import Glibc

/// A file that appears whole or not at all.
///
/// The bytes go to a temporary file beside the target, are forced to the disk, and take the
/// target's name in one step; whatever happens before that step leaves the target as it was. What a
/// killed process left beside the target is removed by the next writer of it. A target that is a
/// symbolic link is replaced, not followed.
public struct AtomicFile: ~Copyable {
  /// The path the file will have.
  public let path: String
  private let temporary: File
  private var buffer: [UInt8] = []
  private var finished = false

  /// Begins a file.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)`` naming the target,
  ///   ``StorageFault/notARegularFile(path:)`` where a folder or a device stands there.
  public init(at path: String) throws {
    let name = fileName(of: path)
    guard !name.isEmpty, name != ".", name != ".." else {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: EISDIR)
    }
    let present = FileStatus(of: path)
    if let present, !present.isRegular, present.mode & S_IFMT != S_IFLNK {
      throw StorageFault.notARegularFile(path: path)
    }
    // Cut in bytes, so that the temporary name of a name near the limit is not beyond it.
    let prefix = ".\(String(decoding: name.utf8.prefix(100), as: UTF8.self)).partial-"
    removeAbandoned(in: folder(of: path), prefix: prefix)
    do {
      self.temporary = try uniqueLockedFile(in: folder(of: path), prefix: prefix)
    } catch StorageFault.cannotWrite(_, _, let errno) {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
    }
    self.path = path
    if let present, present.isRegular { fchmod(temporary.descriptor, present.mode & 0o777) }
  }

  deinit {
    if !finished { unlink(temporary.path) }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``; the target stays as it was.
  public mutating func write(_ bytes: some Collection<UInt8>) throws {
    buffer += bytes
    if buffer.count >= 1 << 20 { try flush() }
  }

  /// Adds a text's UTF-8 bytes.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``; the target stays as it was.
  public mutating func write(_ text: String) throws { try write(text.utf8) }

  /// Gives the file its name; on return it is on the disk, if it is to be durable.
  ///
  /// Without, the file is whole or absent after the death of the process, but after a power failure
  /// it may be empty: for what can be made again from another file.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``; the target stays as it was unless
  ///   only the last step, forcing its folder to the disk, failed.
  public consuming func commit(durable: Bool = true) throws {
    try flush()
    if durable { try named { try temporary.synchronize() } }
    guard rename(temporary.path, path) == 0 else {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
    }
    finished = true
    guard durable else { return }
    try named { try File(folder: folder(of: path)).synchronize() }
  }

  /// Writes a whole file in one call.
  ///
  /// - Throws: as ``init(at:)`` and ``commit(durable:)``.
  public static func write(
    _ bytes: some Collection<UInt8>, to path: String, durable: Bool = true
  ) throws {
    var file = try AtomicFile(at: path)
    try file.write(bytes)
    try file.commit(durable: durable)
  }

  /// Writes a whole text, as UTF-8, in one call.
  ///
  /// - Throws: as ``init(at:)`` and ``commit(durable:)``.
  public static func write(_ text: String, to path: String, durable: Bool = true) throws {
    try write(text.utf8, to: path, durable: durable)
  }

  private mutating func flush() throws {
    let bytes = buffer
    buffer = []
    try named { try bytes.withUnsafeBytes { try temporary.write($0) } }
  }

  /// Names the target, not the temporary file, in faults.
  private borrowing func named(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch StorageFault.cannotWrite(_, _, let errno) {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
    } catch StorageFault.cannotRead(_, let errno) {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
    }
  }
}
