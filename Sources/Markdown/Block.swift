public import Diagnostics

/// A block of a document: a paragraph, a heading, a table.
public struct Block: Sendable, Equatable {
  /// What a block is.
  public enum Kind: Sendable, Equatable {
    /// A paragraph.
    case paragraph([Inline])
    /// A heading.
    case heading(Heading)
    /// A quotation.
    case quotation([Block])
    /// A list.
    case list(List)
    /// A code block, fenced or indented.
    case code(CodeBlock)
    /// Raw HTML, as text: it is shown, never passed through.
    case html(String)
    /// A table.
    case table(Table)
    /// A horizontal rule.
    case rule
  }

  /// A heading.
  public struct Heading: Sendable, Equatable {
    /// From 1, the highest, to 6.
    public let level: Int
    /// The identifier given as `{#id}`.
    public let id: String?
    /// Whether it carries `{.unnumbered}` or `{-}`.
    public let isUnnumbered: Bool
    /// Its text.
    public let content: [Inline]
  }

  /// A list.
  public struct List: Sendable, Equatable {
    /// The number of the first item where the items are numbered.
    public let start: Int?
    /// Whether the items stand without space between them.
    public let isTight: Bool
    /// The items.
    public let items: [[Block]]
  }

  /// A table.
  public struct Table: Sendable, Equatable {
    /// How the text of a column stands.
    public enum Alignment: Sendable, Equatable {
      /// As the report sees fit.
      case natural
      /// To the left.
      case left
      /// In the middle.
      case center
      /// To the right.
      case right
    }

    /// One alignment for each column.
    public let alignments: [Alignment]
    /// The cells of the header.
    public let header: [[Inline]]
    /// The cells of each further row, as many as the header has.
    public let rows: [[[Inline]]]
  }

  /// What the block is.
  public let kind: Kind
  /// Where the block stands in the file.
  public let span: Span

  /// Creates a block.
  public init(_ kind: Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }

  /// Calls a function with every inline of the block, parents before children.
  public func visitInlines(_ visit: (Inline) -> Void) {
    visitBlocks { block in
      switch block.kind {
      case .paragraph(let inlines): for inline in inlines { inline.visit(visit) }
      case .heading(let heading): for inline in heading.content { inline.visit(visit) }
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row { for inline in cell { inline.visit(visit) } }
        }
      case .quotation, .list, .code, .html, .rule: break
      }
    }
  }

  /// Calls a function with the block and every block inside it, parents before children.
  public func visitBlocks(_ visit: (Block) -> Void) {
    visit(self)
    switch kind {
    case .quotation(let blocks): for block in blocks { block.visitBlocks(visit) }
    case .list(let list):
      for item in list.items { for block in item { block.visitBlocks(visit) } }
    case .paragraph, .heading, .code, .html, .table, .rule: break
    }
  }
}
