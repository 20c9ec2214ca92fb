public import Diagnostics

/// A text in Markdown, read into a tree of values.
///
/// CommonMark with tables, strikethrough and footnotes, and Scarp's own inline forms: `$…$` and
/// `$$…$$` mathematics, `{#sec-id}` on headings, `@fig-x`, `[@key]` and `` `{scarp} quantity` ``.
public struct Document: Sendable, Equatable {
  /// The blocks in page order, footnotes apart.
  public let blocks: [Block]
  /// The footnotes that are referred to, in the order of their first reference.
  public let footnotes: [Footnote]

  /// Creates a document.
  public init(blocks: [Block], footnotes: [Footnote]) {
    self.blocks = blocks
    self.footnotes = footnotes
  }

  /// Calls a function with every inline of the document, parents before children, footnotes last.
  public func visitInlines(_ visit: (Inline) -> Void) {
    for block in blocks { block.visitInlines(visit) }
    for footnote in footnotes {
      for block in footnote.blocks { block.visitInlines(visit) }
    }
  }

  /// Calls a function with every block of the document, parents before children, footnotes last.
  public func visitBlocks(_ visit: (Block) -> Void) {
    for block in blocks { block.visitBlocks(visit) }
    for footnote in footnotes {
      for block in footnote.blocks { block.visitBlocks(visit) }
    }
  }
}

/// A footnote's text.
public struct Footnote: Sendable, Equatable {
  /// The name between `[^` and `]`.
  public let label: String
  /// What it says.
  public let blocks: [Block]
  /// Where its text stands.
  public let span: Span

  /// Creates a footnote.
  public init(label: String, blocks: [Block], span: Span) {
    self.label = label
    self.blocks = blocks
    self.span = span
  }
}
