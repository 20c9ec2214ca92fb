import Diagnostics

/// References to parts of the page and to works.
extension MarkScanner {
  /// A cross-reference or a work cited in running text, at an `@`.
  mutating func reference(at offset: Int, from start: Int) -> Int {
    guard offset == start || !Self.isWord(bytes[offset - 1]) else { return offset + 1 }
    for target in CrossReference.Target.allCases {
      let head = Array((target.rawValue + "-").utf8)
      guard offset + 1 + head.count < end,
        bytes[(offset + 1)..<(offset + 1 + head.count)].elementsEqual(head)
      else { continue }
      let upper = slugEnd(from: offset + 1 + head.count)
      guard upper > offset + 1 + head.count else { continue }
      let id = String(decoding: bytes[(offset + 1)..<upper], as: UTF8.self)
      let reference = CrossReference(target: target, id: id, span: Span(offset, upper))
      return add(.inline(.crossReference(reference)), offset, upper)
    }
    return textualCitation(at: offset)
  }

  /// `@key` or `@key [p. 3]`.
  private mutating func textualCitation(at offset: Int) -> Int {
    let upper = keyEnd(from: offset + 1)
    // After a slash it is part of an address.
    guard upper > offset + 1, offset >= linkTextEnd,
      offset == 0 || bytes[offset - 1] != UInt8(ascii: "/")
    else { return offset + 1 }
    let key = String(decoding: bytes[(offset + 1)..<upper], as: UTF8.self)
    let (suffix, close) = locator(after: upper)
    let citation = Citation(
      key: key, prefix: "", suffix: suffix, span: Span(offset, upper), form: .textual)
    return add(.inline(.citation([citation])), offset, close)
  }

  /// The words in brackets behind a work cited in running text, and where they end.
  private func locator(after upper: Int) -> (suffix: String, end: Int) {
    let open = byte(upper) == 0x20 ? upper + 1 : upper
    guard byte(open) == UInt8(ascii: "["), byte(open + 1) != UInt8(ascii: "^") else {
      return ("", upper)
    }
    var close = open + 1
    while close < end, close - open < 200,
      !"[]@`".utf8.contains(bytes[close])
    {
      close += 1
    }
    guard close > open + 1, byte(close) == UInt8(ascii: "]"),
      byte(close + 1) != UInt8(ascii: "("), byte(close + 1) != UInt8(ascii: "[")
    else { return ("", upper) }
    return (Self.trimmed(Mark.text(Span(open + 1, close), in: bytes)), close + 1)
  }

  /// The end of a work's key: letters, digits and some signs, ending in a letter or digit.
  private func keyEnd(from start: Int) -> Int {
    var upper = start
    guard Self.isWord(byte(upper)) else { return start }
    while upper < end, Self.isWord(bytes[upper]) || Self.keyPunctuation.contains(bytes[upper]) {
      // Dashes and curly quotes, U+2000 and what follows, end a key.
      if bytes[upper] == 0xE2, byte(upper + 1) == 0x80 { break }
      upper += 1
    }
    while upper > start, !Self.isWord(bytes[upper - 1]) { upper -= 1 }
    return upper
  }

  /// The end of a slug: letters, digits, hyphens and underscores, ending in a letter or digit.
  func slugEnd(from start: Int) -> Int {
    var upper = start
    while Self.isAlphanumeric(byte(upper)) || Self.slugPunctuation.contains(byte(upper)) {
      upper += 1
    }
    while upper > start, !Self.isAlphanumeric(bytes[upper - 1]) { upper -= 1 }
    return upper
  }

  /// Works cited in brackets.
  mutating func citation(at offset: Int) -> Int {
    var close = offset + 1
    while close < end, bytes[close] != UInt8(ascii: "]"), bytes[close] != UInt8(ascii: "[") {
      close += bytes[close] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard close < end, bytes[close] == UInt8(ascii: "]") else { return offset + 1 }
    // A link's text is no citation.
    if byte(close + 1) == UInt8(ascii: "(") || byte(close + 1) == UInt8(ascii: "[") {
      linkTextEnd = close
      return offset + 1
    }
    guard !Self.isSpace(bytes[offset + 1]) else { return offset + 1 }
    var citations: [Citation] = []
    var start = offset + 1
    while start < close {
      let semicolon = bytes[start..<close].firstIndex(of: UInt8(ascii: ";")) ?? close
      guard let citation = work(Span(start, semicolon)) else { return offset + 1 }
      citations.append(citation)
      start = semicolon + 1
    }
    guard !citations.isEmpty else { return offset + 1 }
    return add(.inline(.citation(citations)), offset, close + 1)
  }

  /// One work between semicolons: words, `@key`, words.
  private func work(_ span: Span) -> Citation? {
    guard let at = bytes[span.lower..<span.upper].firstIndex(of: UInt8(ascii: "@")),
      at == span.lower || !Self.isWord(bytes[at - 1])
    else { return nil }
    let upper = min(keyEnd(from: at + 1), span.upper)
    let key = String(decoding: bytes[(at + 1)..<upper], as: UTF8.self)
    let isLabel = CrossReference.Target.allCases.contains { key.hasPrefix($0.rawValue + "-") }
    guard !key.isEmpty, !isLabel else { return nil }
    var prefix = Self.trimmed(Mark.text(Span(span.lower, at), in: bytes))
    let isAuthorless = prefix.hasSuffix("-")
    if isAuthorless { prefix = Self.trimmed(String(prefix.dropLast())) }
    var suffix = Self.trimmed(Mark.text(Span(upper, span.upper), in: bytes))
    if suffix.hasPrefix(",") { suffix = Self.trimmed(String(suffix.dropFirst())) }
    return Citation(
      key: key, prefix: prefix, suffix: suffix, span: Span(at, upper),
      form: isAuthorless ? .authorless : .bracketed)
  }

  private static let slugPunctuation = Array("-_".utf8)
  private static let keyPunctuation = Array(":.#$%&-+?<>~/".utf8)
}
