import Commands
public import Engine
public import Language
public import Storage
public import Vocabulary

/// A table or figure that a statement puts into the report, by the name under which the record and
/// the files beside the report know it.
public struct ShownResult: Sendable {
  /// What is shown.
  public enum Content: Sendable {
    /// A table, with the verdicts of this run.
    case table(DisplayTable)
    /// A figure.
    case figure(FigureValue)
  }

  /// Its label, or `table 2` and `figure 3` for the second and third result without one; then, for
  /// a member of a family, `at` and its axes.
  public let id: String
  /// Its label; none where the study gives none.
  public let label: String?
  /// What the study writes below it, with the member of a family.
  public let caption: String
  /// What is shown.
  public let content: Content
  /// The statement that shows it.
  public let statement: CheckedStatement
  /// Where its payloads lie.
  public let entry: Storage.Entry?

  /// All that a run shows, in page order.
  public static func all(of run: StudyRun, _ findings: StudyFindings) -> [ShownResult] {
    guard let plan = run.plan else { return [] }
    var unlabelled = 0
    return zip(plan.steps, run.outcomes).compactMap { step, outcome -> ShownResult? in
      guard case .statement(let index) = step.origin, step.isMember,
        let result = outcome.result
      else { return nil }
      let statement = plan.program.statements[index]
      let content: Content
      let kind: String
      switch findings.shown(result, by: statement) {
      case let table as DisplayTable: (content, kind) = (.table(table), "table")
      case let figure as FigureValue: (content, kind) = (.figure(figure), "figure")
      default: return nil
      }
      let label = statement.statement.label
      var id = label?.id ?? ""
      if id.isEmpty {
        unlabelled += 1
        id = "\(kind) \(unlabelled)"
      }
      let member = step.coordinates.map { "\($0.axis) \($0.member)" }.joined(separator: ", ")
      return ShownResult(
        id: member.isEmpty ? id : "\(id) at \(member)", label: label?.id,
        caption: (label?.caption ?? "") + (member.isEmpty ? "" : " (\(member))"),
        content: content, statement: statement, entry: outcome.entry)
    }
  }
}
