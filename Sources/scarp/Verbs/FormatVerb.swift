import Diagnostics
import Engine
import Language
import Notebooks
import Storage

/// `scarp format`: the commands of a study in the one canonical way.
struct FormatVerb: Verb {
  static let form = CommandForm(
    name: "format", summary: "Prints a study with its commands in the one canonical way.",
    operands: [CommandForm.Operand(name: "STUDY.md")],
    options: [
      CommandForm.Option(
        "--check", help: "print nothing; exit code 1 where something would change"),
      CommandForm.Option("--in-place", help: "write the study's file instead of printing"),
    ])

  private let path: String
  private let isCheck: Bool
  private let isInPlace: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    path = arguments.operands[0]
    isCheck = arguments.has("--check")
    isInPlace = arguments.has("--in-place")
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    let study = try StudyFile(path)
    let reading = Notebook.read(bytes: study.bytes, name: path)
    guard let notebook = reading.notebook else {
      terminal.show(reading.diagnostics, in: reading.source)
      return 3
    }
    let text = Formatter.format(StudyText(notebook))
    let isSame = Array(text.utf8) == study.bytes
    if isCheck {
      if !isSame { terminal.say("\(path): not in canonical form") }
      return isSame ? 0 : 1
    }
    if isInPlace {
      if !isSame { try AtomicFile.write(text, to: path) }
      return 0
    }
    try terminal.write(text)
    return 0
  }
}
