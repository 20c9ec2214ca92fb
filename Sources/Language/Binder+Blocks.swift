import Diagnostics
import Vocabulary

/// Binding of the lines of a block.
extension Binder {
  mutating func bindBlock(_ statement: Statement, _ parts: inout Parts) {
    let whole = parts.parameters.first { $0.role == .items }
    let heads = parts.parameters.filter { if case .item = $0.role { true } else { false } }
    guard let first = statement.block.first else { return }
    if let whole {
      bindLines(statement.block, whole, &parts)
    } else if heads.isEmpty {
      report(
        .badBlockLine, "“\(parts.word.entry.phrase)” takes no block.", at: first.span,
        help: ["Remove these lines, or write them as statements of their own at the left edge."])
      parts.spoiled.insert("")
    } else {
      for item in statement.block { bindItem(item, heads, &parts) }
      closeOpenLines(&parts)
    }
  }

  private mutating func bindItem(
    _ item: Statement.Item, _ heads: [any AnyParameter], _ parts: inout Parts
  ) {
    var cursor = Cursor(item.tokens)
    var best: (parameter: any AnyParameter, length: Int)?
    for parameter in heads {
      guard case .item(let head) = parameter.role, let length = cursor.matches(head) else {
        continue
      }
      if length > best?.length ?? 0 { best = (parameter, length) }
    }
    for nested in item.nested {
      report(
        .badBlockLine, "This line is indented deeper than the settings above it.", at: nested.span,
        help: ["Indent all settings of a statement alike."])
    }
    guard let (parameter, length) = best else {
      bindOpenItem(item, heads, &parts)
      return
    }
    if parts.isGiven(parameter) {
      report(
        .partTwice, "“\(item.tokens[0].text)” is given twice.", at: item.span,
        help: ["Keep one of the two; for several values write “each of …”."])
    }
    cursor.at += length
    let before = diagnostics.count
    if cursor.matches("each of") != nil {
      let start = cursor.at
      parts.arguments[parameter.name] = eachWithParts(parameter, &parts, &cursor, from: start)
    } else if let argument = value(parameter.shape, &cursor) {
      parts.arguments[parameter.name] = argument
      bindParts(&parts, &cursor, context: parameter.name, isNested: true)
    } else if case .number(.any) = parameter.shape, cursor.isAtEnd {
      parts.spoiled.insert(parameter.name)
    } else {
      // A setting may have parts only: `stop after 5 epochs without better loss`.
      let given = parts.arguments.count
      bindParts(&parts, &cursor, context: parameter.name, isNested: true)
      if parts.arguments.count > given {
        parts.arguments[parameter.name] = Argument(.flag, item.span)
      }
    }
    if parts.arguments[parameter.name] == nil, diagnostics.count == before {
      let found = cursor.token.map { "found “\($0.text)”" } ?? "nothing follows"
      report(
        .valueExpected,
        "“\(item.tokens[0].text)” is followed by \(parameter.shape.phrase), \(found).",
        at: cursor.here, help: [parameter.help])
    } else if diagnostics.count == before {
      reportLeftOver(&cursor, parts)
    }
    if diagnostics.count > before { parts.spoiled.insert(parameter.name) }
  }

  /// `each of sgd at 0.01, rmsprop at 0.01`: every element may be followed by parts of its own.
  private mutating func eachWithParts(
    _ parameter: any AnyParameter, _ parts: inout Parts, _ cursor: inout Cursor, from start: Int
  ) -> Argument? {
    let hasParts = parts.parameters.contains { $0.name.hasPrefix(parameter.name + ".") }
    guard hasParts else { return eachOf(parameter.name, parameter.shape, &cursor) }
    cursor.at += 2
    var elements: [Argument] = []
    repeat {
      guard let element = value(parameter.shape.single, &cursor) else { break }
      var own = Parts(word: parts.word, verb: parts.verb)
      let name = parameter.name
      let elementStart = cursor.at
      bindParts(&own, &cursor, context: name, isNested: true)
      let given = own.arguments.sorted { $0.key < $1.key }.map(\.value)
      elements.append(
        given.isEmpty
          ? element
          : Argument(.list([element] + given), element.span.union(cursor.span(from: elementStart))))
    } while takeListComma(&cursor)
    return elements.isEmpty ? nil : Argument(.each(elements), cursor.span(from: start))
  }

  /// A line whose head the word leaves open: a setting of the net that is trained.
  private mutating func bindOpenItem(
    _ item: Statement.Item, _ heads: [any AnyParameter], _ parts: inout Parts
  ) {
    let names = heads.compactMap(\.role.head).filter { $0 != "*" }
    guard heads.contains(where: { $0.role == .item("*") }), let head = item.tokens.first?.word
    else {
      let first = item.tokens[0].text
      let near = nearest(to: first, among: names)
      report(
        .badBlockLine, "“\(parts.word.entry.phrase)” has no setting “\(first)”.",
        at: item.tokens[0].span,
        help: [
          near.map { "Did you mean “\($0)”?" } ?? "Its settings are "
            + names.joined(separator: ", ")
            + "."
        ])
      parts.spoiled.insert("")
      return
    }
    var cursor = Cursor(item.tokens, from: 1, to: item.tokens.count)
    let value = eachOf(head, .literals, &cursor) ?? self.value(.literals, &cursor)
    parts.openLines.append(
      BlockLine(
        head: head, call: nil, arguments: value.map { [$0] } ?? [], nested: [], keptAs: nil,
        span: item.span))
    reportLeftOver(&cursor, parts)
  }

  private func closeOpenLines(_ parts: inout Parts) {
    guard let open = parts.parameters.first(where: { $0.role == .item("*") }),
      let first = parts.openLines.first, let last = parts.openLines.last
    else { return }
    parts.arguments[open.name] = Argument(
      .lines(parts.openLines), first.span.union(last.span))
  }

  private mutating func bindLines(
    _ items: [Statement.Item], _ parameter: any AnyParameter, _ parts: inout Parts
  ) {
    guard case .lines(let form) = parameter.shape, let first = items.first, let last = items.last
    else { return }
    let before = diagnostics.count
    let lines: [BlockLine] =
      switch form {
      case .layers: layerLines(items)
      case .bins: items.compactMap { binLine($0) }
      case .claims: items.compactMap { claimLine($0, parts) }
      }
    parts.arguments[parameter.name] = Argument(.lines(lines), first.span.union(last.span))
    if diagnostics[before...].contains(where: { $0.severity == .error }) {
      parts.spoiled.insert(parameter.name)
    }
  }

  // MARK: Layers of a network

  private mutating func layerLines(_ items: [Statement.Item]) -> [BlockLine] {
    // Branches and kept results can be named by any line of the net.
    for item in items {
      if let kept = Self.keptName(item.tokens) { locals[kept] = ValueType(.unknown) }
      if item.tokens.count == 2, !item.nested.isEmpty, let branch = item.tokens[1].word {
        locals[branch] = ValueType(.unknown)
      }
    }
    return items.compactMap { layerLine($0) }
  }

  private static func keptName(_ tokens: [Token]) -> String? {
    guard tokens.count > 3, tokens[tokens.count - 3].isWord("keep"),
      tokens[tokens.count - 2].isWord("as")
    else { return nil }
    return tokens[tokens.count - 1].word
  }

  private mutating func layerLine(_ item: Statement.Item) -> BlockLine? {
    let kept = Self.keptName(item.tokens)
    let end = item.tokens.count - (kept == nil ? 0 : 3)
    var cursor = Cursor(item.tokens, from: 0, to: end)
    let words = cursor.words()
    let nested = layerLines(item.nested)
    if let first = words.first, let block = scope[first]?.type, block.kind == .block {
      let mention = Reference(first, span: item.tokens[0].span, type: block)
      cursor.at = 1
      let value = self.value(.literals, &cursor)
      let line = BlockLine(
        head: first, call: nil,
        arguments: [Argument(.reference(mention), mention.span)] + (value.map { [$0] } ?? []),
        nested: nested, keptAs: kept, span: item.span)
      if let token = cursor.token {
        report(
          .unexpectedWords, "“\(token.text)” does not fit after “\(first)”.", at: token.span,
          help: ["A repeated block takes its numbers: \(first) 64."])
      }
      return line
    }
    guard let (word, length) = catalog.longestMatch(words), word.entry.category == .layer else {
      let layers = catalog.words.filter { $0.entry.category == .layer }.map(\.entry.phrase)
      let blocks = scope.names.suffix(Scope.mostGuesses).filter { scope[$0]?.type.kind == .block }
      let found = item.tokens[0].text
      let near = nearest(to: found, among: layers + blocks)
      report(
        .badBlockLine, "There is no layer “\(found)”.", at: item.tokens[0].span,
        help: [
          near.map { "Did you mean “\($0)”?" } ?? "Layers are " + layers.joined(separator: ", ")
            + "."
        ])
      return nil
    }
    cursor.at = length
    var parts = Parts(word: word, verb: item.tokens[0].span.union(item.tokens[length - 1].span))
    bindParts(&parts, &cursor, context: nil, isNested: false)
    reportLeftOver(&cursor, parts)
    reportMissing(parts)
    let call = BoundCall(
      word: word, arguments: parts.arguments, verbSpan: parts.verb, span: item.span)
    return BlockLine(
      head: word.entry.phrase, call: call, arguments: [], nested: nested, keptAs: kept,
      span: item.span)
  }

  // MARK: Bins

  private mutating func binLine(_ item: Statement.Item) -> BlockLine? {
    var cursor = Cursor(item.tokens)
    guard let layer = cursor.token?.word else {
      report(
        .badBlockLine, "A line of bins begins with the name of a layer.", at: item.span,
        help: ["Write for example: slope at 15, 25, 35, 45 degrees."])
      return nil
    }
    cursor.at = 1
    let head = Argument(.text(layer), item.tokens[0].span)
    var arguments = [head]
    if cursor.take("at"), let breaks = measuredList(&cursor) {
      arguments += [Argument(.word("at"), item.tokens[1].span), breaks]
    } else if cursor.take("into"), let count = numeric(&cursor) {
      arguments += [Argument(.word("into"), item.tokens[1].span), count]
      let start = cursor.at
      for form in ["quantiles", "sectors and flat", "sectors", "equal intervals"]
      where cursor.take(form) {
        arguments.append(Argument(.word(form), cursor.span(from: start)))
        break
      }
    }
    if arguments.count < 3 || !cursor.isAtEnd {
      report(
        .badBlockLine, "“\(layer)” is followed by “at” and breaks, or “into” and a number of bins.",
        at: item.span,
        help: [
          "Write for example: slope at 15, 25 degrees; twi into 6 quantiles; aspect into 8 sectors and flat."
        ])
    }
    return BlockLine(
      head: layer, call: nil, arguments: arguments, nested: [], keptAs: nil, span: item.span)
  }

  // MARK: Claims

  private mutating func claimLine(_ item: Statement.Item, _ parts: Parts) -> BlockLine? {
    var cursor = Cursor(item.tokens)
    let tolerance = parts.arguments.values.lazy.compactMap { argument -> Tolerance? in
      if case .tolerance(let tolerance) = argument.content { tolerance } else { nil }
    }.first
    guard item.nested.isEmpty else { return claimTable(item, tolerance) }
    guard let claim = claim(&cursor, defaultTolerance: tolerance) else {
      if cursor.at == 0 {
        report(
          .badClaim, "A claim begins with a quantity.", at: item.span,
          help: ["Write for example: auc of glm on test is 0.82."])
      }
      return nil
    }
    if let token = cursor.token {
      report(
        .badClaim, "“\(token.text)” does not go on with the claim.", at: token.span,
        help: ["Write one claim on each line."])
    }
    return BlockLine(
      head: "claim", call: nil, arguments: [claim], nested: [], keptAs: nil, span: item.span)
  }

  /// A table of claims: `area of zones by regions`, a row of columns, and rows of numbers.
  private mutating func claimTable(_ item: Statement.Item, _ tolerance: Tolerance?) -> BlockLine? {
    var cursor = Cursor(item.tokens)
    guard let quantity = phrase(&cursor), cursor.take("by"),
      let across = reference(&cursor, kinds: []), cursor.isAtEnd
    else {
      report(
        .badClaim, "A table of claims begins with a quantity “by” what its columns are.",
        at: item.span, help: ["Write for example: area of zones by regions."])
      return nil
    }
    let columns =
      item.nested.first.map {
        $0.tokens.split { $0.isSymbol(":") || $0.isSymbol(",") || $0.isWord("in") }
      } ?? []
    let width = columns.count - 1
    for row in item.nested.dropFirst() {
      guard let colon = row.tokens.firstIndex(where: { $0.isSymbol(":") }) else {
        report(
          .badClaim, "A row of claims is a class, a colon and its numbers.", at: row.span,
          help: ["Write for example: very low : 461.63, 770.25."])
        continue
      }
      let numbers = row.tokens[(colon + 1)...].filter { $0.number != nil }
      if numbers.count != width {
        report(
          .badClaim, "This row has \(numbers.count) numbers, but the table has \(width) columns.",
          at: row.span, help: ["Give one number for each column."])
      }
    }
    return BlockLine(
      head: "table", call: nil,
      arguments: [quantity, Argument(.reference(across), across.span)], nested: [], keptAs: nil,
      span: item.span)
  }
}
