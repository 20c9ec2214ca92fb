import Commands
public import Diagnostics
import Engine
public import Language
import Notebooks
import Vocabulary

/// An example as the checker sees it, after the statements that it needs.
public struct ExampleCheck: Sendable {
  /// The example, followed by what stands before it: so that lines are counted from its first one.
  public let source: Source
  /// The checked statements.
  public let program: Program
  /// All that is wrong or remarkable, in the example and in the statements that it needs.
  public let diagnostics: [Diagnostic]

  /// Checks the lines of a cell.
  ///
  /// - Parameters:
  ///   - lines: one or more statements.
  ///   - record: what is known of the area's files.
  public init(lines: String, in record: ExampleRecord) {
    let woven = ExampleNames.woven(into: lines)
    var text = lines + "\n"
    var cells: [(body: Span, isRun: Bool)] = []
    var start = 0
    for (before, own) in woven {
      for statement in before {
        let lower = text.utf8.count
        text += statement.text + "\n"
        cells.append((Span(lower, text.utf8.count), true))
      }
      let end = start + own.text.utf8.count + 1
      cells.append((Span(start, end), true))
      start = end
    }
    source = Source(name: "study.md", text: text)
    program = check(
      StudyText(source: source, cells: cells), against: .standard, options: Self.options(record))
    diagnostics = program.diagnostics
  }

  /// Checks a whole page.
  public init(page: String, in record: ExampleRecord) {
    let reading = Notebook.read(bytes: Array(page.utf8), name: "study.md")
    source = reading.source
    let study =
      reading.notebook.map { StudyText($0) } ?? StudyText(source: reading.source, cells: [])
    program = check(study, against: .standard, options: Self.options(record))
    diagnostics = reading.diagnostics + program.diagnostics
  }

  private static func options(_ record: ExampleRecord) -> CheckOptions {
    var options = CheckOptions()
    options.facts = { path, kind in record.facts(path, kind).map { .known($0) } ?? .missing }
    return options
  }

  /// The messages of a code, as a terminal shows them.
  public func messages(of code: Code) -> [String] {
    diagnostics.filter { $0.code == code }.map { $0.rendered(in: source) }
  }

  /// The first statement of the example itself, where it could be read.
  public var statement: CheckedStatement? {
    program.statements.first { $0.statement.span.lower == 0 }
  }
}
