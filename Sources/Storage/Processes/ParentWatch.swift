import Glibc

/// Ends a child process when the process that started it is gone or wants it gone.
///
/// A thread waits for the other end of standard input to close, which the kernel does however the
/// parent ends. (The signal that Linux sends on a parent's death is not used: it comes when the
/// parent's thread ends that made the child.) It reads nothing, so that messages are left alone.
public enum ParentWatch {
  /// Starts to watch; the process ends with code 143 the moment its standard input is closed.
  ///
  /// - Throws: ``StorageFault/cannotStart(program:errno:)`` where no thread can be had.
  public static func begin() throws {
    let body = Unmanaged.passRetained(ThreadBody(run: wait)).toOpaque()
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, runThreadBody, body)
    guard status == 0 else {
      Unmanaged<ThreadBody>.fromOpaque(body).release()
      throw StorageFault.cannotStart(program: "thread", errno: status)
    }
    pthread_detach(thread)
  }

  @Sendable private static func wait() {
    while true {
      var input = pollfd(fd: 0, events: 0, revents: 0)
      let count = poll(&input, 1, -1)
      if count > 0 || (count < 0 && errno != EINTR) { _exit(143) }
    }
  }
}
