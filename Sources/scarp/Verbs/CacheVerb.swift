import Diagnostics
import Engine
import Notebooks
import Storage

/// `scarp cache`: what the cache holds, and why a statement would run again.
struct CacheVerb: Verb {
  static let form = CommandForm(
    name: "cache", summary: "Lists or clears the cache, or says why a statement would run.",
    operands: [
      CommandForm.Operand(name: "list|clear|why"),
      CommandForm.Operand(name: "STUDY.md", isOptional: true),
      CommandForm.Operand(name: "NAME", isOptional: true),
    ],
    options: [
      StudyOptions.setting, StudyOptions.data, StudyOptions.output, StudyOptions.profile,
    ],
    notes: [
      "list      what the cache holds, the last used first",
      "clear     remove everything",
      "why       for each statement of a study, or those of one name: would it run, and why",
      "",
      "The cache is the folder that SCARP_CACHE names, else ~/.cache/scarp.",
    ])

  private let action: Action
  private let options: RunOptions
  private let given: String?
  private let terminal: Terminal

  private enum Action {
    case list
    case clear
    case why(study: String, name: String?)
  }

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    let words = arguments.operands
    options = try StudyOptions.read(arguments)
    given = arguments["--output"]
    self.terminal = terminal
    switch words[0] {
    case "list", "clear":
      guard words.count == 1 else {
        throw UsageFault.unexpectedOperand(words[1], verb: "cache \(words[0])")
      }
      action = words[0] == "list" ? .list : .clear
    case "why":
      guard words.count > 1 else { throw UsageFault.missingOperand("STUDY.md", verb: "cache why") }
      action = .why(study: words[1], name: words.count > 2 ? words[2] : nil)
    default:
      throw UsageFault.unknownVerb(
        "cache \(words[0])", near: nearest(to: words[0], among: ["list", "clear", "why"]))
    }
  }

  func run() throws -> Int32 {
    switch action {
    case .list: try list()
    case .clear:
      let count = try ArtifactStore(at: options.cacheFolder) { _ in }.clear()
      terminal.say("\(options.cacheFolder): removed \(count) entries")
    case .why(let study, let name): return try why(study, name)
    }
    return 0
  }

  private func list() throws {
    let entries = try ArtifactStore(at: options.cacheFolder) { _ in }.list().sorted {
      ($1.lastUse, $0.key) < ($0.lastUse, $1.key)
    }
    var table = TextTable("KEY", "BYTES", "WHAT")
    for entry in entries {
      let summary = entry.metadata["summary"]?.string ?? "the header of a file"
      table.add(entry.key.short, String(entry.bytes), summary)
    }
    try terminal.write(table.text)
    let bytes = entries.reduce(0) { $0 + $1.bytes }
    terminal.say("\(options.cacheFolder): \(entries.count) entries, \(bytes) bytes")
  }

  private func why(_ path: String, _ name: String?) throws -> Int32 {
    let study = try StudyFile(path)
    let session = try StudySession(
      bytes: study.bytes, name: path, folder: study.folder, options: options, usesCache: true)
    let runner = session.runner
    let code = runner.checkExitCode
    guard code == 0 else {
      terminal.show(runner.diagnostics, in: runner.reading.source)
      return code
    }
    let report = try CacheReport(
      session, log: OutputPlace(of: study.name, given: given).log)
    guard let name else {
      try terminal.write(report.text)
      return 0
    }
    guard let text = report.text(about: name) else {
      throw UsageFault.unknownStatement(name, near: nearest(to: name, among: report.names))
    }
    try terminal.write(text)
    return 0
  }
}
