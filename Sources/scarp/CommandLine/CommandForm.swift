/// What one verb of the command line takes: its help, its options and its operands, said once.
struct CommandForm {
  /// The verb: `run`.
  let name: String
  /// What it does, one sentence.
  let summary: String
  /// What follows the verb, in order.
  let operands: [Operand]
  /// Its options, beside those of every verb.
  let options: [Option]
  /// Lines after the options: exit codes, where files go.
  var notes: [String] = []

  /// A word after the verb that is no option.
  struct Operand {
    /// As the help spells it: `STUDY.md`.
    let name: String
    /// Whether it may be left out.
    var isOptional = false
    /// Whether it may be several words.
    var takesMany = false
  }

  /// An option.
  struct Option {
    /// How it is spelled, the long spelling last: `-o`, `--output`.
    let spellings: [String]
    /// What its value is called; none where it takes no value.
    let value: String?
    /// What it does, without a full stop.
    let help: String

    init(_ spellings: String..., value: String? = nil, help: String) {
      self.spellings = spellings
      self.value = value
      self.help = help
    }

    /// The spelling by which a verb asks for it.
    var name: String { spellings[spellings.count - 1] }

    /// All spellings, with what its value is called.
    var head: String {
      spellings.joined(separator: ", ") + (value.map { " " + $0 } ?? "")
    }
  }

  /// The options of every verb.
  static let everywhere = [
    Option("-q", "--quiet", help: "say nothing but errors"),
    Option("--no-color", help: "write messages without colours; NO_COLOR does the same"),
    Option("-h", "--help", help: "explain the verb"),
    Option("--version", help: "print the version"),
  ]

  /// All options that it takes.
  var allOptions: [Option] { options + Self.everywhere }

  /// The line that shows how it is called.
  var usage: String {
    let words = operands.map { operand in
      let name = operand.name + (operand.takesMany ? " …" : "")
      return operand.isOptional ? "[\(name)]" : name
    }
    return (["scarp", name] + words + (options.isEmpty ? [] : ["[options]"])).joined(separator: " ")
  }

  /// The text of `--help`.
  var help: String {
    var lines = [summary, "", "  \(usage)", ""]
    let heads = allOptions.map(\.head)
    let width = heads.map(\.count).max() ?? 0
    for (head, option) in zip(heads, allOptions) {
      lines.append(
        "  \(head)\(String(repeating: " ", count: width - head.count + 2))\(option.help)")
    }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }
}
