/// `scarp help`: what the program, or one of its verbs, takes.
struct HelpVerb: Verb {
  static let form = CommandForm(
    name: "help", summary: "Explains the program or one of its verbs.",
    operands: [CommandForm.Operand(name: "VERB", isOptional: true)],
    options: [
      CommandForm.Option("--man", help: "print the manual page of all verbs, for man and mandoc")
    ])

  private let verb: String?
  private let isPage: Bool
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    verb = arguments.operands.first
    isPage = arguments.has("--man")
    if isPage, let verb { throw UsageFault.unexpectedOperand(verb, verb: "help --man") }
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    if isPage {
      try terminal.write(ManualPage(Scarp.verbs.map { $0.form }).text)
    } else {
      try terminal.write(verb.map { try Scarp.verb($0).form.help } ?? Scarp.help)
    }
    return 0
  }
}
