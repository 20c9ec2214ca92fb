public import Diagnostics

/// A piece of running text.
public struct Inline: Sendable, Equatable {
  /// What a piece of running text is.
  public enum Kind: Sendable, Equatable {
    /// Plain text.
    case text(String)
    /// A line end in the source that means a space.
    case softBreak
    /// A line end that the author asks for.
    case lineBreak
    /// Code.
    case code(String)
    /// Emphasis.
    case emphasis([Inline])
    /// Strong emphasis.
    case strong([Inline])
    /// Text struck through.
    case strikethrough([Inline])
    /// A link.
    case link(destination: String, title: String, content: [Inline])
    /// An image, its content being the text in its place.
    case image(destination: String, title: String, content: [Inline])
    /// Raw HTML, as text: it is shown, never passed through.
    case html(String)
    /// A reference to a footnote, counted from 0 in ``Document/footnotes``.
    case footnote(Int)
    /// A formula in TeX, without its dollar signs; a displayed one may carry a label, `eq-odds`.
    case math(tex: String, display: Bool, label: String? = nil)
    /// `@fig-x`, `@tbl-x`, `@sec-x`, `@eq-x`.
    case crossReference(CrossReference)
    /// `[@key; @other, p. 3]`, or `@key` in running text.
    case citation([Citation])
    /// `` `{scarp} quantity` ``: where the words after `{scarp}` stand.
    case quantity(Span)
  }

  /// What the piece is.
  public let kind: Kind
  /// Where it stands in the file: exact for Scarp's own forms, else as near as the parser knows.
  public let span: Span

  /// Creates a piece of running text.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// The pieces inside this one.
  public var children: [Inline] {
    switch kind {
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .link(_, _, let content), .image(_, _, let content):
      content
    default: []
    }
  }

  /// Calls a function with the piece and every piece inside it, parents before children.
  public func visit(_ visit: (Inline) -> Void) {
    visit(self)
    for child in children { child.visit(visit) }
  }

  /// The text without any marking, as an attribute or a title bar shows it.
  public var plainText: String {
    switch kind {
    case .text(let text), .code(let text), .html(let text): text
    case .softBreak, .lineBreak: " "
    case .math(let tex, _, _): tex
    case .crossReference(let reference): "@" + reference.id
    case .citation(let citations):
      citations.first?.form == .textual
        ? citations.map { "@" + $0.key }.joined()
        : "[" + citations.map { "@" + $0.key }.joined(separator: "; ") + "]"
    case .footnote, .quantity: ""
    case .emphasis, .strong, .strikethrough, .link, .image:
      children.map(\.plainText).joined()
    }
  }
}

/// A reference to a figure, a table, a section or an equation of the same notebook.
public struct CrossReference: Sendable, Equatable {
  /// What is referred to.
  public enum Target: String, Sendable, CaseIterable {
    /// A figure.
    case figure = "fig"
    /// A table.
    case table = "tbl"
    /// A section.
    case section = "sec"
    /// A displayed formula.
    case equation = "eq"
  }

  /// What is referred to.
  public let target: Target
  /// The label: `fig-roc`.
  public let id: String
  /// Where it stands, with the `@`.
  public let span: Span

  /// Creates a cross-reference.
  public init(target: Target, id: String, span: Span) {
    self.target = target
    self.id = id
    self.span = span
  }
}

/// One work cited.
public struct Citation: Sendable, Equatable {
  /// How a work is cited.
  public enum Form: Sendable {
    /// `[@key]`: author and year in brackets.
    case bracketed
    /// `[-@key]`: the year alone, in brackets.
    case authorless
    /// `@key` in running text: the author as part of the sentence, the year in brackets.
    case textual
  }

  /// The work's key in the bibliography.
  public let key: String
  /// What stands before the key.
  public let prefix: String
  /// What follows the key and its comma: a page.
  public let suffix: String
  /// Where the key stands, with the `@`.
  public let span: Span
  /// How it is cited.
  public let form: Form

  /// Creates a citation.
  public init(
    key: String, prefix: String, suffix: String, span: Span, form: Form = .bracketed
  ) {
    self.key = key
    self.prefix = prefix
    self.suffix = suffix
    self.span = span
    self.form = form
  }
}
