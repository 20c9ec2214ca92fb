import Diagnostics
import Engine
import Language
import Notebooks
import Storage
import Vocabulary

/// `scarp check`: everything that can be known without running.
struct CheckVerb: Verb {
  static let form = CommandForm(
    name: "check", summary: "Says what is wrong with a study, without running it.",
    operands: [CommandForm.Operand(name: "STUDY.md")],
    options: [
      StudyOptions.setting, StudyOptions.data, StudyOptions.profile,
      CommandForm.Option("--json", help: "print what was found as JSON, to standard output"),
    ],
    notes: ["Exit codes: 0 nothing is wrong; 3 the study has errors; 4, 6, 8 an input has."])

  private let path: String
  private let options: RunOptions
  private let isJSON: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    path = arguments.operands[0]
    options = try StudyOptions.read(arguments)
    isJSON = arguments.has("--json")
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    let study = try StudyFile(path)
    let runner = try Runner(
      bytes: study.bytes, name: path, folder: study.folder, options: options)
    let found = runner.diagnostics
    if isJSON {
      let list = JSONValue.array(found.map { $0.json(in: runner.reading.source) })
      try terminal.write(list.text(.indented) + "\n")
    } else {
      terminal.show(found, in: runner.reading.source)
      if found.isEmpty {
        let count = runner.check().statements.count
        terminal.say("\(path): \(count) statements, nothing is wrong")
      }
      let seconds = runner.check().secondsAtLeast
      if runner.checkExitCode == 0, seconds >= 5 {
        terminal.say("A run from nothing takes about \(formatDuration(seconds)) on one core.")
      }
    }
    return runner.checkExitCode
  }
}
