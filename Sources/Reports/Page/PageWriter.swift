import Bibliography
import Diagnostics
import Markdown
import Notebooks

/// Writes the parts of a report.
struct PageWriter: PartWriter {
  let input: ReportInput
  let numbering: Numbering
  /// What is written at present.
  var html = HTMLWriter()
  /// What was found wrong while writing.
  var diagnostics: [Diagnostic] = []
  /// The footnotes that were already referred to.
  var referredFootnotes: Set<Int> = []
  /// The labels of the equations that were written with their numbers.
  var numberedEquations: Set<String> = []
  /// Whether a link is being written: no other can stand in it.
  var isInLink = false
  /// The text that is written at present where it is not the page: the abstract.
  var apart: Source?
  /// How many errors, warnings and notes were written.
  var remarkCounts: [Diagnostic.Severity: Int] = [:]
  /// How many citations were written.
  var citationCount = 0
  /// The identifiers of the places that cite a work, by its number in the list of references.
  var citationPlaces: [Int: [String]] = [:]
  /// How many warnings the page shows.
  let warningCount: Int
  private let quantityIndices: [Span: Int]

  init(_ input: ReportInput) {
    self.input = input
    numbering = Numbering(input)
    quantityIndices = Dictionary(
      input.notebook.quantities.map { ($0.span, $0.index) }, uniquingKeysWith: { first, _ in first }
    )
    let outputs = input.cells.flatMap(\.statements).flatMap(\.outputs)
    warningCount =
      input.remarks.count { $0.severity == .warning }
      + outputs.count {
        if case .diagnostic(let remark) = $0 { remark.severity == .warning } else { false }
      }
  }

  /// What became of an inline quantity; none where the span is no quantity of the notebook.
  func quantity(at span: Span) -> QuantityReport? {
    guard apart == nil, let index = quantityIndices[span] else { return nil }
    return index < input.quantities.count
      ? input.quantities[index] : .missing("the study has not run")
  }

  /// Writes prose, cells and the remarks on them, in page order.
  mutating func writePage() {
    let notebook = input.notebook
    let starts = notebook.parts.map { part in
      switch part {
      case .block(let block): block.span.lower
      case .cell(let index): notebook.cells[index].fence.lower
      }
    }
    writeRemarks(from: .min, to: starts.first ?? .max)
    for (index, part) in notebook.parts.enumerated() {
      switch part {
      case .block(let block): writeBlock(block)
      case .cell(let cell): writeCell(notebook.cells[cell])
      }
      writeRemarks(from: starts[index], to: index + 1 < starts.count ? starts[index + 1] : .max)
    }
  }

  private mutating func writeRemarks(from lower: Int, to upper: Int) {
    for remark in input.remarks {
      let place = remark.span?.lower ?? .min
      if place >= lower && place < upper { writeDiagnostic(remark) }
    }
  }

  /// Writes a warning or an error, with the line that it is about.
  mutating func writeDiagnostic(_ diagnostic: Diagnostic) {
    let severity = diagnostic.severity
    let number = remarkCounts[severity, default: 0] + 1
    remarkCounts[severity] = number
    let source = input.notebook.source
    let kind = severity.rawValue
    let name = "\(kind.prefix(1).uppercased() + kind.dropFirst()) \(diagnostic.code.id)"
    element(
      .div, [.classes("remark \(kind)"), .id("\(kind).\(number)"), .role("note"), .label(name)]
    ) { page in
      page.element(.p) { page in
        page.element(.strong, text: name)
        page.html.text(" " + Self.sentence(diagnostic.title))
      }
      if let span = diagnostic.span {
        let line = source.lineSpan(source.line(at: span.lower))
        let lower = min(max(span.lower, line.lower), line.upper)
        let upper = max(lower, min(span.upper, line.upper))
        page.element(.pre) { page in
          page.element(.span, [.classes("line-number")], text: String(source.line(at: span.lower)))
          page.html.text(source[Span(line.lower, lower)])
          page.element(.mark, text: source[Span(lower, upper)])
          page.html.text(source[Span(upper, line.upper)])
        }
      }
      for help in diagnostic.help { page.element(.p, [.classes("help")], text: help) }
      guard severity == .warning, page.warningCount > 1 else { return }
      page.element(.p, [.classes("help")]) { page in
        page.html.text("Warning \(number) of \(page.warningCount)")
        guard number < page.warningCount else { return }
        page.html.text(" · ")
        page.element(.a, [.href(Link(to: "warning.\(number + 1)"))], text: "next")
      }
    }
  }

  /// The text as a sentence: with a capital and a full stop.
  static func sentence(_ text: String) -> String {
    let start = text.prefix(1).uppercased() + text.dropFirst()
    return [".", "!", "?"].contains(start.suffix(1)) || start.isEmpty ? start : start + "."
  }
}
