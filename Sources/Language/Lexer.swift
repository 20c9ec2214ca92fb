import Diagnostics

/// One line of a cell, cut into tokens; a line that ends in a comma takes in the next.
struct TokenLine {
  /// The column of the first token: its distance in bytes from the start of the line.
  var indent: Int
  /// The tokens.
  var tokens: [Token]
  /// The comments at the ends of its lines, each from its `#`.
  var comments: [Span]
  /// The whole line, or lines.
  var span: Span
}

/// Cuts the text of a cell into lines of tokens.
struct Lexer {
  let source: Source
  private(set) var diagnostics: [Diagnostic] = []

  init(source: Source) { self.source = source }

  /// The lines of a cell's body; option lines (`#|`) and blank lines are left out, comments that stand
  /// alone are lines without tokens.
  mutating func lines(in body: Span) -> [TokenLine] {
    var result: [TokenLine] = []
    var start = body.lower
    var continues = false
    while start < body.upper {
      var end = start
      while end < body.upper, source.bytes[end] != 0x0A { end += 1 }
      let next = min(end + 1, body.upper)
      var stop = end
      if stop > start, source.bytes[stop - 1] == 0x0D { stop -= 1 }
      let line = self.line(from: start, to: stop)
      if continues, var last = result.popLast() {
        last.tokens += line.tokens
        last.comments += line.comments
        last.span = last.span.union(line.span)
        continues = line.tokens.last?.isSymbol(",") ?? (line.tokens.isEmpty && continues)
        result.append(last)
      } else if !line.tokens.isEmpty || line.comments.contains(where: { !isOption($0) }) {
        continues = line.tokens.last?.isSymbol(",") ?? false
        result.append(line)
      }
      start = next
    }
    return result
  }

  private func isOption(_ comment: Span) -> Bool {
    comment.lower + 1 < source.bytes.count && source.bytes[comment.lower + 1] == 0x7C
  }

  private mutating func line(from start: Int, to end: Int) -> TokenLine {
    var tokens: [Token] = []
    var comment: Span?
    var at = start
    while at < end {
      let byte = source.bytes[at]
      switch byte {
      case 0x20, 0x09:
        at += 1
      case 0x23:
        comment = Span(at, end)
        at = end
      case 0x22:
        tokens.append(string(from: &at, to: end))
      case 0x30...0x39:
        tokens.append(number(from: &at, to: end))
      default:
        if isLetter(byte) {
          tokens.append(word(from: &at, to: end))
        } else if let symbol = symbol(at: at, to: end) {
          tokens.append(Token(kind: .symbol(symbol), span: Span(at, at + symbol.utf8.count)))
          at += symbol.utf8.count
        } else {
          let from = at
          at += 1
          diagnostics.append(
            Diagnostic(
              .strayCharacter,
              "“\(Diagnostic.shown(source[Span(from, at)]))” has no meaning here.",
              at: Span(from, at), help: ["Remove it, or put it in quotes if it is part of a text."])
          )
        }
      }
    }
    let indent = (tokens.first?.span.lower ?? comment?.lower ?? start) - start
    return TokenLine(
      indent: indent, tokens: tokens, comments: comment.map { [$0] } ?? [], span: Span(start, end))
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func string(from at: inout Int, to end: Int) -> Token {
    let start = at
    var bytes: [UInt8] = []
    at += 1
    while at < end, source.bytes[at] != 0x22 {
      if source.bytes[at] == 0x5C, at + 1 < end, [0x22, 0x5C].contains(source.bytes[at + 1]) {
        at += 1
      }
      bytes.append(source.bytes[at])
      at += 1
    }
    if at < end {
      at += 1
    } else {
      diagnostics.append(
        Diagnostic(
          .openText, "This text has no closing quote on its line.", at: Span(start, end),
          help: ["Close it with \"."]))
    }
    return Token(kind: .string(String(decoding: bytes, as: UTF8.self)), span: Span(start, at))
  }

  private mutating func number(from at: inout Int, to end: Int) -> Token {
    let start = at
    while at < end, isDigit(source.bytes[at]) { at += 1 }
    if at + 1 < end, source.bytes[at] == 0x2E, isDigit(source.bytes[at + 1]) {
      at += 1
      while at < end, isDigit(source.bytes[at]) { at += 1 }
    }
    if at < end, source.bytes[at] == 0x65 || source.bytes[at] == 0x45 {
      var ahead = at + 1
      if ahead < end, source.bytes[ahead] == 0x2D || source.bytes[ahead] == 0x2B { ahead += 1 }
      if ahead < end, isDigit(source.bytes[ahead]) {
        at = ahead
        while at < end, isDigit(source.bytes[at]) { at += 1 }
      }
    }
    let digits = source[Span(start, at)]
    let value = Double(digits) ?? .infinity
    if !value.isFinite {
      diagnostics.append(
        Diagnostic(
          .numberTooLarge, "The number \(digits) is too large.", at: Span(start, at),
          help: ["Write a number below 1e308."]))
    }
    return Token(kind: .number(value, digits), span: Span(start, at))
  }

  private func word(from at: inout Int, to end: Int) -> Token {
    let start = at
    while at < end {
      let byte = source.bytes[at]
      if isLetter(byte) || isDigit(byte) {
        at += 1
      } else if byte == 0x2D, at + 1 < end, isLetter(source.bytes[at + 1]) {
        at += 2
      } else {
        break
      }
    }
    return Token(kind: .word(source[Span(start, at)]), span: Span(start, at))
  }

  private func symbol(at: Int, to end: Int) -> String? {
    let two = at + 1 < end ? source[Span(at, at + 2)] : ""
    if ["<=", ">=", "==", "..", "!="].contains(two) { return two }
    let one = source[Span(at, at + 1)]
    return ",:=()+-*/^<>.%".contains(one) && !one.isEmpty ? one : nil
  }
}

extension Diagnostic {
  /// A piece of a notebook as a message may show it.
  static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : String($0) }
    return scalars.joined()
  }
}
