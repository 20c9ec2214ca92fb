import Diagnostics

/// How much text is read, so that the work stays in proportion to what a study can be.
enum Limits {
  /// The most bytes of a file.
  static let file = 4 << 20
  /// The most bytes of a line.
  static let line = 256 << 10
  /// The most columns of a table: the library's time grows with their square.
  static let columns = 2 << 10
  /// The most opening brackets in the lines up to the next blank one: the library's time grows
  /// with their square.
  static let brackets = 4 << 10
  /// The most opening brackets of a file.
  static let allBrackets = 64 << 10

  /// Whether a file is too large to be read at all.
  static func excess(ofSize size: Int) -> Diagnostic? {
    guard size > file else { return nil }
    return tooMany(
      "the file has \(size) bytes", file, at: nil,
      help: "Keep data in files of the data folder, not in the notebook.")
  }

  /// The first of the other limits that a text exceeds.
  static func excess(of bytes: [UInt8], lines: LineMap) -> Diagnostic? {
    var brackets = 0
    var allBrackets = 0
    for line in 1...lines.count {
      let span = lines.content(line)
      let start = Span(span.lower, span.lower)
      let length = span.upper - span.lower
      guard length <= Self.line else {
        return tooMany(
          "the line has \(length) bytes", Self.line, at: start, help: "Break the line.")
      }
      if length == 0 { brackets = 0 }
      var bars = 0
      for byte in bytes[span.lower..<span.upper] {
        if byte == UInt8(ascii: "|") { bars += 1 }
        if byte == UInt8(ascii: "[") {
          brackets += 1
          allBrackets += 1
        }
      }
      guard bars <= columns else {
        return tooMany(
          "the line has \(bars) bars", columns, at: start, help: "Make the table narrower.")
      }
      guard brackets <= Self.brackets else {
        return tooMany(
          "the paragraph has \(brackets) opening brackets", Self.brackets, at: start,
          help: "Break the paragraph with blank lines.")
      }
      guard allBrackets <= Self.allBrackets else {
        return tooMany(
          "the file has \(allBrackets) opening brackets", Self.allBrackets, at: start,
          help: "Shorten the notebook.")
      }
    }
    return nil
  }

  private static func tooMany(
    _ found: String, _ most: Int, at span: Span?, help: String
  ) -> Diagnostic {
    Diagnostic(.textTooLarge, "\(found), expected at most \(most)", at: span, help: [help])
  }

  /// The parser could not be made.
  static var outOfMemory: Diagnostic {
    Diagnostic(
      .textTooLarge, "there is not enough memory to read the file", at: nil,
      help: ["Close other programs, or shorten the notebook."])
  }
}
