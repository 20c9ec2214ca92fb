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
    var lines = [head(statement) + line(statement.tokens)]
    func add(_ items: [Statement.Item], _ depth: Int) {
      for item in items {
        lines.append(String(repeating: "  ", count: depth) + line(item.tokens))
        add(item.nested, depth + 1)
      }
    }
    add(statement.block, 1)
    return lines.joined(separator: "\n")
  }

  /// The names before `=`, with it.
  private static func head(_ statement: Statement) -> String {
    statement.names.isEmpty ? "" : names(statement) + " = "
  }

  private static func names(_ statement: Statement) -> String {
    statement.names.map(\.text).joined(separator: ", ")
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
    case .word(let word):
      return ["at", "to", "from", "above", "below", "is", "and", "or"].contains(word)
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
      end = max(statement.wholeSpan.upper, statement.comments.last?.upper ?? 0)
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
    return lastComment(last.nested) ?? last.comments.last
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

  /// One paragraph of statements, the signs = of those of one name and one line below one another.
  private func format(_ entries: [Entry]) -> String {
    var width = 0
    for case .statement(let statement) in entries where Self.isAligned(statement) {
      width = max(width, Self.names(statement).count)
    }
    var lines: [String] = []
    for entry in entries {
      switch entry {
      case .statement(let statement):
        add(statement, Self.isAligned(statement) ? width : 0, &lines)
      case .comment(let comment): lines.append(text(comment))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func isAligned(_ statement: Statement) -> Bool {
    statement.names.count == 1 && statement.block.isEmpty
  }

  private func add(_ statement: Statement, _ width: Int, _ lines: inout [String]) {
    lines += statement.leading.map(text)
    var head = Self.names(statement)
    if !statement.names.isEmpty {
      head += String(repeating: " ", count: max(0, width - head.count)) + " = "
    }
    var tail = ""
    if let label = statement.label {
      tail = " as \(label.id) " + Token(kind: .string(label.caption), span: label.span).text
    }
    lines += broken(statement.tokens, head: head, tail: tail, comments: statement.comments)
    add(statement.block, depth: 1, &lines)
  }

  /// The words of a statement or item with the author's line breaks kept: what goes on stands below
  /// its beginning, and a comment stays at the end of its line.
  private func broken(
    _ tokens: [Token], head: String, tail: String, comments: [Span]
  ) -> [String] {
    var lines: [String] = []
    var line = head
    var start = 0
    var left = comments[...]
    let indent = String(repeating: " ", count: head.count)
    for index in tokens.indices.dropFirst() {
      let end = tokens[index - 1].span.upper
      guard source.line(at: tokens[index].span.lower) > source.line(at: end) else { continue }
      line += Self.line(Array(tokens[start..<index]))
      while let comment = left.first, comment.lower < tokens[index].span.lower {
        line += "  " + text(comment)
        left.removeFirst()
        // Two comments cannot stand on one line.
        if let next = left.first, next.lower < tokens[index].span.lower {
          lines.append(line)
          line = indent.dropLast(2) + ""
        }
      }
      lines.append(line)
      line = indent
      start = index
    }
    line += Self.line(Array(tokens[start...])) + tail
    if let comment = left.first { line += "  " + text(comment) }
    return lines + [line]
  }

  private func add(_ items: [Statement.Item], depth: Int, _ lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    let isTable = items.contains { $0.tokens.contains { $0.isSymbol(":") } }
    let heads = items.map {
      Self.line(Array($0.tokens.prefix(Self.headLength($0.tokens, isTable))))
    }
    let width = heads.map(\.count).max() ?? 0
    for (item, head) in zip(items, heads) {
      lines += item.leading.map { indent + text($0) }
      let padding = String(repeating: " ", count: max(0, width - head.count))
      let rest = item.tokens.dropFirst(Self.headLength(item.tokens, isTable))
      if rest.isEmpty {
        lines.append(indent + head + item.comments.map { "  " + text($0) }.joined())
      } else {
        let start = indent + head + padding + (width == 0 ? "" : " ")
        lines += broken(Array(rest), head: start, tail: "", comments: item.comments)
      }
      add(item.nested, depth: depth + 1, &lines)
    }
  }

  /// How many tokens of a line of a block stand before the column in which its rest is aligned.
  private static func headLength(_ tokens: [Token], _ isTable: Bool) -> Int {
    if isTable { return tokens.prefix { !$0.isSymbol(":") }.count }
    var length = 1
    while length + 1 < tokens.count, tokens[length].isSymbol(".") { length += 2 }
    return length
  }

  private func text(_ comment: Span) -> String {
    var text = source[comment]
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }
}
