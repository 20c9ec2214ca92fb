import Vocabulary

extension Manual {
  /// A page for each topic, with the entries of its words.
  var wordPages: [Page] {
    Topic.allCases.compactMap { topic in
      let own = words(of: topic)
      guard !own.isEmpty else { return nil }
      var text = "# \(topic.title)\n\n\(Self.origin)\n\n\(topic.summary)\n"
      text += "[Contents](../index.md). Names that examples use: [names](../names.md).\n\n"
      text += own.map { facts in
        "- [\(facts.word.entry.phrase)](#\(Markdown.anchor(facts.word.entry.phrase))): "
          + Markdown.prose(facts.word.entry.summary) + "\n"
      }.joined()
      text += own.map { "\n" + section($0) }.joined()
      return Page(path: topic.page, text: text)
    }
  }

  private func section(_ facts: WordFacts) -> String {
    let entry = facts.word.entry
    var parts = ["## \(entry.phrase)", Markdown.prose(entry.summary)]
    if !facts.isHere {
      parts.append(
        "*Declared, and not here yet: a study that uses it is checked, and told so "
          + "([E190](../codes.md#e190)).*")
    }
    if !entry.formula.isEmpty { parts.append(Markdown.block(entry.formula.folded(at: 96))) }
    if !facts.parts.isEmpty { parts.append(table(facts.parts)) }
    parts.append(Markdown.block(entry.example, language: "scarp"))
    if let output = facts.output { parts.append(shown(output)) }
    parts += closing(facts)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func table(_ parts: [WordFacts.Part]) -> String {
    let rows = parts.map { part in
      "| \(Markdown.code(part.place).replacing("|", with: "\\|")) | \(Markdown.cell(part.takes)) | "
        + "\(Markdown.cell(part.absence)) | \(Markdown.cell(part.help)) |"
    }
    return (["| part | takes | left out | meaning |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  /// What the example gives.
  private func shown(_ output: ExampleOutput) -> String {
    var parts: [String] = []
    if !output.lines.isEmpty {
      parts.append(Markdown.block(output.lines.joined(separator: "\n").folded(at: 96)))
    }
    if let table = output.table { parts.append(table.markdown) }
    if let figure = output.figure {
      parts.append("![\(Markdown.cell(figure.alternative))](../\(figure.file))")
    }
    if parts.isEmpty { return "It puts nothing into the report where it stands." }
    return "Gives:\n\n" + parts.joined(separator: "\n\n")
  }

  /// What it makes, related words, messages and sources.
  private func closing(_ facts: WordFacts) -> [String] {
    var parts: [String] = []
    if facts.kind != .nothing, facts.kind != .unknown {
      let takers = takers(of: facts.kind).filter { $0.word.entry.phrase != facts.word.entry.phrase }
      var line = "Makes [\(facts.kind.phrase)](../index.md#\(Self.anchor(of: facts.kind)))"
      if (1...12).contains(takers.count) {
        line += ", which can go to " + takers.map { link(to: $0) }.joined(separator: ", ")
      } else if !takers.isEmpty {
        line += ", which \(takers.count) words take"
      }
      parts.append(line + ".")
    }
    if !facts.codes.isEmpty {
      parts.append(
        "Messages: "
          + facts.codes.map { "[\($0)](../codes.md#\($0.lowercased()))" }.joined(separator: ", ")
          + ".")
    }
    let sources = facts.word.entry.sources
    if !sources.isEmpty {
      parts.append(
        "Sources:\n\n" + sources.map { "- " + Markdown.source($0) }.joined(separator: "\n"))
    }
    return parts
  }

  private func link(to facts: WordFacts) -> String {
    "[\(facts.word.entry.phrase)](../\(facts.link))"
  }

  /// The anchor of a kind in the contents.
  static func anchor(of kind: Kind) -> String { Markdown.anchor("Kind: \(kind.name)") }
}
