import Glibc

extension Digest {
  /// The digest of a regular file.
  ///
  /// - Throws: ``StorageFault/cannotRead(path:errno:)``, ``StorageFault/notARegularFile(path:)``,
  ///   ``StorageFault/changedWhileRead(path:)``.
  public init(ofFile path: String) throws {
    self = try Digest.reading(try File(reading: path)).digest
  }

  /// The digest of all bytes of an open regular file, whose read position is neither used nor
  /// moved.
  ///
  /// - Throws: as ``init(ofFile:)``; `name` stands for the path.
  public init(ofDescriptor descriptor: Int32, name: String) throws {
    self = try Digest.reading(descriptor, name).digest
  }

  /// The digest and the number of bytes of an open file.
  static func reading(_ file: borrowing File) throws -> (digest: Digest, bytes: Int) {
    try reading(file.descriptor, file.path)
  }

  /// The digest of all bytes of a file that are copied to another one.
  static func copying(_ file: borrowing File, to target: borrowing File) throws -> Digest {
    try reading(file.descriptor, file.path) { try target.write($0) }.digest
  }

  private static func reading(
    _ descriptor: Int32, _ path: String, _ take: (UnsafeRawBufferPointer) throws -> Void = { _ in }
  ) throws -> (digest: Digest, bytes: Int) {
    let before = try status(descriptor, path)
    guard before.isRegular else { throw StorageFault.notARegularFile(path: path) }
    // Read, not mapped: a mapped file that another process shortens is a fatal signal.
    let size = max(1, min(before.size, 1 << 20))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 4096)
    defer { buffer.deallocate() }
    var hash = StreamingDigest()
    var offset = 0
    while true {
      let count = retrying { pread(descriptor, buffer.baseAddress, size, offset) }
      guard count >= 0 else { throw StorageFault.cannotRead(path: path, errno: errno) }
      if count == 0 { break }
      let part = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      hash.update(part)
      try take(part)
      offset += count
    }
    guard offset == before.size, try status(descriptor, path) == before else {
      throw StorageFault.changedWhileRead(path: path)
    }
    return (hash.finish(), offset)
  }

  private static func status(_ descriptor: Int32, _ path: String) throws -> FileStatus {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else {
      throw StorageFault.cannotRead(path: path, errno: errno)
    }
    return FileStatus(raw)
  }
}
