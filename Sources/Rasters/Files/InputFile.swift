import CSystem
import Glibc

/// A regular file that was opened beneath its ``DataFolder``.
public final class InputFile: Sendable {
  /// What tells one state of a file from another without reading it.
  public struct Identity: Sendable, Hashable, Codable {
    /// The device that holds the file.
    public let device: UInt64
    /// The number of the file on its device.
    public let inode: UInt64
    /// The number of bytes.
    public let size: Int
    /// When its bytes changed, nanoseconds since 1970.
    public let modified: Int
  }

  /// The name as the notebook gives it.
  public let name: String
  /// The path without links, for libraries that open by path.
  public let path: String
  /// The state of the file when it was opened.
  public let identity: Identity
  private let file: OpenFile

  /// The number of bytes.
  public var size: Int { identity.size }

  /// Opens a file whose path was verified to lie beneath its folder.
  ///
  /// - Throws: ``RasterError`` where it is not there, or a link, or not a regular file.
  public convenience init(verified path: String, name: String) throws {
    try self.init(OpenFile(path: path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK, name: name))
  }

  /// Takes over a descriptor that was opened beneath its folder.
  init(_ file: OpenFile) throws {
    let identity = try Self.identity(of: file)
    let link = "/proc/self/fd/\(file.descriptor)"
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink(link, &buffer, buffer.count)
    guard length > 0, length < buffer.count else {
      throw RasterError.system(file: file.name, action: "open", errno: ENAMETOOLONG)
    }
    let bytes = buffer[..<length].map { UInt8(bitPattern: $0) }
    self.name = file.name
    self.path = String(decoding: bytes, as: UTF8.self)
    self.identity = identity
    self.file = file
    try verify()
  }

  /// Checks that ``path`` still leads to the file that was opened, and that its bytes are as they
  /// were: what a library opened by path is then the same file.
  ///
  /// - Throws: ``RasterError`` where another file has taken its place.
  public func verify() throws {
    var facts = stat()
    guard lstat(path, &facts) == 0 else {
      throw RasterError.system(file: name, action: "open", errno: errno)
    }
    guard Self.identity(from: facts) == identity else {
      throw RasterError.system(file: name, action: "open", errno: ESTALE)
    }
  }

  /// All bytes of the file.
  ///
  /// - Throws: ``RasterError/tooLarge(file:what:found:limit:)`` over `limit` bytes.
  public func bytes(limit: Int) throws -> [UInt8] {
    guard size <= limit else {
      throw RasterError.tooLarge(file: name, what: "bytes", found: size, limit: limit)
    }
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let room = UnsafeMutableRawBufferPointer(buffer)
      try file.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<size]), at: 0)
      count = size
    }
  }

  /// The first bytes of the file, fewer where it is shorter.
  public func prefix(_ count: Int) throws -> [UInt8] {
    let count = min(count, size)
    return try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      try file.read(
        into: UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]),
        at: 0)
      initialized = count
    }
  }

  /// Reads exactly the buffer's bytes from a position on, from any thread.
  ///
  /// - Throws: ``RasterError`` where they cannot be read, the file's end included.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    try file.read(into: buffer, at: offset)
  }

  /// The state of an open file.
  private static func identity(of file: OpenFile) throws -> Identity {
    var facts = stat()
    guard fstat(file.descriptor, &facts) == 0 else {
      throw RasterError.system(file: file.name, action: "open", errno: errno)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw RasterError.notRegular(file: file.name) }
    return identity(from: facts)
  }

  private static func identity(from facts: stat) -> Identity {
    Identity(
      device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino), size: Int(facts.st_size),
      modified: facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec)
  }
}
