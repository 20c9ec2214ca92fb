import Glibc
import Records
import Storage

/// The program: hands the words after its name to the verb that they begin with.
@main
struct Scarp {
  /// The verbs, in the order of the help.
  private static let verbs: [any Verb.Type] = [
    CheckVerb.self, RunVerb.self, VerifyVerb.self, FormatVerb.self, ExplainVerb.self,
    ManualVerb.self, ExportVerb.self, CacheVerb.self, SimulateVerb.self,
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
      if ["-h", "--help", "help"].contains(first) {
        try terminal.write(try helpText(words.dropFirst().first))
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

  private static func verb(_ name: String) throws(UsageFault) -> any Verb.Type {
    if let verb = verbs.first(where: { $0.form.name == name }) { return verb }
    throw .unknownVerb(name, near: nearestVerb(to: name, among: verbs.map { $0.form.name }))
  }

  /// What `scarp help` prints: the help of a verb where one is named, else that of the program.
  private static func helpText(_ name: String?) throws(UsageFault) -> String {
    guard let name else { return help }
    return try verb(name).form.help
  }

  private static var help: String {
    let width = verbs.map { $0.form.usage.count }.max() ?? 0
    let lines = verbs.map { verb in
      let usage = verb.form.usage
      let gap = String(repeating: " ", count: width - usage.count + 2)
      return "  \(usage)\(gap)\(verb.form.summary)"
    }
    return """
      Scarp \(Release.version) runs landslide studies: one Markdown file becomes one report.

      \(lines.joined(separator: "\n"))

      “scarp help VERB” lists the options of a verb.
      Exit codes: 0 done; 1 a statement or a check failed; 2 wrong usage; 3 the study has errors;
      4 an input is missing or bad; 5 an output cannot be written; 6 not allowed; 7 verify found a
      difference; 8 a limit was reached; 70 a fault of Scarp; 130 interrupted.

      """
  }
}
