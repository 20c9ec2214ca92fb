import Diagnostics

/// Reads the lines `#| key: value` at the head of a cell.
struct CellOptionReader {
  private(set) var options = Cell.Options()
  private(set) var diagnostics: [Diagnostic] = []

  private let source: Source
  private let body: Span
  private static let keys = ["label", "echo", "fold"]

  init(source: Source, body: Span) {
    self.source = source
    self.body = body
  }

  mutating func read() {
    var isHead = true
    var seen: Set<String> = []
    var offset = body.lower
    while offset < body.upper {
      let line = source.lineSpan(source.line(at: offset))
      offset = max(
        offset + 1, source.bytes[line.upper...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.upper)
      let text = trimmed(line)
      guard text.lower < text.upper else { continue }
      let bytes = source.bytes[text.lower..<text.upper]
      guard bytes.starts(with: Array("#|".utf8)) else {
        if bytes.first != UInt8(ascii: "#") { isHead = false }
        continue
      }
      guard isHead else {
        diagnostics.append(
          Diagnostic(
            .cellOptionPlace, "the option stands after the cell's first statement", at: text,
            help: ["Move it to the head of the cell."]))
        continue
      }
      readOption(Span(text.lower + 2, text.upper), line: text, seen: &seen)
    }
  }

  private mutating func readOption(_ span: Span, line: Span, seen: inout Set<String>) {
    let bytes = source.bytes[span.lower..<span.upper]
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      diagnostics.append(
        Diagnostic(
          .cellOption, "expected “key: value” after #|", at: line,
          help: ["Write label: NAME, echo: false or fold: false."]))
      return
    }
    let keySpan = trimmed(Span(span.lower, colon))
    let valueSpan = trimmed(Span(colon + 1, span.upper))
    let key = source[keySpan]
    guard Self.keys.contains(key) else {
      let guess = nearest(to: key, among: Self.keys)
      diagnostics.append(
        Diagnostic(
          .cellOption, "“\(key)” is no option of a cell", at: keySpan,
          help: [
            guess.map { "Did you mean “\($0)”?" }
              ?? "Use one of \(Self.keys.joined(separator: ", ")), or delete the line."
          ]))
      return
    }
    guard seen.insert(key).inserted else {
      diagnostics.append(
        Diagnostic(
          .cellOption, "the option “\(key)” is given twice", at: keySpan,
          help: ["Delete one of the two."]))
      return
    }
    switch key {
    case "label":
      let value = source[valueSpan]
      guard Self.isLabel(value) else {
        return wrong(key, valueSpan, expected: "a name of letters, digits and hyphens")
      }
      options.label = Cell.Placed(value, key: keySpan, at: valueSpan)
    case "echo": options.echo = truth(key, keySpan, valueSpan)
    default: options.fold = truth(key, keySpan, valueSpan)
    }
  }

  private mutating func truth(
    _ key: String, _ keySpan: Span, _ valueSpan: Span
  ) -> Cell.Placed<Bool>? {
    switch source[valueSpan] {
    case "true": return Cell.Placed(true, key: keySpan, at: valueSpan)
    case "false": return Cell.Placed(false, key: keySpan, at: valueSpan)
    default:
      wrong(key, valueSpan, expected: "true or false")
      return nil
    }
  }

  private mutating func wrong(_ key: String, _ span: Span, expected: String) {
    let found = span.lower == span.upper ? "nothing" : "“\(source[span])”"
    diagnostics.append(
      Diagnostic(
        .cellOptionValue, "\(key) takes \(expected), found \(found)", at: span,
        help: ["Write \(expected)."]))
  }

  private static func isLabel(_ text: String) -> Bool {
    guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else {
      return false
    }
    return text.utf8.allSatisfy {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  private func trimmed(_ span: Span) -> Span {
    var (lower, upper) = (span.lower, span.upper)
    while lower < upper, [0x20, 0x09, 0x0D].contains(source.bytes[lower]) { lower += 1 }
    while upper > lower, [0x20, 0x09, 0x0D].contains(source.bytes[upper - 1]) { upper -= 1 }
    return Span(lower, upper)
  }
}
