import Glibc
import Records
import Storage

/// The program: hands the words after its name to the verb that they begin with.
@main
struct Scarp {
  /// The verbs, in the order of the help.
  static let verbs: [any Verb.Type] = [
    NewVerb.self, CheckVerb.self, RunVerb.self, VerifyVerb.self, DiffVerb.self, ExportVerb.self,
    FormatVerb.self, ExplainVerb.self, ManualVerb.self, CacheVerb.self, SimulateVerb.self,
    CompletionVerb.self, HelpVerb.self,
  ]

  static func main() { exit(run(Array(CommandLine.arguments.dropFirst()))) }

  /// Carries out a call; the exit code.
  private static func run(_ words: [String]) -> Int32 {
    var terminal = Terminal()
    do {
      guard let first = words.first else {
        terminal.say(help)
        return 2
      }
      if ["-h", "--help"].contains(first) {
        try terminal.write(help)
        return 0
      }
      if first == "--version" {
        try terminal.write("scarp \(Release.version)\n")
        return 0
      }
      let verb = try verb(first)
      let arguments = try Arguments(words.dropFirst(), for: verb.form)
      terminal = Terminal(arguments)
      if arguments.has("--help") {
        try terminal.write(verb.form.help)
        return 0
      }
      if arguments.has("--version") {
        try terminal.write("scarp \(Release.version)\n")
        return 0
      }
      return try verb.init(arguments, terminal).run()
    } catch {
      return Failure(error).tell(terminal)
    }
  }

  /// The verb of a name.
  static func verb(_ name: String) throws(UsageFault) -> any Verb.Type {
    if let verb = verbs.first(where: { $0.form.name == name }) { return verb }
    throw .unknownVerb(name, near: nearestVerb(to: name, among: verbs.map { $0.form.name }))
  }

  /// What the exit codes mean, in the order of the codes.
  static let exitCodes: [(code: Int32, meaning: String)] = [
    (0, "done"), (1, "a statement or a check failed"), (2, "wrong usage"),
    (3, "the study has errors"), (4, "an input is missing or bad"),
    (5, "an output cannot be written"), (6, "not allowed"),
    (7, "verify or diff found a difference"), (8, "a limit was reached"),
    (70, "a fault of Scarp"), (130, "interrupted"),
  ]

  /// The help of the program.
  static var help: String {
    let width = verbs.map { $0.form.usage.count }.max() ?? 0
    let lines = verbs.map { verb in
      let usage = verb.form.usage
      let gap = String(repeating: " ", count: width - usage.count + 2)
      return "  \(usage)\(gap)\(verb.form.summary)"
    }
    let codes =
      "Exit codes: "
      + exitCodes.map { "\($0.code) \($0.meaning)" }.joined(separator: "; ") + "."
    return """
      Scarp \(Release.version) runs landslide studies: one Markdown file becomes one report.

      \(lines.joined(separator: "\n"))

      “scarp help VERB” lists the options of a verb.
      \(codes.wrapped(indentedBy: 0))

      """
  }
}
