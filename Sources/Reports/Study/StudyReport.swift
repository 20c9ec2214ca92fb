import Commands
import Diagnostics
public import Engine
import Language
import Notebooks
public import Records
import Storage
import Vocabulary

/// Makes of a run what a report shows of it.
public struct StudyReport {
  /// The name under which a report carries its record.
  public static let recordName = "record.json"

  private let run: StudyRun
  private let findings: StudyFindings
  private let record: StudyRecord
  private let circumstances: Circumstances

  /// Takes a run with its findings and its record.
  public init(
    _ run: StudyRun, findings: StudyFindings, record: StudyRecord, circumstances: Circumstances
  ) {
    self.run = run
    self.findings = findings
    self.record = record
    self.circumstances = circumstances
  }

  /// What the report shows.
  public var input: ReportInput {
    var input = ReportInput(notebook: run.notebook)
    input.cells = StudyCells(run, findings).cells
    input.quantities = quantities
    input.verdict = verdict
    input.dataSets = dataSets
    input.works = run.bibliography.works
    input.remarks = run.diagnostics.filter { remark in
      remark.severity != .error && findings.remarks.contains(remark)
        && !failures.contains(remark)
    }
    input.provenance = provenance
    input.attachments = attachments
    return input
  }

  private var failures: [Diagnostic] { run.outcomes.compactMap { $0.failure?.diagnostic } }

  // MARK: Quantities

  private var quantities: [QuantityReport] {
    var result = run.notebook.quantities.map { _ in
      QuantityReport.missing("the study has not run")
    }
    guard let plan = run.plan else { return result }
    for (step, outcome) in zip(plan.steps, run.outcomes) {
      guard case .quantity(let index) = step.origin, index < plan.program.quantities.count else {
        continue
      }
      let quantity = plan.program.quantities[index]
      guard let place = run.notebook.quantities.firstIndex(where: { $0.span == quantity.span })
      else { continue }
      if let value = outcome.result?.value {
        result[place] = .value(QuantityText.text(of: value, format: quantity.format))
      } else if let failure = outcome.failure {
        result[place] = .missing(failure.diagnostic.title)
      }
    }
    return result
  }

  // MARK: The first page

  private var verdict: Verdict {
    var verdict = Verdict()
    verdict.reproduced = findings.count(.reproduced)
    verdict.differing = findings.count(.differs)
    verdict.notComparable = findings.count(.notComparable)
    verdict.checksHeld = findings.count(.holds)
    verdict.checksFailed = findings.count(.fails)
    verdict.warnings = findings.warningCount
    verdict.assumptions = findings.assumptions.count
    for outcome in run.outcomes {
      // A check that does not hold has a result, and is counted as a check.
      guard let failure = outcome.failure, outcome.result == nil else { continue }
      if failure.exitCode == 0 { verdict.skipped += 1 } else { verdict.failed += 1 }
    }
    return verdict
  }

  private var dataSets: [DataSet] {
    guard !run.inputs.isEmpty else { return [] }
    let data = circumstances.data
    let known = [data.source, data.licence].compactMap { $0 }.joined(separator: "; ")
    return [
      DataSet(
        title: data.title ?? data.folder,
        description: data.isDescribed ? known : "undescribed data", isSimulated: data.isSimulated)
    ]
  }

  // MARK: How this was made

  private var provenance: Provenance {
    var provenance = Provenance()
    provenance.inputs = run.inputs.map { input in
      Provenance.Input(
        path: input.path, size: input.bytes, hash: input.digest.hex,
        description: Self.description(of: input))
    }
    provenance.bibliography = run.bibliography.files.map { file in
      Provenance.Input(
        path: file.path, size: file.text.utf8.count, hash: file.digest.hex,
        description: "\(file.count) \(file.count == 1 ? "work" : "works") cited")
    }
    provenance.study = run.notebook.source.name.split(separator: "/").last.map(String.init) ?? ""
    provenance.settings = StudySetting.all(of: run).map { setting in
      let note = setting.isChanged ? "changed; the study says \(setting.written.text)" : ""
      return Provenance.Fact(
        setting.name, setting.value.text,
        note: [setting.meaning, note].filter { !$0.isEmpty }.joined(separator: "; "))
    }
    if let profile = circumstances.profile {
      provenance.settings.append(Provenance.Fact("profile", profile))
    }
    provenance.seeds = [Provenance.Fact("study", String(circumstances.seed))]
    provenance.assumptions = findings.assumptions.map {
      Provenance.Reasoned($0.assumption, because: $0.reason)
    }
    provenance.allowances = findings.allowances.map {
      Provenance.Reasoned($0.assumption, because: $0.reason)
    }
    provenance.versions =
      [Provenance.Fact("Scarp", Release.version, note: "build \(run.machine.build.prefix(12))")]
      + run.machine.versions.map { Provenance.Fact($0.name, $0.version) }
      + [
        Provenance.Fact("Processor", run.machine.coreType, note: run.machine.kernels)
      ]
    return provenance
  }

  private static func description(of input: StudyRun.InputFacts) -> String {
    guard let facts = input.facts else { return "" }
    if let grid = facts.grid { return "\(grid.columns) × \(grid.rows) cells, \(grid.crs)" }
    let noun = facts.crs == nil ? "row" : "feature"
    return [facts.count.map { "\($0) \(noun)\($0 == 1 ? "" : "s")" }, facts.crs].compactMap { $0 }
      .joined(separator: ", ")
  }

  // MARK: What it carries

  private var attachments: [Attachment] {
    let source = run.notebook.source
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    return [Attachment(name: name, text: source.text)]
      + run.bibliography.files.map { Attachment(name: $0.path, text: $0.text) }
      + [Attachment(name: Self.recordName, text: record.json.text() + "\n", isPacked: true)]
  }
}
