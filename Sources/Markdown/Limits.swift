import Diagnostics

/// How much text is read, so that the work stays in proportion to what a study can be.
enum Limits {
  /// The most bytes of a file.
  static let file = 8 << 20
  /// The most bytes of a line.
  static let line = 256 << 10
  /// The most opening brackets in the lines up to the next blank one: the parser's time grows
  /// with their square.
  static let brackets = 16 << 10

  /// The first of the limits that a text exceeds.
  static func excess(of bytes: [UInt8], lines: LineMap) -> Diagnostic? {
    guard bytes.count <= file else {
      return Diagnostic(
        .textTooLarge, "the file has \(bytes.count) bytes, expected at most \(file)", at: nil,
        help: ["Keep data in files of the data folder, not in the notebook."])
    }
    var brackets = 0
    for line in 1...lines.count {
      let span = lines.content(line)
      guard span.upper - span.lower <= Self.line else {
        return Diagnostic(
          .textTooLarge,
          "the line has \(span.upper - span.lower) bytes, expected at most \(Self.line)",
          at: Span(span.lower, span.lower), help: ["Break the line."])
      }
      if span.lower == span.upper { brackets = 0 }
      for byte in bytes[span.lower..<span.upper] where byte == UInt8(ascii: "[") { brackets += 1 }
      guard brackets <= Self.brackets else {
        return Diagnostic(
          .textTooLarge, "the paragraph has more than \(Self.brackets) opening brackets",
          at: Span(span.lower, span.lower), help: ["Break the paragraph with blank lines."])
      }
    }
    return nil
  }

  /// The parser could not be made.
  static var outOfMemory: Diagnostic {
    Diagnostic(
      .textTooLarge, "there is not enough memory to read the file", at: nil,
      help: ["Close other programs, or shorten the notebook."])
  }
}
