import Diagnostics
import Vocabulary

/// A place in the words of one sentence.
struct Cursor {
  let tokens: [Token]
  var at: Int
  let end: Int

  init(_ tokens: [Token]) {
    self.tokens = tokens
    at = 0
    end = tokens.count
  }

  init(_ tokens: [Token], from: Int, to: Int) {
    self.tokens = tokens
    at = from
    end = to
  }

  var isAtEnd: Bool { at >= end }
  var token: Token? { at < end ? tokens[at] : nil }

  func token(ahead: Int) -> Token? { at + ahead < end ? tokens[at + ahead] : nil }

  /// The words from here that are words, as far as they go.
  func words(limit: Int = 6) -> [String] {
    var result: [String] = []
    var index = at
    while index < end, result.count < limit, let word = tokens[index].word {
      result.append(word)
      index += 1
    }
    return result
  }

  /// How many tokens the phrase takes if the sentence goes on with it.
  func matches(_ phrase: String) -> Int? {
    let parts = phrase.split(separator: " ")
    guard at + parts.count <= end else { return nil }
    for (offset, part) in parts.enumerated() where !tokens[at + offset].isWord(String(part)) {
      return nil
    }
    return parts.count
  }

  mutating func take(_ phrase: String) -> Bool {
    guard let count = matches(phrase) else { return false }
    at += count
    return true
  }

  mutating func takeSymbol(_ symbol: String) -> Bool {
    guard let token, token.isSymbol(symbol) else { return false }
    at += 1
    return true
  }

  /// The span from a token on up to the last one taken.
  func span(from start: Int) -> Span {
    guard start < tokens.count else {
      return tokens.last.map { Span($0.span.upper, $0.span.upper) } ?? Span(0, 0)
    }
    let last = max(start, at - 1)
    return tokens[start].span.union(tokens[min(last, tokens.count - 1)].span)
  }

  /// The words at hand, or the end of the last ones.
  var here: Span {
    token?.span ?? tokens.last.map { Span($0.span.upper, $0.span.upper) } ?? Span(0, 0)
  }
}
