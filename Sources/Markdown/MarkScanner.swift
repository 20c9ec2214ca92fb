import Diagnostics

/// Finds the inline forms of Scarp's own in the lines of a text that are not code.
///
/// Each byte is looked at a bounded number of times: a search that found no end is not repeated
/// within its paragraph.
struct MarkScanner {
  /// A footnote's name at a place where it is defined or referred to.
  struct FootnoteName {
    /// The name between `[^` and `]`.
    let label: String
    /// Where it stands, with its brackets.
    let span: Span
  }

  /// The forms found, in order.
  private(set) var marks: [Mark] = []
  /// Where footnotes are defined.
  private(set) var definitions: [FootnoteName] = []
  /// Where footnotes are referred to.
  private(set) var references: [FootnoteName] = []

  let bytes: [UInt8]
  var end = 0
  private var inlineMathHasEnd = true
  private var displayMathHasEnd = true
  /// Where the last link's text that was met ends.
  var linkTextEnd = 0
  private var unclosedRuns: [Bool] = []
  private static let longestRun = 32

  /// Scans `bytes`, leaving out the lines for which `isExcluded` holds.
  init(_ bytes: [UInt8], lines: LineMap, isExcluded: [Bool]) {
    self.bytes = bytes
    var line = 1
    while line <= lines.count {
      guard !isExcluded[line], !lines.isBlank(line) else {
        line += 1
        continue
      }
      let start = lines.start(line)
      while line <= lines.count, !isExcluded[line], !lines.isBlank(line) { line += 1 }
      scan(from: start, to: lines.start(line))
    }
  }

  func byte(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  private mutating func scan(from start: Int, to end: Int) {
    self.end = end
    inlineMathHasEnd = true
    displayMathHasEnd = true
    unclosedRuns = Array(repeating: false, count: Self.longestRun + 1)
    var offset = start
    var isLineStart = true
    while offset < end {
      let wasLineStart = isLineStart
      let byte = bytes[offset]
      isLineStart = byte == 0x0A || (isLineStart && (byte == 0x20 || byte == 0x3E))
      switch byte {
      case UInt8(ascii: "\\"): offset += Self.isPunctuation(self.byte(offset + 1)) ? 2 : 1
      case UInt8(ascii: "`"): offset = code(at: offset)
      case UInt8(ascii: "$"): offset = math(at: offset)
      case UInt8(ascii: "@"): offset = reference(at: offset, from: start)
      case UInt8(ascii: "["):
        offset =
          self.byte(offset + 1) == UInt8(ascii: "^")
          ? footnote(at: offset, isLineStart: wasLineStart) : citation(at: offset)
      case UInt8(ascii: "{"): offset = attributes(at: offset)
      case UInt8(ascii: "<"): offset = address(at: offset)
      case 0xDD, 0xDE: offset = literal(at: offset)
      default: offset += 1
      }
    }
  }

  mutating func add(_ kind: Mark.Kind, _ lower: Int, _ upper: Int) -> Int {
    marks.append(Mark(kind: kind, span: Span(lower, upper)))
    return upper
  }

  // MARK: Code and quantities

  private mutating func code(at offset: Int) -> Int {
    var length = 0
    while byte(offset + length) == UInt8(ascii: "`") { length += 1 }
    let start = offset + length
    if length <= Self.longestRun, unclosedRuns[length] { return start }
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index
      while byte(index) == UInt8(ascii: "`") { index += 1 }
      if index - run == length { return codeSpan(offset, content: Span(start, run), end: index) }
    }
    if length <= Self.longestRun { unclosedRuns[length] = true }
    return start
  }

  private static let quantityHead = Array("{scarp}".utf8)

  private mutating func codeSpan(_ offset: Int, content: Span, end: Int) -> Int {
    let head = Self.quantityHead
    var lower = content.lower + head.count
    guard lower <= content.upper, bytes[content.lower..<lower].elementsEqual(head),
      lower == content.upper || Self.isSpace(bytes[lower])
    else { return end }
    var upper = content.upper
    while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 }
    while upper > lower, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
    return add(.inline(.quantity(Span(lower, upper))), offset, end)
  }

  // MARK: Mathematics

  private mutating func math(at offset: Int) -> Int {
    if byte(offset + 1) == UInt8(ascii: "$") { return displayMath(at: offset) }
    guard inlineMathHasEnd, offset + 1 < end, !Self.isSpace(bytes[offset + 1]) else {
      return offset + 1
    }
    var index = offset + 1
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "$")
      where index > offset + 1 && !Self.isSpace(bytes[index - 1])
        && !Self.isDigit(byte(index + 1)):
        let tex = Mark.text(Span(offset + 1, index), in: bytes)
        return add(.inline(.math(tex: tex, display: false)), offset, index + 1)
      default: index += 1
      }
    }
    inlineMathHasEnd = false
    return offset + 1
  }

  /// The label `{#eq-odds}` behind a displayed formula, and where it ends.
  private func equationLabel(after close: Int) -> (label: String?, end: Int) {
    var start = close
    while byte(start) == 0x20 || byte(start) == 0x09 { start += 1 }
    let head = Array("{#eq-".utf8)
    guard start + head.count < end, bytes[start..<(start + head.count)].elementsEqual(head) else {
      return (nil, close)
    }
    let upper = slugEnd(from: start + head.count)
    guard upper > start + head.count, byte(upper) == UInt8(ascii: "}") else { return (nil, close) }
    return (String(decoding: bytes[(start + 2)..<upper], as: UTF8.self), upper + 1)
  }

  private mutating func displayMath(at offset: Int) -> Int {
    let start = offset + 2
    guard displayMathHasEnd else { return start }
    var index = start
    while index + 1 < end {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "$") where bytes[index + 1] == UInt8(ascii: "$"):
        guard bytes[start..<index].contains(where: { !Self.isSpace($0) }) else { return start }
        let tex = Self.trimmed(Mark.text(Span(start, index), in: bytes))
        let (label, upper) = equationLabel(after: index + 2)
        return add(.inline(.math(tex: tex, display: true, label: label)), offset, upper)
      default: index += 1
      }
    }
    displayMathHasEnd = false
    return start
  }

  // MARK: Footnotes and addresses

  private mutating func footnote(at offset: Int, isLineStart: Bool) -> Int {
    var index = offset + 2
    while index < end, bytes[index] != UInt8(ascii: "]") {
      if Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "[") { return index }
      index += 1
    }
    guard index < end, index > offset + 2 else { return offset + 1 }
    let label = String(decoding: bytes[(offset + 2)..<index], as: UTF8.self)
    let name = FootnoteName(label: label, span: Span(offset, index + 1))
    if isLineStart, byte(index + 1) == UInt8(ascii: ":") {
      definitions.append(name)
    } else {
      references.append(name)
    }
    return index + 1
  }

  /// The end of an address in angle brackets, in which nothing is looked for.
  private func address(at offset: Int) -> Int {
    var index = offset + 1
    var hasScheme = false
    while index < end, !Self.isSpace(bytes[index]), bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == UInt8(ascii: ">") { return hasScheme ? index + 1 : offset + 1 }
      hasScheme =
        hasScheme || bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "@")
      index += 1
    }
    return offset + 1
  }

  // MARK: Attributes and placeholders

  private mutating func attributes(at offset: Int) -> Int {
    var close = offset + 1
    while close < end, bytes[close] != UInt8(ascii: "}"), bytes[close] != 0x0A,
      bytes[close] != UInt8(ascii: "{")
    {
      close += 1
    }
    guard close < end, bytes[close] == UInt8(ascii: "}") else { return offset + 1 }
    var after = close + 1
    while [0x20, 0x09, 0x23, 0x0D].contains(byte(after)) { after += 1 }
    guard after >= end || bytes[after] == 0x0A else { return offset + 1 }
    var id: String?
    var isUnnumbered = false
    for item in bytes[(offset + 1)..<close].split(whereSeparator: Self.isSpace) {
      let text = String(decoding: item, as: UTF8.self)
      if text == ".unnumbered" || text == "-" {
        isUnnumbered = true
      } else if item.first == UInt8(ascii: "#"), item.count > 1, id == nil,
        item.dropFirst().allSatisfy({ Self.isWord($0) || $0 == UInt8(ascii: "-") })
      {
        id = String(text.dropFirst())
      } else {
        return offset + 1
      }
    }
    guard id != nil || isUnnumbered else { return offset + 1 }
    return add(.attributes(id: id, isUnnumbered: isUnnumbered), offset, close + 1)
  }

  private mutating func literal(at offset: Int) -> Int {
    let value = UInt32(bytes[offset] & 0x1F) << 6 | UInt32(byte(offset + 1) & 0x3F)
    guard Mark.placeholders.contains(value) else { return offset + 1 }
    return add(.literal, offset, offset + 2)
  }

  // MARK: Bytes

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }

  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8.drop(while: isSpace)
    let end = bytes.lastIndex { !isSpace($0) }.map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(bytes[..<end]) ?? text
  }
}
