import Diagnostics
import Markdown
import Notebooks

extension PageWriter {
  /// Writes a block of prose.
  mutating func writeBlock(_ block: Block) {
    switch block.kind {
    case .paragraph(let content):
      element(.p) { $0.writeInlines(content) }
    case .heading(let heading):
      writeHeading(heading, at: block.span.lower)
    case .quotation(let blocks):
      element(.blockquote) { page in for block in blocks { page.writeBlock(block) } }
    case .list(let list):
      writeList(list)
    case .code(let code):
      element(.pre, [.classes("code")]) { $0.element(.code, text: code.text) }
    case .html(let text):
      element(.pre, [.classes("code")]) { $0.element(.code, text: text) }
    case .table(let table):
      writeProseTable(table)
    case .rule:
      html.open(.hr)
    }
  }

  /// Writes a heading; the report's title is the only one of the first level.
  private mutating func writeHeading(_ heading: Block.Heading, at offset: Int) {
    let section = numbering.sectionAt[offset]
    let attributes = (section?.id ?? heading.id).map { [HTMLAttribute.id($0)] } ?? []
    element(.heading(heading.level + 1), attributes) { page in
      if let section, !section.number.isEmpty {
        page.element(.span, [.classes("number")], text: section.numberText)
        page.html.text(" ")
      }
      page.writeInlines(heading.content)
    }
  }

  private mutating func writeList(_ list: Block.List) {
    let start = list.start.map { $0 == 1 ? [] : [HTMLAttribute.start($0)] } ?? []
    element(list.start == nil ? .ul : .ol, start) { page in
      for item in list.items {
        page.element(.li) { page in
          for block in item {
            if list.isTight, case .paragraph(let content) = block.kind {
              page.writeInlines(content)
            } else {
              page.writeBlock(block)
            }
          }
        }
      }
    }
  }

  private mutating func writeProseTable(_ table: Block.Table) {
    func classes(_ column: Int) -> [HTMLAttribute] {
      guard column < table.alignments.count else { return [] }
      switch table.alignments[column] {
      case .natural, .left: return []
      case .center: return [.classes("center")]
      case .right: return [.classes("right")]
      }
    }
    element(.div, [.classes("wide")]) { page in
      page.element(.table) { page in
        page.element(.thead) { page in
          page.element(.tr) { page in
            for (column, cell) in table.header.enumerated() {
              page.element(.th, [.scope("col")] + classes(column)) { $0.writeInlines(cell) }
            }
          }
        }
        guard !table.rows.isEmpty else { return }
        page.element(.tbody) { page in
          for row in table.rows {
            page.element(.tr) { page in
              for (column, cell) in row.enumerated() {
                page.element(.td, classes(column)) { $0.writeInlines(cell) }
              }
            }
          }
        }
      }
    }
  }

  /// Writes running text.
  mutating func writeInlines(_ inlines: [Inline]) {
    for inline in inlines { writeInline(inline) }
  }

  private mutating func writeInline(_ inline: Inline) {
    switch inline.kind {
    case .text(let text): html.text(text)
    case .softBreak: html.text("\n")
    case .lineBreak: html.open(.br)
    case .code(let text), .html(let text): element(.code, text: text)
    case .emphasis(let content): element(.em) { $0.writeInlines(content) }
    case .strong(let content): element(.strong) { $0.writeInlines(content) }
    case .strikethrough(let content): element(.del) { $0.writeInlines(content) }
    case .link(let destination, _, let content): writeLink(destination, content)
    case .image(let destination, _, let content):
      let text = content.map(\.plainText).joined()
      element(
        .span, [.classes("image")],
        text: "[image not shown: \(text.isEmpty ? destination : text)]")
    case .footnote(let index): writeFootnoteReference(index)
    case .math(let tex, let display, let label):
      writeFormula(tex, isDisplay: display, label: label)
    case .crossReference(let reference): writeCrossReference(reference)
    case .citation(let citations): writeCitations(citations)
    case .quantity(let span): writeQuantity(span)
    }
  }

  private mutating func writeLink(_ destination: String, _ content: [Inline]) {
    guard let link = Link(destination) else {
      writeInlines(content)
      let text = content.map(\.plainText).joined()
      if text != destination { element(.span, [.classes("address")], text: " (\(destination))") }
      return
    }
    if isInLink { return writeInlines(content) }
    element(.a, [.href(link)]) { page in
      page.isInLink = true
      page.writeInlines(content)
      page.isInLink = false
    }
  }

  private mutating func writeQuantity(_ span: Span) {
    let words = (apart ?? input.notebook.source)[span].split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    switch quantity(at: span) {
    case .value(let text): element(.span, [.classes("quantity"), .title(words)], text: text)
    case .missing(let reason):
      element(.span, [.classes("missing"), .title("\(words): \(reason)")], text: "[not computed]")
    case nil: element(.code, text: words)
    }
  }

  private mutating func writeCrossReference(_ reference: CrossReference) {
    if let target = numbering.targets[reference.id] {
      if isInLink { return html.text(target.name) }
      element(.a, [.href(Link(to: target.id)), .classes("cross")], text: target.name)
      return
    }
    element(.span, [.classes("missing")], text: "@" + reference.id)
    if apart != nil { return }
    let kind =
      switch reference.target {
      case .figure: "figure"
      case .table: "table"
      case .section: "section"
      case .equation: "equation"
      }
    diagnostics.append(
      Diagnostic(
        reference.target == .section ? .sectionUnknown : .labelUnknown,
        "no \(kind) is labelled “\(reference.id)”", at: reference.span,
        help: ["Correct the label, or write the \(kind) that it names."]))
  }

  private mutating func writeFootnoteReference(_ index: Int) {
    if apart != nil || isInLink { return html.text("[note]") }
    let number = index + 1
    let isFirst = referredFootnotes.insert(index).inserted
    element(.sup, isFirst ? [.id("note.\(number).from")] : []) { page in
      page.element(
        .a, [.href(Link(to: "note.\(number)")), .classes("cross"), .label("Footnote \(number)")],
        text: String(number))
    }
  }

  /// Writes the footnotes.
  mutating func writeNotes() {
    let footnotes = input.notebook.footnotes
    guard !footnotes.isEmpty else { return }
    element(.section, [.classes("notes"), .label("Footnotes")]) { page in
      page.element(.ol) { page in
        for (index, footnote) in footnotes.enumerated() {
          page.element(.li, [.id("note.\(index + 1)")]) { page in
            for block in footnote.blocks { page.writeBlock(block) }
            page.element(
              .a,
              [
                .href(Link(to: "note.\(index + 1).from")), .classes("cross"),
                .label("Back to the text"),
              ], text: "↩\u{FE0E}")
          }
        }
      }
    }
  }
}
