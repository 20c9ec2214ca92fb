import Diagnostics
import Engine
import Notebooks
import Records
import Reports
import Storage
import Vocabulary

/// `scarp verify`: reruns a study with the cache off and compares it with what is recorded.
struct VerifyVerb: Verb {
  static let form = CommandForm(
    name: "verify", summary: "Reruns a study without the cache and compares with its record.",
    operands: [CommandForm.Operand(name: "STUDY.md|REPORT.html")],
    options: [
      StudyOptions.data, StudyOptions.jobs,
      CommandForm.Option(
        "--record", value: "FILE", help: "compare with another record than that in output/"),
    ],
    notes: [
      "A report carries the study and its record, and needs nothing else but the data.",
      "Exit codes: 0 all agrees within the record's tolerances; 4 the data are not there; 7 something",
      "differs.",
    ])

  private let path: String
  private let given: RunOptions
  private let recordPath: String?
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    path = arguments.operands[0]
    given = try StudyOptions.read(arguments)
    recordPath = arguments["--record"]
    self.terminal = terminal
  }

  /// A study with the record of an earlier run.
  private struct Material {
    let bytes: [UInt8]
    let name: String
    let record: StudyRecord
    /// The files of the bibliography that a report carries; none of a study in its own file.
    var carried: [String: String]?
  }

  func run() throws -> Int32 {
    Interrupts.listen()
    let material = try material()
    let record = material.record
    let options = record.options(over: given)
    let session = try StudySession(
      bytes: material.bytes, name: material.name, folder: FilePath.folder(of: path) ?? "",
      options: options, usesCache: false, carried: material.carried)
    let runner = session.runner
    let code = runner.checkExitCode
    var verification = Verification(
      record, inputs: runner.inputFacts.map { ($0.path, $0.digest) },
      bibliography: runner.bibliography.files.map { ($0.path, $0.digest) },
      text: runner.reading.source.text)
    guard code == 0 else {
      terminal.show(runner.diagnostics, in: runner.reading.source)
      // What cannot be read cannot be compared, which is not the same as a difference.
      if code == 6 || code == 8 { return code }
      if code == 4, runner.diagnostics.contains(where: { $0.code == .missingFile }) {
        throw RecordFault.inputsMissing(folder: runner.dataFolder)
      }
      try terminal.write(VerificationReport(verification).text)
      return verification.agrees ? code : 7
    }
    let run = try session.run(quiet: terminal.isQuiet)
    let found = Findings(run, session.circumstances)
    guard run.exitCode != 130 else { return 130 }
    terminal.show(found.told, in: run.notebook.source)
    verification.compare(record, with: found.record)
    try terminal.write(VerificationReport(verification).text)
    return verification.agrees ? 0 : 7
  }

  private func material() throws -> Material {
    let bytes = try FilePath.bytes(of: path)
    if path.hasSuffix(".html") {
      let attachments = Attachment.carried(in: bytes)
      // The study comes first and the record last; between them lie the files of the bibliography.
      guard let study = attachments.first, let record = attachments.last, attachments.count > 1,
        record.name == StudyReport.recordName
      else { throw RecordFault.notARecord }
      return Material(
        bytes: Array(study.text.utf8), name: study.name,
        record: try StudyRecord(parsing: Array(record.text.utf8)),
        carried: Dictionary(
          attachments.dropFirst().dropLast().map { ($0.name, $0.text) },
          uniquingKeysWith: { first, _ in first }))
    }
    let place = recordPath ?? OutputPlace(of: StudyFile.name(of: path), given: nil).record
    return Material(
      bytes: bytes, name: path, record: try StudyRecord(parsing: try FilePath.bytes(of: place)))
  }
}
