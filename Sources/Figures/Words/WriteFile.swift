import Glibc

/// Writes bytes to a new file.
///
/// - Throws: ``FigureError/notWritten(errno:)``.
func write(_ bytes: [UInt8], to path: String) throws(FigureError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .notWritten(errno: errno) }
  defer { close(descriptor) }
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { Glibc.write(descriptor, $0 + done, bytes.count - done) } ?? 0
    }
    if count < 0 {
      if errno == EINTR { continue }
      throw .notWritten(errno: errno)
    }
    done += count
  }
}
