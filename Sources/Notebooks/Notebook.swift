public import Diagnostics
public import Markdown

/// A study's file, read into its parts.
public struct Notebook: Sendable {
  /// A part of the page, in order.
  public enum Part: Sendable, Equatable {
    /// Prose.
    case block(Block)
    /// A cell, by its index in ``Notebook/cells``.
    case cell(Int)
  }

  /// The file, in which every span counts.
  public let source: Source
  /// The settings at the head of the file.
  public let frontMatter: FrontMatter
  /// The page in order, footnotes apart.
  public let parts: [Part]
  /// The footnotes, in the order of their first reference.
  public let footnotes: [Footnote]
  /// The cells in page order.
  public let cells: [Cell]
  /// The quantities in prose, in page order.
  public let quantities: [InlineQuantity]
  /// The references to figures, tables and sections, in page order.
  public let crossReferences: [CrossReference]
  /// The identifiers of headings, in page order.
  public let sectionIDs: [String]
  /// The labels of equations, in page order.
  public let equationIDs: [String]
  /// The works cited, in page order.
  public let citations: [Citation]

  /// The blocks of prose in page order, cells left out.
  public var blocks: [Block] {
    parts.compactMap { if case .block(let block) = $0 { block } else { nil } }
  }
}

/// A quantity that prose prints: `` `{scarp} auc of long on test` ``.
public struct InlineQuantity: Sendable, Equatable {
  /// Its number in page order, from 0.
  public let index: Int
  /// Where the words after `{scarp}` stand.
  public let span: Span

  /// Creates a quantity.
  public init(index: Int, span: Span) {
    self.index = index
    self.span = span
  }
}
