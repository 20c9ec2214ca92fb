extension Diagnostic {
  /// The message as a terminal shows it: title, place, the line with its words marked, help.
  ///
  ///     error E219: “s3” is 157 x 157 but the shape here is 156 x 156.
  ///       --> veneto.md:144:3
  ///     144 |   join     s3
  ///         |   ^^^^^^^^^^^
  ///         = help: Add “, matched” to crop the larger one.
  ///         = more: scarp explain E219
  ///
  /// - Parameters:
  ///   - source: the text that the span counts in.
  ///   - color: whether to mark the title and the carets with terminal colours.
  /// - Returns: the message, without a line end after its last line.
  public func rendered(in source: Source, color: Bool = false) -> String {
    let bold = color ? "\u{1B}[1m" : ""
    let tint = color ? (severity == .error ? "\u{1B}[31m" : "\u{1B}[33m") : ""
    let plain = color ? "\u{1B}[0m" : ""
    var lines = ["\(bold)\(tint)\(severity.rawValue) \(code.id)\(plain)\(bold): \(title)\(plain)"]
    var margin = "   "
    if let span {
      let (line, column) = source.position(at: span.lower)
      let number = String(line)
      margin = String(repeating: " ", count: number.count)
      let lineSpan = source.excerpt(around: span, of: source.lineSpan(line))
      let shown = Self.visible(source[lineSpan])
      let before = Self.visible(source[Span(lineSpan.lower, max(lineSpan.lower, span.lower))])
      let marked = source[
        Span(
          min(span.lower, lineSpan.upper),
          max(min(span.upper, lineSpan.upper), min(span.lower, lineSpan.upper)))]
      let carets = String(repeating: "^", count: max(1, Self.visible(marked).count))
      let indent = String(repeating: " ", count: before.count)
      lines.append("\(margin)--> \(Self.visible(source.name)):\(line):\(column)")
      lines.append("\(number) | \(shown)")
      lines.append("\(margin) | \(indent)\(tint)\(carets)\(plain)")
    } else {
      lines.append("\(margin)--> \(Self.visible(source.name))")
    }
    lines += help.map { "\(margin) = help: \($0)" }
    lines.append("\(margin) = more: scarp explain \(code.id)")
    return lines.joined(separator: "\n")
  }

  /// The text with tabs as single spaces and control characters made visible, so that a notebook
  /// cannot drive the reader's terminal.
  static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Source {
  /// How many bytes of a line a message shows before its words, and from them on.
  private static let shownBytes = (before: 100, after: 200)

  /// The part of a line round a span: a line may be as long as a file, and is then not shown whole.
  fileprivate func excerpt(around span: Span, of line: Span) -> Span {
    guard line.upper - line.lower > Self.shownBytes.before + Self.shownBytes.after else {
      return line
    }
    let middle = min(max(span.lower, line.lower), line.upper)
    var lower = max(line.lower, middle - Self.shownBytes.before)
    var upper = min(line.upper, middle + Self.shownBytes.after)
    // Never through a letter of several bytes.
    while lower > line.lower, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper > middle, upper < line.upper, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return Span(lower, upper)
  }
}
