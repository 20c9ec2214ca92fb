import Glibc

/// The right to write one output, which one process at a time can have.
///
/// The lock is a file beside the output, `.NAME.lock`, that holds the number of the process; the
/// kernel frees it when that process ends, however it ends.
public final class FileLock: Sendable {
  /// The output that is held.
  public let path: String
  private let lockPath: String
  private let descriptor: Int32

  /// Takes the lock of an output, without waiting.
  ///
  /// - Throws: ``StorageFault/held(path:process:)`` where another process has it,
  ///   ``StorageFault/cannotWrite(path:doing:errno:)``.
  public init(for path: String) throws {
    let lockPath = "\(folder(of: path))/.\(fileName(of: path)).lock"
    while true {
      let descriptor = retrying {
        open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
      }
      guard descriptor >= 0 else {
        throw StorageFault.cannotWrite(path: path, doing: "lock", errno: errno)
      }
      if retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 {
        let reason = errno
        defer { close(descriptor) }
        guard reason == EWOULDBLOCK else {
          throw StorageFault.cannotWrite(path: path, doing: "lock", errno: reason)
        }
        throw StorageFault.held(path: path, process: FileLock.holder(descriptor))
      }
      guard FileLock.stands(descriptor, at: lockPath) else {
        // Its last holder removed the file between our opening and our locking it.
        close(descriptor)
        continue
      }
      ftruncate(descriptor, 0)
      let text = Array("\(getpid())\n".utf8)
      pwrite(descriptor, text, text.count, 0)
      self.path = path
      self.lockPath = lockPath
      self.descriptor = descriptor
      return
    }
  }

  deinit {
    // Removed while it is still locked: whoever opened it meanwhile finds it gone, and tries again.
    unlink(lockPath)
    close(descriptor)
  }

  private static func stands(_ descriptor: Int32, at path: String) -> Bool {
    var mine = stat()
    guard fstat(descriptor, &mine) == 0, let now = FileStatus(of: path) else { return false }
    return UInt(mine.st_dev) == now.device && UInt(mine.st_ino) == now.inode
  }

  /// The number that the holder wrote; it may need a moment to write it.
  private static func holder(_ descriptor: Int32) -> Int32? {
    for _ in 0..<20 {
      var buffer = [UInt8](repeating: 0, count: 32)
      let count = max(pread(descriptor, &buffer, buffer.count, 0), 0)
      let text = String(decoding: buffer[..<count], as: UTF8.self)
      if text.hasSuffix("\n"), let process = Int32(text.dropLast()) { return process }
      usleep(5000)
    }
    return nil
  }
}
