import Diagnostics

/// The first reading: cuts a cell into statements, and those into names, words, label and block.
struct StatementReader {
  private var lexer: Lexer
  private(set) var diagnostics: [Diagnostic] = []
  /// Comments after the last statement of the cell.
  private(set) var trailing: [Span] = []

  init(source: Source) { lexer = Lexer(source: source) }

  /// The statements of one cell.
  mutating func statements(in body: Span, cell: Int) -> [Statement] {
    lexer = Lexer(source: lexer.source)
    var lines = lexer.lines(in: body)[...]
    diagnostics += lexer.diagnostics
    var result: [Statement] = []
    var leading: [Span] = []
    while let line = lines.popFirst() {
      guard let first = line.tokens.first, let last = line.tokens.last else {
        leading += line.comments
        continue
      }
      if line.indent > 0 {
        diagnostics.append(
          Diagnostic(
            .strayIndent, "This line is indented, but no statement above takes a block here.",
            at: first.span.union(last.span),
            help: ["Start the statement at the left edge of the cell."]))
      }
      var statement = head(of: line, cell: cell)
      statement.leading = leading
      leading = []
      statement.block = items(from: &lines, deeperThan: line.indent, depth: 0)
      result.append(statement)
    }
    trailing = leading
    return result
  }

  private mutating func head(of line: TokenLine, cell: Int) -> Statement {
    let span = line.tokens[0].span.union(line.tokens[line.tokens.count - 1].span)
    var tokens = line.tokens[...]
    var names: [Token] = []
    if let equals = tokens.firstIndex(where: { $0.isSymbol("=") }),
      Self.isNameList(tokens[..<equals])
    {
      names = tokens[..<equals].filter { $0.word != nil }
      tokens = tokens[(equals + 1)...]
    }
    let label = self.label(from: &tokens)
    return Statement(
      names: names, tokens: Array(tokens), label: label, block: [], leading: [],
      comments: line.comments, span: span, cell: cell)
  }

  private static func isNameList(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count % 2 == 1 else { return false }
    return tokens.enumerated().allSatisfy { index, token in
      index % 2 == 0 ? token.word != nil : token.isSymbol(",")
    }
  }

  private mutating func label(from tokens: inout ArraySlice<Token>) -> Statement.Label? {
    guard
      let at = tokens.indices.dropLast().last(where: { index in
        guard tokens[index].isWord("as"), let id = tokens[index + 1].word else { return false }
        return id.hasPrefix("fig-") || id.hasPrefix("tbl-")
      })
    else { return nil }
    let id = tokens[at + 1]
    let rest = tokens[(at + 2)...]
    var caption = ""
    if rest.count == 1, let text = rest.first?.string {
      caption = text
    } else {
      diagnostics.append(
        Diagnostic(
          .labelWithoutCaption, "The label “\(id.text)” needs one caption in quotes after it.",
          at: rest.first.map { $0.span.union(tokens[tokens.endIndex - 1].span) } ?? id.span,
          help: ["Write: as \(id.text) \"What the reader sees here.\""]))
    }
    tokens = tokens[..<at]
    return Statement.Label(id: id.text, span: id.span, caption: caption)
  }

  private mutating func items(
    from lines: inout ArraySlice<TokenLine>, deeperThan indent: Int, depth: Int
  ) -> [Statement.Item] {
    var result: [Statement.Item] = []
    var leading: [Span] = []
    var own: Int?
    while let line = lines.first {
      guard let first = line.tokens.first, let last = line.tokens.last else {
        guard line.indent > indent, hasItem(lines, deeperThan: indent)
        else { break }
        leading += line.comments
        lines.removeFirst()
        continue
      }
      guard line.indent > indent else { break }
      if let own, line.indent > own {
        if depth < 8 {
          result[result.count - 1].nested += items(
            from: &lines, deeperThan: own, depth: depth + 1)
          continue
        }
        diagnostics.append(
          Diagnostic(
            .strayIndent, "This block is nested more than eight deep.",
            at: first.span.union(last.span), help: ["Write it with fewer levels."]))
      }
      own = own ?? line.indent
      result.append(
        Statement.Item(
          tokens: line.tokens, nested: [], leading: leading, comments: line.comments,
          span: first.span.union(last.span)))
      leading = []
      lines.removeFirst()
    }
    return result
  }

  /// Whether another item follows the comments at hand, so that they belong to the block.
  private func hasItem(_ lines: ArraySlice<TokenLine>, deeperThan indent: Int) -> Bool {
    lines.first { !$0.tokens.isEmpty }.map { $0.indent > indent } ?? false
  }
}
