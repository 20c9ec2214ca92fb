import Vocabulary

extension Manual {
  /// The contents.
  var indexPage: Page {
    var text = """
      # The manual of Scarp

      \(Self.origin)

      Scarp runs landslide susceptibility studies: one Markdown file becomes one report.

      Guides, written by hand:

      - [For authors](guide-authors.md): from data to a report that goes to a journal.
      - [For reviewers](guide-reviewers.md): whether to believe a report, and how to run it again.
      - [For students](guide-students.md): the methods one by one, with exercises on an area whose
        truth is known.
      - [The language](language.md): its rules and its grammar.
      - [Pitfalls](pitfalls.md): what studies get wrong, and what Scarp says.

      Made from the program's own declarations:

      - Words, below; every example is carried out on a simulated area, and its output shown.
      - [Names](names.md): the statements that the examples build on.
      - [Messages](codes.md): every code, with an example, the very message, and the cure.
      - [Metrics](metrics.md), [units](units.md), [front matter](front-matter.md),
        [command line and exit codes](commands.md).

      `scarp explain WORD` and `scarp explain CODE` show an entry in the terminal, `scarp explain
      TOPIC` a section of the guides.

      """
    for topic in Topic.allCases {
      let own = words(of: topic)
      guard !own.isEmpty else { continue }
      text += "\n## \(topic.title)\n\n\(topic.summary)\n\n"
      text += own.map { facts in
        "- [\(facts.word.entry.phrase)](\(facts.link)): \(Markdown.prose(facts.word.entry.summary))"
          + (facts.isHere ? "" : " *Not here yet.*") + "\n"
      }.joined()
    }
    text +=
      "\n# What goes where\n\nEvery value has a kind. These words make it, and these take it.\n"
    var kinds: [Kind] = []
    for facts in words where facts.kind != .nothing && facts.kind != .unknown {
      if !kinds.contains(facts.kind) { kinds.append(facts.kind) }
    }
    for kind in kinds.sorted(by: { $0.name < $1.name }) {
      let makers = words.filter { $0.kind == kind }
      text += "\n## Kind: \(kind.name)\n\nMade by \(list(makers)).\n"
      let takers = takers(of: kind)
      if !takers.isEmpty { text += "\nTaken by \(list(takers)).\n" }
    }
    return Page(path: "index.md", text: text)
  }

  private func list(_ words: [WordFacts]) -> String {
    words.map { "[\($0.word.entry.phrase)](\($0.link))" }.joined(separator: ", ")
  }
}
