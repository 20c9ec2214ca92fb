import Glibc
import Synchronization

/// A child's own end of its conversation with the process that started it.
///
/// Messages are read by one thread; any thread may send.
public final class MessageChannel: Sendable {
  private let input: Int32
  private let output: Int32
  private let reading: Mutex<LineBuffer>
  private let writing = Mutex(())

  /// Takes over standard input and output; what a library prints goes to standard error from now
  /// on, so that it cannot garble a message.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  public convenience init(lineLimit: Int = 64 << 20) throws {
    let output = dupWithoutInheritance(1)
    guard output >= 0, dup2(2, 1) >= 0 else {
      throw StorageFault.cannotWrite(path: "standard output", doing: "write", errno: errno)
    }
    self.init(input: 0, output: output, lineLimit: lineLimit)
  }

  init(input: Int32, output: Int32, lineLimit: Int) {
    self.input = input
    self.output = output
    self.reading = Mutex(LineBuffer(limit: lineLimit))
  }

  /// Waits for the next message; nil when the other side has closed.
  ///
  /// - Throws: ``StorageFault/lineTooLong(limit:)``, ``StorageFault/notAMessage(_:)``,
  ///   ``StorageFault/cannotRead(path:errno:)``.
  public func next() throws -> JSONValue? {
    try reading.withLock { lines in
      while true {
        if let message = try lines.nextMessage() { return message }
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
          let count = retrying { read(input, buffer.baseAddress, buffer.count) }
          if count > 0 { lines.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
          return count
        }
        if count == 0 { return nil }
        guard count > 0 else {
          throw StorageFault.cannotRead(path: "standard input", errno: errno)
        }
      }
    }
  }

  /// Sends a message, whole.
  ///
  /// - Throws: ``StorageFault/cannotWrite(path:doing:errno:)``.
  public func send(_ message: JSONValue) throws {
    let bytes = message.bytes(.line) + [UInt8(ascii: "\n")]
    try writing.withLock { _ in
      var sent = 0
      while sent < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
          retrying { write(output, buffer.baseAddress?.advanced(by: sent), buffer.count - sent) }
        }
        guard count >= 0 else {
          throw StorageFault.cannotWrite(path: "standard output", doing: "write", errno: errno)
        }
        sent += count
      }
    }
  }
}

/// Another descriptor of the same file, which programs started later do not get.
private func dupWithoutInheritance(_ descriptor: Int32) -> Int32 {
  fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
}
