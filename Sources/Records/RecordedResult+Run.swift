import Commands
import Diagnostics
import Engine
import Language
import Vocabulary

extension RecordedResult {
  /// The results of a run: quantities, then checks and claims, then tables and figures, each kind in
  /// page order.
  static func all(of run: StudyRun, _ findings: StudyFindings) -> [RecordedResult] {
    guard let plan = run.plan else { return [] }
    return quantities(run, plan) + stated(findings, plan) + shown(run, plan, findings)
  }

  private static func quantities(_ run: StudyRun, _ plan: Plan) -> [RecordedResult] {
    zip(plan.steps, run.outcomes).compactMap { step, outcome in
      guard case .quantity(let index) = step.origin, let value = outcome.result?.value else {
        return nil
      }
      let quantity = plan.program.quantities[index]
      let text = QuantityText.text(of: value, format: quantity.format)
      let only: Value
      if let number = value as? NumberValue {
        only = Value(
          "", text, number: number.quantity.value, unit: number.quantity.unit.symbol)
      } else {
        only = Value("", text)
      }
      return RecordedResult(
        id: "quantity \(index + 1)", kind: .quantity, words: quantity.canonical,
        line: plan.program.source.line(at: quantity.span.lower), values: [only])
    }
  }

  private static func stated(_ findings: StudyFindings, _ plan: Plan) -> [RecordedResult] {
    var checks = 0
    var claims = 0
    return findings.findings.map { finding in
      if finding.isClaim { claims += 1 } else { checks += 1 }
      let result = finding.result
      let unit = result.stated.unit.symbol
      var values = [
        Value("stated", result.stated.text, number: result.stated.value, unit: unit),
        Value(
          "found", formatSignificant(result.found, digits: 7), number: result.found, unit: unit),
        Value("compared", result.comparison.rawValue),
        Value("within", result.tolerance?.text ?? "as written"),
        Value("verdict", finding.verdict.rawValue),
      ]
      if finding.isClaim { values.insert(Value("source", finding.origin), at: 0) }
      let statement = plan.program.statements[finding.statement].statement
      return RecordedResult(
        id: finding.isClaim ? "claim \(claims)" : "check \(checks)",
        kind: finding.isClaim ? .claim : .check, words: finding.text,
        line: plan.program.source.line(at: statement.span.lower), values: values)
    }
  }

  private static func shown(
    _ run: StudyRun, _ plan: Plan, _ findings: StudyFindings
  ) -> [RecordedResult] {
    ShownResult.all(of: run, findings).map { shown in
      let kind: Kind
      let values: [Value]
      switch shown.content {
      case .table(let table): (kind, values) = (.table, cells(table))
      case .figure(let figure):
        kind = .figure
        values = [Value("shows", figure.alternative), Value("content", figure.content)]
      }
      return RecordedResult(
        id: shown.id, kind: kind, words: shown.statement.canonical,
        line: plan.program.source.line(at: shown.statement.statement.span.lower), values: values)
    }
  }

  private static func cells(_ table: DisplayTable) -> [Value] {
    let heads = heads(table.columns)
    return table.rows.enumerated().flatMap { row, cells in
      zip(zip(table.columns, heads), cells).compactMap { head, cell -> Value? in
        let column = head.0
        let name = "row \(row + 1), \(head.1)"
        switch cell {
        case .empty: return nil
        case .text(let text): return Value(name, text)
        case .number(let number, _):
          return Value(name, cell.text, number: number, unit: column.unit)
        }
      }
    }
  }

  /// The heads of the columns, told apart by their unit, or else by their number.
  private static func heads(_ columns: [DisplayTable.Column]) -> [String] {
    var heads = columns.map { $0.unit.isEmpty ? $0.name : "\($0.name) in \($0.unit)" }
    for index in heads.indices where heads[..<index].contains(heads[index]) {
      heads[index] += " (column \(index + 1))"
    }
    return heads
  }
}
