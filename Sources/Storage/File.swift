import Glibc

/// An open file descriptor, closed when its owner goes away.
struct File: ~Copyable {
  /// The descriptor; valid as long as this value lives.
  let descriptor: Int32
  /// The path it was opened by, for messages.
  let path: String

  /// Takes over a descriptor.
  init(owning descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens a regular file for reading; never waits on a pipe or a device.
  ///
  /// - Throws: ``StorageFault/cannotRead(path:errno:)``,
  ///   ``StorageFault/notARegularFile(path:)``.
  init(reading path: String) throws {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw StorageFault.cannotRead(path: path, errno: errno) }
    var raw = stat()
    guard fstat(descriptor, &raw) == 0, FileStatus(raw).isRegular else {
      close(descriptor)
      throw StorageFault.notARegularFile(path: path)
    }
    self.init(owning: descriptor, path: path)
  }

  /// Makes a new file for writing; it must not exist.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  init(creating path: String) throws {
    let descriptor = retrying { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else {
      throw StorageFault.cannotWrite(path: path, doing: "create", errno: errno)
    }
    self.init(owning: descriptor, path: path)
  }

  /// Opens a folder, to lock it or to make its entries durable.
  ///
  /// - Throws: ``StorageFault/cannotRead(path:errno:)``.
  init(folder path: String) throws {
    let descriptor = retrying { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw StorageFault.cannotRead(path: path, errno: errno) }
    self.init(owning: descriptor, path: path)
  }

  deinit { close(descriptor) }

  /// What the file system says about the open file.
  func status() throws -> FileStatus {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else {
      throw StorageFault.cannotRead(path: path, errno: errno)
    }
    return FileStatus(raw)
  }

  /// Writes all the bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = retrying { Glibc.write(descriptor, part.baseAddress, part.count) }
      guard count >= 0 else {
        throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Forces what was written out of the page cache.
  func synchronize() throws {
    guard retrying({ fsync(descriptor) }) == 0 else {
      throw StorageFault.cannotWrite(path: path, doing: "write", errno: errno)
    }
  }

  /// Reads the whole rest of the file.
  ///
  /// - Throws: ``StorageFault/cannotRead(path:errno:)``; `EFBIG` beyond `limit` bytes.
  func readAll(limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let size = try status().size
    guard size <= limit else { throw StorageFault.cannotRead(path: path, errno: EFBIG) }
    while bytes.count <= limit {
      let wanted = max(size - bytes.count + 1, 4096)
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        let got = retrying { read(descriptor, buffer.baseAddress, wanted) }
        if got < 0 { failure = errno }
        count = max(got, 0)
      }
      guard failure == 0 else { throw StorageFault.cannotRead(path: path, errno: failure) }
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
    throw StorageFault.cannotRead(path: path, errno: EFBIG)
  }

  /// Takes the exclusive lock of the file if nobody has it.
  func tryLock() throws -> Bool {
    if retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 { return true }
    guard errno == EWOULDBLOCK else {
      throw StorageFault.cannotWrite(path: path, doing: "lock", errno: errno)
    }
    return false
  }

  /// Whether the path still leads to this file, and not to nothing or to a successor.
  func isStillAtItsPath() throws -> Bool {
    let mine = try status()
    guard let now = FileStatus(of: path) else { return false }
    return mine.device == now.device && mine.inode == now.inode
  }
}

/// Repeats a system call for as long as a signal interrupts it.
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}
