import Diagnostics
import Engine
import Glibc
import Notebooks
import Records
import Reports
import Storage
import Vocabulary

/// `scarp run`: carries out a study and writes its report.
struct RunVerb: Verb {
  static let form = CommandForm(
    name: "run", summary: "Carries out a study and writes its report.",
    operands: [CommandForm.Operand(name: "STUDY.md")],
    options: [
      StudyOptions.setting, StudyOptions.data, StudyOptions.output, StudyOptions.profile,
      StudyOptions.jobs,
      CommandForm.Option("--no-cache", help: "use no result of an earlier run"),
      CommandForm.Option("--dry-run", help: "say what would be carried out, and why; run nothing"),
      CommandForm.Option("--json", help: "print the record of the run, to standard output"),
      CommandForm.Option("--strict", help: "fail where a claim differs"),
    ],
    notes: [
      "Without -o the report is output/STUDY.html in the current folder; STUDY.record.json,",
      "STUDY.run.json and the folder STUDY.files with figures, tables and rasters lie beside it. A",
      "run that fails writes STUDY.partial.html and leaves the last whole report with its files.",
    ])

  private let path: String
  private let options: RunOptions
  private let given: String?
  private let usesCache: Bool
  private let isDry: Bool
  private let isJSON: Bool
  private let isStrict: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    path = arguments.operands[0]
    var options = try StudyOptions.read(arguments)
    given = arguments["--output"]
    // A report on standard output has nothing beside it.
    if given != "-" { options.rasters = .shown }
    self.options = options
    usesCache = !arguments.has("--no-cache")
    isDry = arguments.has("--dry-run")
    isJSON = arguments.has("--json")
    isStrict = arguments.has("--strict")
    self.terminal = terminal
    if isJSON, given == "-" {
      throw UsageFault.badValue(
        option: "-o", value: "-", expected: "a file, since --json prints to standard output")
    }
  }

  func run() throws -> Int32 {
    // From here on, so that an interrupt during the check is heeded too.
    Interrupts.listen()
    let started = Moment.monotonic
    let began = Moment.sinceEpoch
    let study = try StudyFile(path)
    let place = OutputPlace(of: study.name, given: given)
    let session = try StudySession(
      bytes: study.bytes, name: path, folder: study.folder, options: options, usesCache: usesCache)
    let runner = session.runner
    let code = runner.checkExitCode
    terminal.show(runner.diagnostics, in: runner.reading.source)
    guard code == 0 else { return code }
    if isDry {
      try terminal.write(CacheReport(session, log: place.log, usesCache: usesCache).text)
      return 0
    }
    let template = try Template.load()
    try place.prepare(isGiven: given != nil)
    let lock = try place.report.map { try FileLock(for: $0) }
    let run = try session.run(quiet: terminal.isQuiet)
    for warning in runner.cacheWarnings { terminal.say("warning: \(warning)") }
    let found = Findings(run, session.circumstances)
    terminal.show(found.told, in: run.notebook.source)
    let strict: Int32 = isStrict && found.findings.count(.differs) > 0 ? 1 : 0
    let exitCode = run.exitCode == 0 ? strict : run.exitCode
    let log = RunLog(
      run,
      RunLog.Conduct(
        started: began, seconds: Moment.monotonic - started, jobs: options.jobs,
        exitCode: exitCode, cacheWarnings: runner.cacheWarnings))
    let report = Report(found.report, in: template)
    let files = StudyFiles(run, found.findings).files
    try write(report, found.record, files, log, to: place, isWhole: run.exitCode == 0)
    withExtendedLifetime(lock) {}
    if isJSON { try terminal.write(found.record.text) }
    terminal.say(
      summary(of: run, found, place, files.count, seconds: Moment.monotonic - started))
    return exitCode
  }

  private func write(
    _ report: Report, _ record: StudyRecord, _ files: [KeptFolder.File], _ log: RunLog,
    to place: OutputPlace, isWhole: Bool
  ) throws {
    guard let path = place.report else { return try terminal.write(report.html) }
    if isWhole {
      let outcome = try KeptFolder(at: place.files).keep(files)
      for file in outcome.left {
        terminal.say(
          "note: \(place.files)/\(file) is no longer made; it was changed, and is left as it is.")
      }
      // The record comes last but one: a whole report always has its record beside it.
      // The report carries the record too, and the log is of this run only.
      try AtomicFile.write(record.text, to: place.record, durable: false)
      try AtomicFile.write(report.html, to: path)
      unlink(place.partial)
    } else {
      try AtomicFile.write(report.html, to: place.partial)
    }
    try AtomicFile.write(log.text, to: place.log, durable: false)
  }

  private func summary(
    of run: StudyRun, _ found: Findings, _ place: OutputPlace, _ files: Int, seconds: Double
  ) -> String {
    let steps = run.plan?.steps ?? []
    let cached = run.outcomes.count { $0.wasCached }
    let failed = run.outcomes.count { $0.failure.map { $0.exitCode != 0 } ?? false }
    let left = run.outcomes.count { $0.failure.map { $0.exitCode == 0 } ?? false }
    let carried = zip(steps, run.outcomes).count {
      !$0.isLight && $1.result != nil && !$1.wasCached
    }
    var parts = ["\(carried) carried out", "\(cached) from the cache"]
    if failed > 0 { parts.append("\(failed) failed") }
    if left > 0 { parts.append("\(left) left out") }
    let differing = found.findings.count(.differs)
    if differing == 1 { parts.append("1 claim differs") }
    if differing > 1 { parts.append("\(differing) claims differ") }
    let target = run.exitCode == 0 ? place.report : place.report.map { _ in place.partial }
    let beside =
      files > 0 && place.report != nil && run.exitCode == 0
      ? "; \(files) \(files == 1 ? "file" : "files") beside it in \(place.files)" : ""
    return "\(target ?? "standard output"): \(parts.joined(separator: ", ")), "
      + "\(formatFixed(seconds, decimals: seconds < 10 ? 2 : 0)) s\(beside)"
  }
}
