import Diagnostics

/// The one canonical way to print commands.
public struct Formatter {
  private let source: Source

  /// Formats the commands of a study: the text with the bodies of its cells in canonical form.
  ///
  /// Prose, front matter and options stay as they are; comments are kept; formatting twice changes
  /// nothing more.
  public static func format(_ study: StudyText) -> String {
    let formatter = Formatter(source: study.source)
    var result = ""
    var at = 0
    for (index, cell) in study.cells.enumerated() {
      result += study.source[Span(at, cell.body.lower)]
      result += formatter.formatted(cell.body, cell: index)
      at = cell.body.upper
    }
    return result + study.source[Span(at, study.source.bytes.count)]
  }

  /// The canonical form of one statement, which the cache knows it by: without comments, caption,
  /// label or alignment.
  static func canonical(_ statement: Statement) -> String {
    var lines = [line(statement.names) + (statement.names.isEmpty ? "" : " = ") + line(statement.tokens)]
    func add(_ items: [Statement.Item], _ depth: Int) {
      for item in items {
        lines.append(String(repeating: "  ", count: depth) + line(item.tokens))
        add(item.nested, depth + 1)
      }
    }
    add(statement.block, 1)
    return lines.joined(separator: "\n")
  }

  /// Tokens with single spaces: none before a comma, round a dot, or inside brackets.
  static func line(_ tokens: [Token]) -> String {
    var result = ""
    for (index, token) in tokens.enumerated() {
      if index > 0, needsSpace(tokens, index) { result += " " }
      result += token.text
    }
    return result
  }

  private static func needsSpace(_ tokens: [Token], _ index: Int) -> Bool {
    let token = tokens[index]
    let last = tokens[index - 1]
    if token.isSymbol(",") || token.isSymbol(")") || token.isSymbol("%") || token.isSymbol(".") {
      return false
    }
    if last.isSymbol("(") || last.isSymbol(".") || last.isSymbol("..") || token.isSymbol("..") {
      return false
    }
    if token.isSymbol(":") { return false }
    if token.isSymbol("("), last.word != nil { return last.span.upper != token.span.lower }
    if token.isSymbol("/") || last.isSymbol("/") {
      // `rad/m` stays together; a division has spaces.
      return last.span.upper != token.span.lower || !isUnitSlash(tokens, index)
    }
    if last.isSymbol("-"), isSign(tokens, index - 1) { return false }
    return true
  }

  private static func isUnitSlash(_ tokens: [Token], _ index: Int) -> Bool {
    let slash = tokens[index].isSymbol("/") ? index : index - 1
    guard slash > 0, slash + 1 < tokens.count else { return false }
    return tokens[slash - 1].span.upper == tokens[slash].span.lower
      && tokens[slash].span.upper == tokens[slash + 1].span.lower
  }

  /// Whether a minus is a sign: nothing, or no value, stands before it.
  private static func isSign(_ tokens: [Token], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .symbol(let symbol): return symbol != ")" && symbol != "%"
    case .word(let word): return ["at", "to", "from", "above", "below", "is", "and", "or"].contains(word)
    case .number, .string: return false
    }
  }

  // MARK: Cells

  private func formatted(_ body: Span, cell: Int) -> String {
    var reader = StatementReader(source: source)
    let statements = reader.statements(in: body, cell: cell)
    // What cannot be read is left as it stands.
    guard reader.diagnostics.isEmpty else { return source[body] }
    var groups: [[Entry]] = [[]]
    var end = body.lower
    for statement in statements {
      let start = (statement.leading.first ?? statement.span).lower
      if hasBlankLine(end, start), !(groups.last?.isEmpty ?? true) { groups.append([]) }
      groups[groups.count - 1].append(.statement(statement))
      end = max(statement.wholeSpan.upper, statement.comment?.upper ?? 0)
      end = max(end, Self.lastComment(statement.block)?.upper ?? 0)
    }
    for comment in reader.trailing {
      if hasBlankLine(end, comment.lower), !(groups.last?.isEmpty ?? true) { groups.append([]) }
      groups[groups.count - 1].append(.comment(comment))
      end = comment.upper
    }
    let options = optionLines(body)
    let text = groups.filter { !$0.isEmpty }.map(format).joined(separator: "\n\n")
    let whole = (options + (text.isEmpty ? [] : [text])).joined(separator: "\n")
    return whole.isEmpty ? "" : whole + "\n"
  }

  private enum Entry {
    case statement(Statement)
    case comment(Span)
  }

  private static func lastComment(_ items: [Statement.Item]) -> Span? {
    guard let last = items.last else { return nil }
    return lastComment(last.nested) ?? last.comment
  }

  private func optionLines(_ body: Span) -> [String] {
    source[body].split(separator: "\n").map(String.init).filter { $0.hasPrefix("#|") }
      .map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }
  }

  private func hasBlankLine(_ from: Int, _ to: Int) -> Bool {
    guard from < to else { return false }
    return source[Span(from, to)].split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().dropLast().contains { $0.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\r" } }
  }

  /// One paragraph of statements, the signs = of neighbours below one another.
  private func format(_ entries: [Entry]) -> String {
    var lines: [String] = []
    var index = 0
    while index < entries.count {
      var run: [Statement] = []
      while index < entries.count, case .statement(let statement) = entries[index],
        !statement.names.isEmpty, run.isEmpty || (statement.leading.isEmpty && run[run.count - 1].block.isEmpty)
      {
        run.append(statement)
        index += 1
      }
      let width = run.map { Self.line($0.names).count }.max() ?? 0
      for statement in run { add(statement, width, &lines) }
      guard run.isEmpty else { continue }
      switch entries[index] {
      case .statement(let statement): add(statement, 0, &lines)
      case .comment(let comment): lines.append(text(comment))
      }
      index += 1
    }
    return lines.joined(separator: "\n")
  }

  private func add(_ statement: Statement, _ width: Int, _ lines: inout [String]) {
    lines += statement.leading.map(text)
    var line = Self.line(statement.names)
    if !statement.names.isEmpty {
      line += String(repeating: " ", count: max(0, width - line.count)) + " = "
    }
    line += Self.line(statement.tokens)
    if let label = statement.label {
      line += " as \(label.id) " + Token(kind: .string(label.caption), span: label.span).text
    }
    if let comment = statement.comment { line += "  " + text(comment) }
    lines.append(line)
    add(statement.block, depth: 1, &lines)
  }

  private func add(_ items: [Statement.Item], depth: Int, _ lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    let isTable = items.contains { $0.tokens.contains { $0.isSymbol(":") } }
    let heads = items.map { isTable ? Self.beforeColon($0.tokens) : $0.tokens[0].text }
    let width = heads.map(\.count).max() ?? 0
    for (item, head) in zip(items, heads) {
      lines += item.leading.map { indent + text($0) }
      let padding = String(repeating: " ", count: max(0, width - head.count))
      var line = indent + head
      if isTable {
        let rest = item.tokens.drop { !$0.isSymbol(":") }
        line += padding + (head.isEmpty && width == 0 ? "" : " ") + Self.line(Array(rest))
      } else if item.tokens.count > 1 {
        line += padding + " " + Self.line(Array(item.tokens.dropFirst()))
      }
      if let comment = item.comment { line += "  " + text(comment) }
      lines.append(line)
      add(item.nested, depth: depth + 1, &lines)
    }
  }

  private static func beforeColon(_ tokens: [Token]) -> String {
    line(Array(tokens.prefix { !$0.isSymbol(":") }))
  }

  private func text(_ comment: Span) -> String {
    var text = source[comment]
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
