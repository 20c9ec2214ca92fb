public import Diagnostics
public import Vocabulary

/// Tells what each piece of a cell's text is, so that a page can colour it.
public struct Highlighter {
  /// What a piece is to the language.
  public enum Role: Sendable {
    /// Spaces, and words that the language leaves open.
    case plain
    /// A verb or another word of the language.
    case word
    /// A name where it is given.
    case definition
    /// A name where it is used.
    case name
    /// A number.
    case number
    /// A unit.
    case unit
    /// A text in quotes.
    case string
    /// A label: `fig-roc`.
    case label
    /// An operator.
    case `operator`
    /// A comment or an option of the cell.
    case comment
  }

  /// A piece of text.
  public struct Piece: Sendable, Equatable {
    /// Where it stands.
    public let span: Span
    /// What it is.
    public let role: Role
  }

  private let source: Source
  private let catalog: Catalog
  private let names: Set<String>

  /// Creates a highlighter for the cells of one study.
  ///
  /// - Parameters:
  ///   - source: the study's text.
  ///   - cells: the bodies of all its cells, whose statements give the names.
  ///   - catalog: the words of the language.
  public init(source: Source, cells: [Span], catalog: Catalog) {
    self.source = source
    self.catalog = catalog
    var reader = StatementReader(source: source)
    var names: Set<String> = []
    for (index, body) in cells.enumerated() {
      for statement in reader.statements(in: body, cell: index) {
        names.formUnion(statement.names.compactMap(\.word))
      }
    }
    self.names = names
  }

  /// The pieces of a cell, those of each statement with the lines before it together; what follows the
  /// last statement belongs to it.
  ///
  /// All pieces in order are the cell's text, byte for byte.
  public func pieces(of body: Span) -> [[Piece]] {
    var reader = StatementReader(source: source)
    let statements = reader.statements(in: body, cell: 0)
    guard !statements.isEmpty else { return [gap(body)] }
    var result: [[Piece]] = []
    var start = body.lower
    for (index, statement) in statements.enumerated() {
      let end =
        index + 1 < statements.count
        ? lineStart(of: statements[index + 1].leading.first ?? statements[index + 1].span)
        : body.upper
      result.append(pieces(of: statement, in: Span(start, max(start, end))))
      start = max(start, end)
    }
    return result
  }

  private func lineStart(of span: Span) -> Int {
    source.lineStarts[source.line(at: span.lower) - 1]
  }

  private func pieces(of statement: Statement, in region: Span) -> [Piece] {
    var known = statement.names.map { Piece(span: $0.span, role: .definition) }
    known += roles(of: statement.tokens, isHead: true)
    if let label = statement.label { known.append(Piece(span: label.span, role: .label)) }
    func add(_ items: [Statement.Item]) {
      for item in items {
        known += roles(of: item.tokens, isHead: false)
        add(item.nested)
      }
    }
    add(statement.block)
    return filled(known, in: region)
  }

  private func roles(of tokens: [Token], isHead: Bool) -> [Piece] {
    let words = tokens.prefix { $0.word != nil }.compactMap(\.word)
    let verbLength = isHead ? catalog.longestMatch(words)?.length ?? 0 : 0
    return tokens.enumerated().map { index, token in
      let last = index > 0 ? tokens[index - 1] : nil
      return Piece(
        span: token.span, role: index < verbLength ? .word : role(of: token, after: last))
    }
  }

  private func role(of token: Token, after last: Token?) -> Role {
    switch token.kind {
    case .number: return .number
    case .string: return .string
    case .symbol(let symbol): return symbol == "," || symbol == ":" ? .plain : .operator
    case .word(let word):
      if names.contains(word) { return .name }
      if Unit(spelled: word) != nil, word != "g" || last?.number != nil { return .unit }
      if word.hasPrefix("fig-") || word.hasPrefix("tbl-") { return .label }
      return catalog.reserved.contains(word) || catalog.begins(with: word) ? .word : .plain
    }
  }

  /// The pieces with what stands between them.
  private func filled(_ known: [Piece], in region: Span) -> [Piece] {
    var result: [Piece] = []
    var at = region.lower
    for piece in known.sorted(by: { $0.span.lower < $1.span.lower })
    where piece.span.lower >= at && piece.span.upper <= region.upper {
      result += gap(Span(at, piece.span.lower))
      result.append(piece)
      at = piece.span.upper
    }
    return result + gap(Span(at, region.upper))
  }

  /// What stands between tokens: the label's caption, comments, spaces.
  private func gap(_ span: Span) -> [Piece] {
    var result: [Piece] = []
    var start = span.lower
    var at = span.lower
    func close(_ role: Role) {
      if at > start { result.append(Piece(span: Span(start, at), role: role)) }
      start = at
    }
    while at < span.upper {
      switch source.bytes[at] {
      case 0x23:
        close(.plain)
        while at < span.upper, source.bytes[at] != 0x0A { at += 1 }
        close(.comment)
      case 0x22:
        close(.plain)
        at += 1
        while at < span.upper, source.bytes[at] != 0x22, source.bytes[at] != 0x0A {
          at += source.bytes[at] == 0x5C && at + 1 < span.upper ? 2 : 1
        }
        at = min(at + 1, span.upper)
        close(.string)
      case 0x61 where source[Span(at, min(at + 3, span.upper))] == "as ":
        close(.plain)
        at += 2
        close(.word)
      default: at += 1
      }
    }
    close(.plain)
    return result
  }
}
