import Diagnostics

/// Turns the library's tree into a ``Document``, with the marks put back.
struct TreeReader {
  /// What is wrong, in page order.
  var diagnostics: [Diagnostic] = []

  let bytes: [UInt8]
  let lines: LineMap
  let marks: [Mark]
  private let definitions: [MarkScanner.FootnoteName]

  /// The next mark that a placeholder may stand for.
  var cursor = 0
  /// How many bytes of the last placeholder's filling are still to come.
  var pendingFill = 0
  /// How many quotations enclose the place.
  var quotations = 0
  /// The attributes met in the heading that is being read.
  var headingAttributes: (id: String?, isUnnumbered: Bool)?
  /// Whether a heading is being read.
  var isInHeading = false
  private var depth = 0
  private var footnotes: [Footnote] = []

  init(bytes: [UInt8], lines: LineMap, scanner: MarkScanner) {
    self.bytes = bytes
    self.lines = lines
    marks = scanner.marks
    definitions = scanner.definitions
  }

  mutating func document(_ root: CommonMark.Node) -> Document {
    let blocks = blocks(of: root)
    return Document(blocks: blocks, footnotes: footnotes)
  }

  /// Runs `read` one level deeper, or tells that the text nests too deeply.
  mutating func nested<Value>(
    at span: Span, otherwise: Value, _ read: (inout TreeReader) -> Value
  ) -> Value {
    guard depth < Document.deepestNesting else {
      if !diagnostics.contains(where: { $0.code == .nestingTooDeep }) {
        diagnostics.append(
          Diagnostic(
            .nestingTooDeep,
            "lists, quotations or emphasis stand more than \(Document.deepestNesting) deep in one another",
            at: span, help: ["Write it with fewer levels."]))
      }
      return otherwise
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func blocks(of parent: CommonMark.Node) -> [Block] {
    var blocks: [Block] = []
    for node in parent.children { if let block = block(node) { blocks.append(block) } }
    return blocks
  }

  private mutating func block(_ node: CommonMark.Node) -> Block? {
    let span = span(ofBlock: node)
    switch node.kind {
    case .paragraph:
      return Block(.paragraph(leaf(node, span)), at: span)
    case .heading:
      return heading(node, span)
    case .quotation:
      quotations += 1
      defer { quotations -= 1 }
      let content = nested(at: span, otherwise: []) { $0.blocks(of: node) }
      return Block(.quotation(content), at: span)
    case .list:
      let items = nested(at: span, otherwise: []) { reader in
        node.children.map { reader.blocks(of: $0) }
      }
      let list = Block.List(start: node.listStart, isTight: node.isTight, items: items)
      return Block(.list(list), at: span)
    case .codeBlock:
      return Block(.code(code(node, span)), at: span)
    case .htmlBlock:
      return Block(.html(Self.unixLines(node.literal)), at: span)
    case .rule:
      return Block(.rule, at: span)
    case .footnoteDefinition:
      footnotes.append(footnote(node, span))
      return nil
    case .table:
      return table(node, span)
    default:
      return nil
    }
  }

  private mutating func leaf(_ node: CommonMark.Node, _ span: Span) -> [Inline] {
    seek(span.lower)
    return inlines(of: node, in: Leaf(node: node, span: span))
  }

  private mutating func heading(_ node: CommonMark.Node, _ span: Span) -> Block {
    headingAttributes = nil
    isInHeading = true
    let content = leaf(node, span)
    isInHeading = false
    let heading = Block.Heading(
      level: node.headingLevel, id: headingAttributes?.id,
      isUnnumbered: headingAttributes?.isUnnumbered ?? false, content: content)
    return Block(.heading(heading), at: span)
  }

  /// The library does not tell a footnote's name, so it is read where the footnote starts.
  private mutating func footnote(_ node: CommonMark.Node, _ span: Span) -> Footnote {
    // They are in the order of the page: the last that starts no later is found by halving.
    var (lower, upper) = (0, definitions.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if definitions[middle].span.lower <= span.lower { lower = middle + 1 } else { upper = middle }
    }
    let name = lower > 0 ? definitions[lower - 1] : nil
    let whole = name.map { Span($0.span.lower, span.upper) } ?? span
    let blocks = nested(at: whole, otherwise: []) { $0.blocks(of: node) }
    return Footnote(label: name?.label ?? "", blocks: blocks, span: whole)
  }

  private mutating func table(_ node: CommonMark.Node, _ span: Span) -> Block {
    let alignments = node.alignments.map { letter -> Block.Table.Alignment in
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .natural
      }
    }
    var rows: [[[Inline]]] = []
    for row in node.children {
      var cells: [[Inline]] = []
      for cell in row.children {
        let place = self.span(ofBlock: cell)
        cells.append(leaf(cell, cell.start.column == 0 ? self.span(ofBlock: row) : place))
      }
      rows.append(cells)
    }
    let table = Block.Table(
      alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    return Block(.table(table), at: span)
  }

  private func code(_ node: CommonMark.Node, _ span: Span) -> CodeBlock {
    let first = node.start.line
    let last = max(node.end.line, first)
    let fence = Span(span.lower, max(lines.content(first).upper, span.lower))
    let text = Self.unixLines(node.literal)
    guard let mark = node.fence else {
      let body = Span(lines.start(first), max(lines.content(last).upper, lines.start(first)))
      return CodeBlock(
        info: "", text: text, body: body, fence: fence, isFenced: false, isClosed: true,
        isAtMargin: true)
    }
    let closing = lines.content(last)
    var start = closing.lower
    while start < closing.upper, [0x20, 0x09, 0x3E].contains(bytes[start]) { start += 1 }
    var end = start
    while end < closing.upper, bytes[end] == mark.character { end += 1 }
    let isClosed =
      last > first && end - start >= mark.length
      && bytes[end..<closing.upper].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let body = Span(
      lines.start(first + 1),
      max(isClosed ? lines.start(last) : lines.content(last).upper, lines.start(first + 1)))
    return CodeBlock(
      info: mark.info, text: text, body: body, fence: fence,
      isFenced: true, isClosed: isClosed, isAtMargin: span.lower == lines.start(first))
  }

  /// The text with `\n` for every line end.
  static func unixLines(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return String(decoding: text.utf8.filter { $0 != 0x0D }, as: UTF8.self)
  }

  /// From the block's first byte to its last that is not white space.
  private func span(ofBlock node: CommonMark.Node) -> Span {
    let lower = min(lines.start(node.start.line) + max(node.start.column - 1, 0), bytes.count)
    var upper = lines.content(node.end.line).upper
    if node.kind == .tableCell {
      upper = lines.start(node.end.line) + node.end.column
    }
    while upper > lower, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[upper - 1]) { upper -= 1 }
    return Span(lower, max(lower, min(upper, bytes.count)))
  }
}
