import Diagnostics
import Engine
import Records
import Reports

/// A run with all that is made of it: findings, record, report.
struct Findings {
  let findings: StudyFindings
  let record: StudyRecord
  private let run: StudyRun
  private let circumstances: Circumstances

  init(_ run: StudyRun, _ circumstances: Circumstances) {
    self.run = run
    self.circumstances = circumstances
    findings = StudyFindings(run, circumstances)
    record = StudyRecord(run, findings, circumstances)
  }

  /// What the report shows.
  var report: ReportInput {
    StudyReport(run, findings: findings, record: record, circumstances: circumstances).input
  }

  /// What the run found that the check could not know: failures and remarks of statements, without
  /// what was left out because of another failure.
  var told: [Diagnostic] {
    let failures = run.outcomes.compactMap { outcome in
      outcome.failure.flatMap { $0.exitCode == 0 ? nil : $0.diagnostic }
    }
    return failures + findings.remarks.filter { !run.diagnostics.contains($0) }
  }
}
