import Diagnostics

/// `scarp completion`: what a shell needs in order to complete calls of the program.
struct CompletionVerb: Verb {
  static let form = CommandForm(
    name: "completion", summary: "Prints what a shell needs in order to complete calls.",
    operands: [CommandForm.Operand(name: "bash|zsh|fish")], options: [],
    notes: [
      "`make install` puts the scripts where the shells look for them. Without it:",
      "",
      "    bash    source <(scarp completion bash)                              in ~/.bashrc",
      "    zsh     scarp completion zsh > DIR/_scarp                            in a folder of $fpath",
      "    fish    scarp completion fish > ~/.config/fish/completions/scarp.fish",
    ])

  private let script: String
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    let forms = Scarp.verbs.map { $0.form }
    switch arguments.operands[0] {
    case "bash": script = BashCompletion(forms).script
    case "zsh": script = ZshCompletion(forms).script
    case "fish": script = FishCompletion(forms).script
    case let other:
      throw UsageFault.unknownVerb(
        "completion \(other)", near: nearest(to: other, among: ["bash", "zsh", "fish"]))
    }
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    try terminal.write(script)
    return 0
  }
}
