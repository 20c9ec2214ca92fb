extension Manual {
  /// A verb of the command line, as its own help tells it.
  public struct Command: Sendable {
    /// The verb.
    public let name: String
    /// One sentence.
    public let summary: String
    /// How it is called.
    public let usage: String
    /// Its options: spelling with the value, and what it does.
    public let options: [(spelling: String, help: String)]
    /// Lines after the options.
    public let notes: [String]

    /// Describes a verb.
    public init(
      name: String, summary: String, usage: String, options: [(spelling: String, help: String)],
      notes: [String]
    ) {
      self.name = name
      self.summary = summary
      self.usage = usage
      self.options = options
      self.notes = notes
    }
  }

  /// All generated pages.
  ///
  /// - Parameters:
  ///   - commands: the verbs of the program.
  ///   - everywhere: the options of every verb.
  ///   - exits: the exit codes and what they mean.
  /// - Returns: the pages, in the order of the folder's contents.
  public func pages(
    commands: [Command], everywhere: [(spelling: String, help: String)],
    exits: [(code: Int, meaning: String)]
  ) -> [Page] {
    [indexPage] + wordPages
      + [
        codesPage, namesPage, metricsPage, unitsPage, frontMatterPage,
        commandsPage(commands, everywhere, exits),
      ]
  }

  private func commandsPage(
    _ commands: [Command], _ everywhere: [(spelling: String, help: String)],
    _ exits: [(code: Int, meaning: String)]
  ) -> Page {
    var text = "# Command line\n\n\(Self.origin)\n\n"
    text += """
      Data go to standard output, messages to standard error. On a terminal, a run of more than a second
      shows what is running, how far it is, and how long it will take where that can be told. Every verb
      takes these options:


      """
    text += Self.table(everywhere)
    for command in commands {
      text += "\n## \(command.name)\n\n\(Markdown.prose(command.summary))\n\n"
      text += Markdown.block(command.usage) + "\n"
      if !command.options.isEmpty { text += "\n" + Self.table(command.options) }
      if !command.notes.isEmpty {
        text += "\n" + Markdown.block(command.notes.joined(separator: "\n")) + "\n"
      }
    }
    text += "\n## Exit codes\n\n| code | meaning |\n|---|---|\n"
    text += exits.map { "| \($0.code) | \(Markdown.cell($0.meaning)) |\n" }.joined()
    text += "\nWhere several hold: 70, 130, 6, 8, 5, 4, 1.\n"
    text += """

      ## Environment

      | variable | meaning |
      |---|---|
      | `SCARP_CACHE` | the folder of the cache; else that of `XDG_CACHE_HOME`, else `~/.cache/scarp` |
      | `SCARP_TEMPLATES` | the folder of the report's template |
      | `SCARP_MANUAL` | the folder of this manual, for `scarp explain` |
      | `SCARP_WORKER` | the worker program; else the one beside `scarp` |
      | `NO_COLOR` | messages without colours, if it holds anything |

      """
    return Page(path: "commands.md", text: text)
  }

  private static func table(_ options: [(spelling: String, help: String)]) -> String {
    "| option | what it does |\n|---|---|\n"
      + options.map { option in
        let spelling = Markdown.code(option.spelling).replacing("|", with: "\\|")
        return "| \(spelling) | \(Markdown.cell(option.help)) |\n"
      }.joined()
  }
}
