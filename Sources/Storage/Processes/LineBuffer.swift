/// Cuts a stream of bytes into lines.
struct LineBuffer {
  /// The longest line taken, in bytes.
  let limit: Int
  private var bytes: [UInt8] = []
  /// Where the first line not yet taken starts.
  private var start = 0
  /// How far there is no newline.
  private var scanned = 0

  init(limit: Int) { self.limit = limit }

  /// Whether bytes of an unfinished line are waiting.
  var isEmpty: Bool { start == bytes.count }

  /// Adds bytes as they came.
  mutating func append(_ more: UnsafeRawBufferPointer) { bytes += more }

  /// Takes the first whole line, without its newline; nil where none is whole.
  ///
  /// - Throws: ``StorageFault/lineTooLong(limit:)``.
  mutating func next() throws -> [UInt8]? {
    guard let end = bytes[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
      scanned = bytes.count
      guard bytes.count - start <= limit else { throw StorageFault.lineTooLong(limit: limit) }
      if start > 0 {
        bytes.removeFirst(start)
        scanned -= start
        start = 0
      }
      return nil
    }
    guard end - start <= limit else { throw StorageFault.lineTooLong(limit: limit) }
    defer {
      start = end + 1
      scanned = start
    }
    return Array(bytes[start..<end])
  }

  /// Takes the first whole line as a message.
  ///
  /// - Throws: ``StorageFault/lineTooLong(limit:)``, ``StorageFault/notAMessage(_:)``.
  mutating func nextMessage() throws -> JSONValue? {
    guard let line = try next() else { return nil }
    guard let value = try? JSONValue(parsing: line, depth: 1024), value.members != nil else {
      throw StorageFault.notAMessage(String(decoding: line.prefix(200), as: UTF8.self))
    }
    return value
  }
}
