import Commands
import Diagnostics
import Engine
import Language
import Notebooks
import Records
import Storage
import Vocabulary

/// What became of each cell of a study: its commands in colours and what they put into the page.
struct StudyCells {
  private let run: StudyRun
  private let findings: StudyFindings
  /// The steps of each statement, those that make its members.
  private var members: [Int: [(step: Step, outcome: StudyRun.StepOutcome)]] = [:]
  /// Whether the study shows its claims itself.
  private var showsClaims = false

  init(_ run: StudyRun, _ findings: StudyFindings) {
    self.run = run
    self.findings = findings
    guard let plan = run.plan else { return }
    showsClaims = plan.program.statements.contains { $0.call.word.entry.phrase == "show claims" }
    for (step, outcome) in zip(plan.steps, run.outcomes) {
      guard case .statement(let index) = step.origin, step.isMember else { continue }
      members[index, default: []].append((step, outcome))
    }
  }

  var cells: [CellReport] {
    let notebook = run.notebook
    let highlighter = Highlighter(
      source: notebook.source, cells: notebook.cells.map(\.body), catalog: .standard)
    let statements = Dictionary(
      grouping: run.plan?.program.statements ?? [], by: \.statement.cell)
    return notebook.cells.map { cell in
      let pieces = highlighter.pieces(of: cell.body)
      let own = cell.isRun ? statements[cell.index] ?? [] : []
      return CellReport(
        statements: pieces.enumerated().map { index, pieces in
          report(pieces, index < own.count ? own[index] : nil)
        })
    }
  }

  private func report(
    _ pieces: [Highlighter.Piece], _ statement: CheckedStatement?
  ) -> StatementReport {
    let source = run.notebook.source
    var report = StatementReport(
      tokens: pieces.map {
        TokenRun(source[$0.span].replacing("\r\n", with: "\n"), Self.role($0.role))
      })
    guard let statement else { return report }
    report.line = source.line(at: statement.statement.span.lower)
    for (step, outcome) in members[statement.index] ?? [] {
      if let result = outcome.result {
        report.outputs += outputs(of: result, step, outcome.entry, statement)
      }
      guard let failure = outcome.failure else { continue }
      if failure.exitCode == 0 {
        if report.state == .done { report.state = .skipped(failure.diagnostic.title) }
      } else {
        report.state = .failed
        report.outputs.append(.diagnostic(failure.diagnostic))
      }
    }
    report.outputs = Self.shortened(report.outputs)
    report.outputs += (findings.remarksOfRun[statement.index] ?? []).map { .diagnostic($0) }
    return report
  }

  /// The outputs with the first lines only of a family of many members.
  private static func shortened(
    _ outputs: [StatementReport.Output]
  ) -> [StatementReport.Output] {
    var lines = 0
    var kept = outputs.filter { output in
      guard case .summary = output else { return true }
      lines += 1
      return lines <= 10
    }
    if lines > 10 { kept.append(.summary("… and \(lines - 10) more of them.")) }
    return kept
  }

  // MARK: Outputs

  private func outputs(
    of result: StoredResult, _ step: Step, _ entry: Storage.Entry?, _ statement: CheckedStatement
  ) -> [StatementReport.Output] {
    let member = step.coordinates.map { "\($0.axis) \($0.member)" }.joined(separator: ", ")
    let label = statement.statement.label
    let caption =
      (label?.caption ?? "") + (member.isEmpty ? "" : " (\(member))")
    switch findings.shown(result, by: statement) {
    case let table as DisplayTable:
      return [.table(ReportTable(table, caption: caption, label: label?.id))]
    case let figure as FigureValue:
      return [self.figure(figure, entry, caption, label?.id, statement)]
    case let claims as ClaimsValue:
      let line = StatementReport.Output.summary("Claims from \(findings.summary(of: result))")
      guard !showsClaims else { return [line] }
      return [
        line,
        .table(
          ReportTable(
            findings.judged(claims.display()),
            caption: "Figures from \(claims.origin), and this run's.",
            label: nil)),
      ]
    case is ClaimResult:
      let words = String(statement.canonical.dropFirst("check ".count))
      return [.summary("Check: \(words) – \(result.summary)")]
    case is AssumptionValue: return []
    default:
      guard !result.summary.isEmpty else { return [] }
      let names = statement.names.joined(separator: ", ")
      let head = names.isEmpty ? "" : names + (member.isEmpty ? "" : " at \(member)") + ": "
      return [.summary(head + result.summary)]
    }
  }

  private func figure(
    _ figure: FigureValue, _ entry: Storage.Entry?, _ caption: String, _ label: String?,
    _ statement: CheckedStatement
  ) -> StatementReport.Output {
    guard let bytes = try? entry?.payload(figure.payload.name)?.read() else {
      return .diagnostic(
        Diagnostic(
          .crashed, "The picture of this figure is no longer in the cache.",
          at: statement.call.span, help: ["Run the study again."]))
    }
    let picture: ReportFigure.Picture =
      switch figure.format {
      case .svg: .svg(String(decoding: bytes, as: UTF8.self))
      case .png: .png(bytes)
      case .pdf: preconditionFailure("the report was to show \(figure.payload.name)")
      }
    return .figure(
      ReportFigure(
        caption: caption, label: label, alternative: figure.alternative, picture: picture,
        width: figure.width))
  }

  private static func role(_ role: Highlighter.Role) -> TokenRun.Role {
    switch role {
    case .plain: .plain
    case .word: .word
    case .definition: .definition
    case .name: .name
    case .number: .number
    case .unit: .unit
    case .string: .string
    case .label: .label
    case .operator: .operator
    case .comment: .comment
    }
  }
}
