import Diagnostics
import Markdown
import Notebooks

/// The numbers of a report's sections, figures, tables and equations, and where references lead.
struct Numbering {
  /// A section of the page.
  struct Section {
    /// 1 for `#`.
    let level: Int
    /// `[2, 1]` for the first part of the second section; none where it is not numbered.
    let number: [Int]
    /// The identifier of its heading in the report.
    let id: String
    /// Its heading.
    let title: [Inline]

    /// The number as it is printed: `2.1`.
    var numberText: String { number.map(String.init).joined(separator: ".") }
  }

  /// A figure or a table.
  struct Exhibit {
    /// `Figure` or `Table`.
    let word: String
    /// From 1, each kind by itself.
    let number: Int
    /// The identifier in the report.
    let id: String

    /// The name as it is printed: `Figure 3`.
    var name: String { "\(word) \(number)" }
  }

  /// The sections in page order.
  private(set) var sections: [Section] = []
  /// The section of each top-level heading, by where the heading starts.
  private(set) var sectionAt: [Int: Section] = [:]
  /// The exhibits by cell, statement and output.
  private(set) var exhibits: [OutputPlace: Exhibit] = [:]
  /// The numbers of labelled equations, by label.
  private(set) var equations: [String: Int] = [:]
  /// Where each label leads: its identifier and its name.
  private(set) var targets: [String: (id: String, name: String)] = [:]

  /// Where an output stands.
  struct OutputPlace: Hashable {
    let cell: Int
    let statement: Int
    let output: Int
  }

  init(_ input: ReportInput) {
    let isNumbered = input.notebook.frontMatter.numbersSections?.value ?? false
    var counters: [Int] = []
    var figures = 0
    var tables = 0
    for part in input.notebook.parts {
      switch part {
      case .block(let block):
        addEquations(of: block)
        guard case .heading(let heading) = block.kind else { continue }
        add(heading, at: block.span.lower, isNumbered: isNumbered, counters: &counters)
      case .cell(let index):
        guard index < input.cells.count else { continue }
        for (statement, report) in input.cells[index].statements.enumerated() {
          for (output, piece) in report.outputs.enumerated() {
            let place = OutputPlace(cell: index, statement: statement, output: output)
            switch piece {
            case .figure(let figure):
              figures += 1
              add("Figure", figures, label: figure.label, at: place)
            case .table(let table):
              tables += 1
              add("Table", tables, label: table.label, at: place)
            case .summary, .sentence, .diagnostic: continue
            }
          }
        }
      }
    }
  }

  private mutating func addEquations(of block: Block) {
    block.visitInlines { inline in
      guard case .math(_, display: true, let label?) = inline.kind, equations[label] == nil else {
        return
      }
      let number = equations.count + 1
      equations[label] = number
      targets[label] = (label, "Equation \(number)")
    }
  }

  private mutating func add(
    _ heading: Block.Heading, at offset: Int, isNumbered: Bool, counters: inout [Int]
  ) {
    // Identifiers made here hold a full stop, which no identifier of a page can.
    let id = heading.id ?? "section.\(sections.count + 1)"
    var number: [Int] = []
    if isNumbered && !heading.isUnnumbered {
      while counters.count < heading.level { counters.append(0) }
      counters.removeLast(counters.count - heading.level)
      counters[heading.level - 1] += 1
      number = counters
    }
    let section = Section(level: heading.level, number: number, id: id, title: heading.content)
    sections.append(section)
    sectionAt[offset] = section
    guard let label = heading.id, targets[label] == nil else { return }
    let title = heading.content.map(\.plainText).joined()
    targets[label] = (id, number.isEmpty ? "“\(title)”" : "Section \(section.numberText)")
  }

  private mutating func add(
    _ word: String, _ number: Int, label: String?, at place: OutputPlace
  ) {
    let isFirst = label.map { targets[$0] == nil } ?? false
    let id = isFirst ? label ?? "" : "\(word.lowercased()).\(number)"
    let exhibit = Exhibit(word: word, number: number, id: id)
    exhibits[place] = exhibit
    if let label, isFirst { targets[label] = (id, exhibit.name) }
  }
}
