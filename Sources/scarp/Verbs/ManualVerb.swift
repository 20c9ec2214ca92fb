import Commands
import Diagnostics
import Engine
import Glibc
import Manual
import Storage

/// `scarp manual`: all words of the language, in Markdown, from their declarations.
struct ManualVerb: Verb {
  static let form = CommandForm(
    name: "manual", summary: "Prints the manual of the language, or writes its pages.",
    operands: [],
    options: [
      CommandForm.Option("--into", value: "DIR", help: "write the pages into this folder"),
      CommandForm.Option(
        "--data", value: "DIR", help: "carry out all examples on this area first, with --into"),
    ],
    notes: [
      "Without --into all pages are printed. The outputs of the examples lie in outputs.json in the",
      "manual's folder; with --data they are made anew, on an area made by tools/example-area, as",
      "“make docs” does. Pages written by hand are left as they are.",
    ])

  private let folder: String?
  private let data: String?
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    folder = arguments["--into"]
    data = arguments["--data"]
    self.terminal = terminal
    if data != nil, folder == nil {
      throw UsageFault.missingOperand("--into DIR", verb: "manual")
    }
  }

  func run() throws -> Int32 {
    guard let folder else {
      let pages = try Self.pages(of: ManualFolder.find()?.record() ?? ExampleRecord())
      try terminal.write(pages.map(\.text).joined(separator: "\n"))
      return 0
    }
    for path in [folder, folder + "/words", folder + "/figures"] {
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw StorageFault.cannotWrite(path: path, doing: "create", errno: errno)
      }
    }
    if let data { try carryOutExamples(on: data, into: folder) }
    let pages = try Self.pages(of: ManualFolder(path: folder).record() ?? ExampleRecord())
    for page in pages { try write(Array(page.text.utf8), to: "\(folder)/\(page.path)") }
    terminal.say("\(folder): \(pages.count) pages")
    return 0
  }

  private static func pages(of record: ExampleRecord) throws -> [Manual.Page] {
    Manual(.standard, codes: Code.all, record: record).pages(
      commands: Scarp.verbs.map { Self.command($0.form) },
      everywhere: CommandForm.everywhere.map { ($0.head, $0.help) },
      exits: Scarp.exitCodes.map { (Int($0.code), $0.meaning) })
  }

  private static func command(_ form: CommandForm) -> Manual.Command {
    Manual.Command(
      name: form.name, summary: form.summary, usage: form.usage,
      options: form.options.map { ($0.head, $0.help) }, notes: form.notes)
  }

  /// Carries out the examples and keeps what they give, their pictures too.
  private func carryOutExamples(on data: String, into folder: String) throws {
    let none = try Arguments([], for: CommandForm(name: "", summary: "", operands: [], options: []))
    var options = try StudyOptions.read(none)
    options.dataFolder = data
    let temporary = try TemporaryFolder()
    options.machineFolder = options.cacheFolder
    options.cacheFolder = temporary.path
    var line = ProgressLine(quiet: terminal.isQuiet)
    let examples = try ExampleRun(.standard, Code.all, options: options) { line.show($0) }
    for name in try AtomicFolder.contents(of: folder + "/figures") {
      unlink("\(folder)/figures/\(name)")
    }
    for picture in examples.pictures {
      try write(picture.bytes, to: "\(folder)/\(picture.file)")
    }
    try write(
      Array(examples.record.text.utf8), to: "\(folder)/\(ExampleRecord.fileName)")
    withExtendedLifetime(temporary) {}
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try AtomicFile.write(bytes, to: path, durable: false)
  }
}
