import Diagnostics
import Markdown

/// Gathers from a document what a notebook is made of, and tells what is wrong with it.
struct PageReader {
  let source: Source
  let document: Document
  private(set) var parts: [Notebook.Part] = []
  private(set) var cells: [Cell] = []
  private(set) var quantities: [InlineQuantity] = []
  private(set) var crossReferences: [CrossReference] = []
  private(set) var sectionIDs: [String] = []
  private(set) var equationIDs: [String] = []
  private(set) var citations: [Citation] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What has been named so far, so that a long page is not gone through for each name.
  private var named = (cells: Set<String>(), sections: Set<String>(), equations: Set<String>())

  init(source: Source, document: Document) {
    self.source = source
    self.document = document
  }

  mutating func read() {
    for block in document.blocks {
      if case .code(let code) = block.kind, Self.isCell(code) {
        tellUnclosed(code)
        readCell(code)
        parts.append(.cell(cells.count - 1))
        continue
      }
      parts.append(.block(block))
      readBlocks(in: block)
    }
    for footnote in document.footnotes { for block in footnote.blocks { readBlocks(in: block) } }
    gatherInlines()
    tellUnknownSections()
  }

  // MARK: Cells

  /// Whether a code block is a cell: its info string is `{scarp}`, or `scarp` alone.
  private static func isCell(_ code: CodeBlock) -> Bool {
    code.info == "{scarp}" || code.info == "scarp"
  }

  private mutating func readCell(_ code: CodeBlock) {
    if !code.isAtMargin {
      diagnostics.append(
        Diagnostic(
          .cellNotAtMargin, "a cell's fence stands at the left margin, found it indented",
          at: code.fence, help: ["Move the fences and the lines between them to the margin."]))
    }
    var options = CellOptionReader(source: source, body: code.body)
    options.read()
    diagnostics += options.diagnostics
    if let label = options.options.label, !named.cells.insert(label.value).inserted {
      diagnostics.append(
        Diagnostic(
          .cellLabelTwice, "another cell has the label “\(label.value)”", at: label.span,
          help: ["Give this cell another label."]))
    }
    cells.append(
      Cell(
        index: cells.count, body: code.body, fence: code.fence, isRun: code.info == "{scarp}",
        options: options.options))
  }

  private mutating func tellUnclosed(_ code: CodeBlock) {
    guard !code.isClosed else { return }
    diagnostics.append(
      Diagnostic(
        .fenceOpen, "the fence that opens here is never closed", at: code.fence,
        help: ["Write the closing fence on a line of its own after the last line of the block."]))
  }

  // MARK: Prose

  private mutating func readBlocks(in block: Block) {
    var found: [Block] = []
    block.visitBlocks { found.append($0) }
    for block in found {
      switch block.kind {
      case .code(let code): readProseCode(code)
      case .html:
        diagnostics.append(
          Diagnostic(
            .rawHTML, "raw HTML is shown as text", at: block.span,
            help: ["Write it in Markdown."]))
      case .heading(let heading):
        guard let id = heading.id else { continue }
        if named.sections.insert(id).inserted {
          sectionIDs.append(id)
        } else {
          diagnostics.append(
            Diagnostic(
              .sectionTwice, "another heading has the identifier “\(id)”", at: block.span,
              help: ["Give this heading another identifier."]))
        }
      case .paragraph, .quotation, .list, .table, .rule: continue
      }
    }
  }

  private mutating func readProseCode(_ code: CodeBlock) {
    tellUnclosed(code)
    if Self.isCell(code) {
      diagnostics.append(
        Diagnostic(
          .cellNotAtMargin, "a cell cannot stand in a list, a quotation or a footnote",
          at: code.fence, help: ["Move the cell to the left margin, after the list or quotation."]))
    } else if code.info.hasPrefix("{") || Self.isMisspelt(code.info) {
      tellOtherKind(code.info, at: code.fence)
    }
  }

  /// Whether a name is `scarp` with letters swapped, missing or added; another name of the same
  /// length, a language's, is meant as it stands.
  private static func isMisspelt(_ name: String) -> Bool {
    guard nearest(to: name, among: ["scarp", "{scarp}"]) != nil else { return false }
    let letters = name.utf8.filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }.sorted()
    return letters.count != "scarp".utf8.count || letters == "scarp".utf8.sorted()
  }

  private mutating func tellOtherKind(_ name: String, at span: Span) {
    let guess = nearest(to: name, among: ["{scarp}", "scarp"])
    diagnostics.append(
      Diagnostic(
        .cellOfAnotherKind, "only {scarp} runs; “\(name)” is shown as it is", at: span,
        help: [
          name.hasPrefix("{scarp")
            ? "Write {scarp} alone, and options as lines “#| key: value” below it."
            : guess.map { "Did you mean “\($0)”?" } ?? "Leave out the braces if so meant."
        ]))
  }

  private mutating func gatherInlines() {
    var inlines: [Inline] = []
    document.visitInlines { inlines.append($0) }
    // Footnotes come last in the document but stand anywhere on the page.
    inlines.sort { $0.span.lower < $1.span.lower }
    for inline in inlines {
      switch inline.kind {
      case .quantity(let span):
        quantities.append(InlineQuantity(index: quantities.count, span: span))
        guard span.lower == span.upper else { continue }
        diagnostics.append(
          Diagnostic(
            .quantityEmpty, "expected a quantity after {scarp}, found nothing", at: inline.span,
            help: ["Write what the report is to print, as in `{scarp} count of slides`."]))
      case .crossReference(let reference): crossReferences.append(reference)
      case .citation(let works): citations += works
      case .code(let text):
        guard text.hasPrefix("{"), let close = text.firstIndex(of: "}"),
          Self.isMisspelt(String(text[...close]))
        else { continue }
        tellOtherKind(String(text[...close]), at: inline.span)
      case .image:
        diagnostics.append(
          Diagnostic(
            .imageNotShown, "the image is not shown; its text stands in its place",
            at: inline.span, help: ["Draw the figure with a command, or describe the image."]))
      case .link(let destination, _, _):
        guard !LinkPolicy.allows(destination) else { continue }
        diagnostics.append(
          Diagnostic(
            .linkNotFollowed,
            "the link leads neither to the web nor into the report; "
              + "it is shown as text", at: inline.span,
            help: ["Write an address that starts with https://, mailto: or #."]))
      case .html:
        diagnostics.append(
          Diagnostic(
            .rawHTML, "raw HTML is shown as text", at: inline.span,
            help: ["Write it in Markdown, or in backticks if it is meant as text."]))
      case .math(let tex, _, let label): readFormula(tex, label, at: inline.span)
      case .text, .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .footnote: continue
      }
    }
  }

  private mutating func readFormula(_ tex: String, _ label: String?, at span: Span) {
    do throws(FormulaReader.NotRead) {
      _ = try FormulaReader.formula(tex)
    } catch {
      diagnostics.append(
        Diagnostic(
          .formulaNotRead,
          "the formula is shown as it is written"
            + (error.found.isEmpty
              ? ": it ends too early" : ": “\(error.found)” is not understood"),
          at: span, help: ["Write it with the commands that docs/mathematics.md lists."]))
    }
    guard let label else { return }
    if named.equations.insert(label).inserted {
      equationIDs.append(label)
    } else {
      diagnostics.append(
        Diagnostic(
          .equationTwice, "another equation has the label “\(label)”", at: span,
          help: ["Give this equation another label."]))
    }
  }

  private mutating func tellUnknownSections() {
    for reference in crossReferences
    where reference.target == .section && !named.sections.contains(reference.id) {
      let guess = nearest(to: reference.id, among: sectionIDs)
      diagnostics.append(
        Diagnostic(
          .sectionUnknown, "no heading has the identifier “\(reference.id)”", at: reference.span,
          help: [
            guess.map { "Did you mean “@\($0)”?" }
              ?? "Add {#\(reference.id)} to the end of the heading."
          ]))
    }
  }
}
