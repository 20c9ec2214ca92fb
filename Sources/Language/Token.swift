public import Diagnostics

/// The smallest piece of a statement, with its place.
public struct Token: Sendable {
  /// What it is.
  public let kind: Kind
  /// Its words in the notebook.
  public let span: Span

  /// The kinds of tokens.
  public enum Kind: Sendable, Equatable {
    /// A name or a word of the language; a word with a hyphen is always a word.
    case word(String)
    /// A number, and its digits as written.
    case number(Double, String)
    /// A quoted text.
    case string(String)
    /// A comma, a colon, an operator, a bracket.
    case symbol(String)
  }

  /// The word, if it is one.
  var word: String? {
    guard case .word(let text) = kind else { return nil }
    return text
  }

  /// The number, if it is one.
  var number: Double? {
    guard case .number(let value, _) = kind else { return nil }
    return value
  }

  /// The text, if it is quoted.
  var string: String? {
    guard case .string(let text) = kind else { return nil }
    return text
  }

  /// Whether it is this symbol.
  func isSymbol(_ text: String) -> Bool { kind == .symbol(text) }

  /// Whether it is this word.
  func isWord(_ text: String) -> Bool { kind == .word(text) }

  /// The token as the formatter writes it.
  var text: String {
    switch kind {
    case .word(let text), .symbol(let text): text
    case .number(_, let digits): digits
    case .string(let text):
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }
}
