import Glibc

/// A descriptor that closes itself, read and written at positions so that threads can share it.
final class OpenFile: Sendable {
  /// The name that messages use.
  let name: String
  /// The descriptor.
  let descriptor: Int32

  /// Takes over an open descriptor.
  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens a file by its path.
  convenience init(path: String, flags: Int32, name: String) throws {
    let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let write = flags & (O_WRONLY | O_RDWR) != 0
      throw RasterError.system(file: name, action: write ? "write" : "open", errno: errno)
    }
    self.init(descriptor, name: name)
  }

  deinit { close(descriptor) }

  /// The number of bytes in the file.
  func size() throws -> Int {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else {
      throw RasterError.system(file: name, action: "read", errno: errno)
    }
    return Int(facts.st_size)
  }

  /// Sets the number of bytes in the file.
  func resize(to bytes: Int) throws {
    guard ftruncate(descriptor, bytes) == 0 else {
      throw RasterError.system(file: name, action: "write", errno: errno)
    }
  }

  /// Reads exactly the buffer's bytes at a position; end of file is an error.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < buffer.count {
      let part = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let got = pread(descriptor, part.baseAddress, part.count, offset + done)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        throw RasterError.system(file: name, action: "read", errno: got < 0 ? errno : EIO)
      }
      done += got
    }
  }

  /// Writes all of the buffer's bytes at a position.
  func write(_ buffer: UnsafeRawBufferPointer, at offset: Int) throws {
    var done = 0
    while done < buffer.count {
      let part = UnsafeRawBufferPointer(rebasing: buffer[done...])
      let put = pwrite(descriptor, part.baseAddress, part.count, offset + done)
      if put < 0, errno == EINTR { continue }
      guard put > 0 else {
        throw RasterError.system(file: name, action: "write", errno: put < 0 ? errno : ENOSPC)
      }
      done += put
    }
  }
}
