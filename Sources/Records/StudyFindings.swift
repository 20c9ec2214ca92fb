public import Commands
public import Diagnostics
public import Engine
public import Language
public import Vocabulary

/// What a run has found beside its results: checks, claims, assumptions, warnings.
public struct StudyFindings: Sendable {
  /// A check or a claim with what was found.
  public struct Finding: Sendable {
    /// Which statement states it.
    public let statement: Int
    /// Whether it is a claim; else it is a check.
    public let isClaim: Bool
    /// Where a claim was published; empty for a check.
    public let origin: String
    /// The quantity, as the study says it.
    public let text: String
    /// What was stated and what was found.
    public let result: ClaimResult
    /// What follows.
    public let verdict: Verdict
  }

  /// What follows from what was stated and what was found.
  public enum Verdict: String, Sendable {
    /// A check that holds.
    case holds
    /// A check that does not.
    case fails = "does not hold"
    /// A claim that agrees with what was found.
    case reproduced
    /// A claim that does not.
    case differs
    /// Simulated data, a changed setting or another profile.
    case notComparable = "not comparable"
  }

  /// The checks and claims in page order.
  public private(set) var findings: [Finding] = []
  /// Assumptions in page order.
  public private(set) var assumptions: [AssumptionValue] = []
  /// What the author permits although it is bad practice, in page order.
  public private(set) var allowances: [AssumptionValue] = []
  /// Warnings and notes: those of the check and those of the run, in page order.
  public private(set) var remarks: [Diagnostic]
  /// The warnings and notes that each statement made in the run, by its index in the program.
  public private(set) var remarksOfRun: [Int: [Diagnostic]] = [:]
  /// Settings whose value is not the one written in the study.
  public let changedSettings: [String]
  /// Whether published figures can be compared with those found.
  public let isComparable: Bool

  /// Gathers the findings of a run.
  public init(_ run: StudyRun, _ circumstances: Circumstances) {
    let settings = StudySetting.all(of: run)
    changedSettings = settings.filter(\.isChanged).map(\.name)
    isComparable = changedSettings.isEmpty && circumstances.isFull
    let failures = run.outcomes.compactMap { $0.failure?.diagnostic }
    remarks = run.diagnostics.filter { $0.severity != .error && !failures.contains($0) }
    guard let plan = run.plan else { return }
    var remarks: [Int: [StoredResult.Remark]] = [:]
    for (step, outcome) in zip(plan.steps, run.outcomes) {
      guard case .statement(let index) = step.origin, step.isMember, let result = outcome.result
      else { continue }
      let statement = plan.program.statements[index]
      switch result.value {
      case let value as AssumptionValue:
        if value.isAllowance { allowances.append(value) } else { assumptions.append(value) }
      case let value as ClaimResult:
        add(value, claim(of: statement.call)?.text ?? "", from: "", isClaim: false, index)
      case let value as ClaimsValue:
        for row in value.rows {
          add(row.result, row.text, from: value.origin, isClaim: true, index)
        }
      default: break
      }
      remarks[index, default: []] += result.remarks
    }
    // What an earlier statement has told in the same words, of the same places, is not told again.
    var told: Set<String> = []
    for (index, made) in remarks.sorted(by: { $0.key < $1.key }) {
      let span = plan.program.statements[index].call.span
      remarksOfRun[index] = StoredResult.Remark.gathered(made).filter {
        told.insert("\($0.code) \($0.title)").inserted
      }.map { $0.diagnostic(at: span) }
      self.remarks += remarksOfRun[index] ?? []
    }
    self.remarks = self.remarks.enumerated().sorted {
      ($0.element.span?.lower ?? 0, $0.offset) < ($1.element.span?.lower ?? 0, $1.offset)
    }.map(\.element)
  }

  private mutating func add(
    _ result: ClaimResult, _ text: String, from origin: String, isClaim: Bool, _ statement: Int
  ) {
    let verdict: Verdict
    if !isClaim {
      verdict = result.holds ? .holds : .fails
    } else if !isComparable {
      verdict = .notComparable
    } else {
      verdict = result.holds ? .reproduced : .differs
    }
    findings.append(
      Finding(
        statement: statement, isClaim: isClaim, origin: origin, text: text, result: result,
        verdict: verdict))
  }

  /// What a statement shows: its value, with the verdict “not comparable” on all claims of a table
  /// where this run is not the study that was published.
  public func shown(_ result: StoredResult, by statement: CheckedStatement) -> any Value {
    let isTableOfClaims = statement.call.word.entry.phrase == "show claims"
    guard isTableOfClaims, let table = result.value as? DisplayTable else { return result.value }
    return judged(table)
  }

  /// A table of claims with the verdicts of this run.
  public func judged(_ table: DisplayTable) -> DisplayTable {
    guard !isComparable, let verdict = table.columns.firstIndex(where: { $0.title == "Verdict" })
    else { return table }
    var table = table
    for row in table.rows.indices {
      table.rows[row][verdict] = .text(Verdict.notComparable.rawValue)
    }
    return table
  }

  /// One line that says what was made.
  public func summary(of result: StoredResult) -> String {
    guard let claims = result.value as? ClaimsValue, !isComparable else { return result.summary }
    return "\(claims.origin): \(claims.rows.count) not comparable"
  }

  /// How many findings have a verdict.
  public func count(_ verdict: Verdict) -> Int { findings.count { $0.verdict == verdict } }

  /// How many warnings there are.
  public var warningCount: Int { remarks.count { $0.severity == .warning } }
}

/// The claim that a call states.
private func claim(of call: BoundCall) -> Claim? {
  guard case .claim(let claim)? = call.ordered.first?.argument.content else { return nil }
  return claim
}

extension StoredResult.Remark {
  /// The remarks of all members of a statement, those of one code as one: the first, and how many
  /// others there are that say something else.
  static func gathered(_ remarks: [StoredResult.Remark]) -> [StoredResult.Remark] {
    var codes: [String] = []
    for remark in remarks where !codes.contains(remark.code) { codes.append(remark.code) }
    return codes.map { code in
      let own = remarks.filter { $0.code == code }
      let others = Set(own.map(\.title)).count - 1
      guard others > 0 else { return own[0] }
      let more = others == 1 ? "1 more" : "\(others) more"
      return StoredResult.Remark(
        code: code,
        title: own[0].title
          + " There \(others == 1 ? "is" : "are") \(more) of this kind.",
        help: own[0].help)
    }
  }

  /// The remark as a message, at the statement that made it.
  public func diagnostic(at span: Span?) -> Diagnostic {
    let known = Code(id: code) ?? Code(code, "A remark of the run.", explanation: "")
    return Diagnostic(known, title, at: span, help: help)
  }
}
