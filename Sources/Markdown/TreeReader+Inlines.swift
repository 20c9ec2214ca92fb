import Diagnostics

extension TreeReader {
  /// A block that holds running text.
  struct Leaf {
    /// The block's first line and column.
    let start: (line: Int, column: Int)
    /// Where the block stands.
    let span: Span

    init(node: CommonMark.Node, span: Span) {
      start = node.start
      self.span = span
    }
  }

  /// Moves the cursor to the first mark at or after an offset.
  mutating func seek(_ offset: Int) {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    cursor = low
    pendingFill = 0
  }

  mutating func inlines(of parent: CommonMark.Node, in leaf: Leaf) -> [Inline] {
    var result: [Inline] = []
    for node in parent.children { append(node, in: leaf, to: &result) }
    return result
  }

  private mutating func append(_ node: CommonMark.Node, in leaf: Leaf, to result: inout [Inline]) {
    let span = span(ofInline: node, in: leaf)
    switch node.kind {
    case .text:
      appendText(node.literal, at: span, in: leaf, to: &result)
    case .softBreak:
      if pendingFill == 0 { result.append(Inline(.softBreak, at: span)) }
    case .lineBreak:
      if pendingFill == 0 { result.append(Inline(.lineBreak, at: span)) }
    case .code:
      result.append(Inline(.code(restored(node.literal, at: span, in: leaf)), at: span))
    case .html:
      result.append(
        Inline(.html(Self.unixLines(restored(node.literal, at: span, in: leaf))), at: span))
    case .emphasis:
      result.append(Inline(.emphasis(content(of: node, at: span, in: leaf)), at: span))
    case .strong:
      result.append(Inline(.strong(content(of: node, at: span, in: leaf)), at: span))
    case .link, .image:
      let content = content(of: node, at: span, in: leaf)
      let destination = restored(node.destination, at: span, in: leaf)
      let title = restored(node.title, at: span, in: leaf)
      result.append(
        Inline(
          node.kind == .link
            ? .link(destination: destination, title: title, content: content)
            : .image(destination: destination, title: title, content: content), at: span))
    case .footnoteReference:
      // The library numbers footnotes from 1, in the order of their first reference.
      let number = Int(node.literal) ?? 1
      result.append(Inline(.footnote(max(number - 1, 0)), at: span))
    case .strikethrough:
      result.append(Inline(.strikethrough(content(of: node, at: span, in: leaf)), at: span))
    default:
      result += content(of: node, at: span, in: leaf)
    }
  }

  private mutating func content(of node: CommonMark.Node, at span: Span, in leaf: Leaf) -> [Inline]
  {
    nested(at: span, otherwise: []) { $0.inlines(of: node, in: leaf) }
  }

  /// Appends text with its placeholders turned back into what they stand for.
  private mutating func appendText(
    _ text: String, at span: Span, in leaf: Leaf, to result: inout [Inline]
  ) {
    var plain = String.UnicodeScalarView()
    func flush(_ plain: inout String.UnicodeScalarView, _ result: inout [Inline]) {
      if !plain.isEmpty { result.append(Inline(.text(String(plain)), at: span)) }
      plain = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if pendingFill > 0 {
        pendingFill -= 1
        continue
      }
      guard Mark.placeholders.contains(scalar.value), let mark = take(scalar.value, in: leaf) else {
        plain.append(scalar)
        continue
      }
      switch mark.kind {
      case .inline(let kind):
        flush(&plain, &result)
        result.append(Inline(kind, at: mark.span))
      case .attributes(let id, let isUnnumbered) where isInHeading && headingAttributes == nil:
        headingAttributes = (id, isUnnumbered)
        while plain.last == " " { plain.removeLast() }
      case .attributes, .literal:
        plain.append(contentsOf: Mark.text(mark.span, in: bytes).unicodeScalars)
      }
    }
    flush(&plain, &result)
  }

  /// The mark that a placeholder stands for; what the text must still skip is noted.
  private mutating func take(_ placeholder: UInt32, in leaf: Leaf) -> Mark? {
    var index = cursor
    while index < marks.count, marks[index].span.lower < max(leaf.span.upper, leaf.span.lower + 1) {
      if Mark.placeholder(index) == placeholder {
        cursor = index + 1
        var count = 0
        Mark.visitMasked(marks[index].span, in: bytes) { _ in count += 1 }
        pendingFill = count - 2
        return marks[index]
      }
      index += 1
    }
    return nil
  }

  /// Text that is kept as written, with its placeholders turned back into the source's text.
  private mutating func restored(_ text: String, at span: Span, in leaf: Leaf) -> String {
    let isPlain = !text.unicodeScalars.contains { Mark.placeholders.contains($0.value) }
    if isPlain { return text }
    // The same form can stand in a link's text and in its address.
    let reached = cursor
    seek(span.lower)
    defer { cursor = max(cursor, reached) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if pendingFill > 0 {
        if scalar.value == UInt32(Mark.fill) { pendingFill -= 1 }
        continue
      }
      if Mark.placeholders.contains(scalar.value), let mark = take(scalar.value, in: leaf) {
        result.append(contentsOf: Mark.text(mark.span, in: bytes).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    pendingFill = 0
    return String(result)
  }

  /// Where a piece stands.
  ///
  /// The library counts the columns of a paragraph's further lines as if
  /// they started where the first one does, so they are counted again from where they start.
  private func span(ofInline node: CommonMark.Node, in leaf: Leaf) -> Span {
    guard node.start.line > 0, node.start.column > 0 else { return leaf.span }
    let lower = offset(node.start, in: leaf)
    let upper = offset(node.end, in: leaf) + 1
    guard lower < upper, lower >= leaf.span.lower, upper <= leaf.span.upper else {
      return leaf.span
    }
    return Span(lower, upper)
  }

  private func offset(_ place: (line: Int, column: Int), in leaf: Leaf) -> Int {
    guard place.line > leaf.start.line else { return lines.start(place.line) + place.column - 1 }
    return lines.textStart(place.line, quotations: quotations)
      + place.column - max(leaf.start.column, 1)
  }
}
