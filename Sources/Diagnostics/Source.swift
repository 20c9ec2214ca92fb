/// A text that diagnostics point into: a notebook, or a file it names.
public struct Source: Sendable, Equatable {
  /// The name by which messages call the file, as the user gave it.
  public let name: String
  /// The text.
  public let text: String
  /// The text's UTF-8 bytes; every ``Span`` counts in these.
  public let bytes: [UInt8]
  /// The byte offset at which each line starts.
  public let lineStarts: [Int]

  /// Creates a source from its text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    self.bytes = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    self.lineStarts = starts
  }

  /// The number of the line, from 1, that holds a byte offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line, from 1, and the column, from 1 and in characters, of a byte offset.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let end = min(max(offset, start), bytes.count)
    return (line, String(decoding: bytes[start..<end], as: UTF8.self).count + 1)
  }

  /// The bytes of a line, counted from 1, without its line ending.
  public func lineSpan(_ line: Int) -> Span {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// The text that a span covers.
  public subscript(span: Span) -> String {
    let lower = min(max(span.lower, 0), bytes.count)
    let upper = min(max(span.upper, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}

/// A half-open range of a source's UTF-8 bytes.
public struct Span: Sendable, Hashable, Codable {
  /// The offset of the first byte.
  public let lower: Int
  /// The offset just past the last byte.
  public let upper: Int

  /// Creates the span of bytes `lower..<upper`.
  public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "span \(lower)..<\(upper) ends before it starts")
    self.lower = lower
    self.upper = upper
  }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span {
    Span(min(lower, other.lower), max(upper, other.upper))
  }
}
