import Diagnostics

/// Where the lines of a text begin and end, as CommonMark counts them.
struct LineMap {
  private let bytes: [UInt8]
  /// The offset at which each line starts; lines end at LF, CRLF or CR.
  let starts: [Int]

  /// Maps the lines of `bytes` from `offset` on; line 1 starts there.
  init(_ bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    var starts = [offset]
    var index = offset
    while index < bytes.count {
      if bytes[index] == 0x0A || (bytes[index] == 0x0D && bytes[safe: index + 1] != 0x0A) {
        starts.append(index + 1)
      }
      index += 1
    }
    if starts.count > 1, starts[starts.count - 1] == bytes.count { starts.removeLast() }
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count }

  /// The offset of the first byte of a line, counted from 1; the text's end past the last line.
  func start(_ line: Int) -> Int {
    line < 1 ? starts[0] : line > starts.count ? bytes.count : starts[line - 1]
  }

  /// The line's bytes without its line end.
  func content(_ line: Int) -> Span {
    let lower = start(line)
    var upper = start(line + 1)
    while upper > lower, bytes[upper - 1] == 0x0A || bytes[upper - 1] == 0x0D { upper -= 1 }
    return Span(lower, upper)
  }

  /// Whether a line holds nothing but spaces and tabs.
  func isBlank(_ line: Int) -> Bool {
    let span = content(line)
    return bytes[span.lower..<span.upper].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The line, counted from 1, that holds an offset.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset where the text of a paragraph's further line starts: past white space and at most
  /// `depth` marks of quotation.
  func textStart(_ line: Int, quotations depth: Int) -> Int {
    let span = content(line)
    var offset = span.lower
    var left = depth
    while offset < span.upper {
      switch bytes[offset] {
      case 0x20, 0x09: offset += 1
      case 0x3E where left > 0:
        left -= 1
        offset += 1
      default: return offset
      }
    }
    return offset
  }
}

extension Array {
  /// The element at an index, or nil outside the array.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
