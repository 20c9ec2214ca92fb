public import Diagnostics
import Vocabulary

extension Manual {
  /// The entry of a word as a terminal shows it.
  ///
  /// - Parameters:
  ///   - facts: what is known of the word.
  ///   - width: the terminal's columns.
  /// - Returns: the text, which ends with a line break.
  public func text(of facts: WordFacts, width: Int) -> String {
    let entry = facts.word.entry
    let remark = facts.isHere ? "" : "  (declared; not here yet)"
    var parts = ["\(entry.phrase)\(remark)\n\n\(entry.summary.wrapped(at: width, margin: 2))"]
    if !entry.formula.isEmpty { parts.append(entry.formula.folded(at: width, margin: 4)) }
    if !facts.parts.isEmpty {
      parts.append(
        "Parts\n\n" + facts.parts.map { Self.text(of: $0, width: width) }.joined(separator: "\n"))
    }
    parts.append("Example\n\n" + entry.example.folded(at: width, margin: 4))
    if !facts.names.isEmpty {
      parts.append(
        "Which builds on\n\n"
          + facts.names.joined(separator: "\n").folded(at: width, margin: 4))
    }
    if let output = facts.output {
      parts.append("Gives\n\n" + Self.text(of: output, width: width))
    }
    parts += closing(facts, width: width)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func text(of part: WordFacts.Part, width: Int) -> String {
    var takes = part.takes.isEmpty ? "" : "Takes \(part.takes)"
    if !part.absence.isEmpty { takes += (takes.isEmpty ? "" : "; ") + part.absence }
    takes = takes.prefix(1).uppercased() + takes.dropFirst()
    return "  \(part.place)\n\(part.help.wrapped(at: width, margin: 4))"
      + (takes.isEmpty ? "" : "\n" + "\(takes).".wrapped(at: width, margin: 4))
  }

  /// What an example gave; of a table that is wider than the terminal every row is cut.
  private static func text(of output: ExampleOutput, width: Int) -> String {
    var parts: [String] = []
    if !output.lines.isEmpty {
      parts.append(output.lines.joined(separator: "\n").folded(at: width, margin: 4))
    }
    if let table = output.table {
      let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false)
      parts.append(
        lines.map { line in
          let cut = line.count + 4 > width ? line.prefix(max(0, width - 5)) + "…" : line
          return "    " + cut
        }.joined(separator: "\n"))
    }
    if let figure = output.figure {
      parts.append("A figure: \(figure.alternative)".wrapped(at: width, margin: 4))
    }
    if parts.isEmpty { parts.append("    Nothing in the report where it stands.") }
    return parts.joined(separator: "\n\n")
  }

  private func closing(_ facts: WordFacts, width: Int) -> [String] {
    var parts: [String] = []
    if facts.kind != .nothing, facts.kind != .unknown {
      let takers = takers(of: facts.kind).map(\.word.entry.phrase)
        .filter { $0 != facts.word.entry.phrase }
      let list = takers.isEmpty ? "" : ", which can go to " + takers.joined(separator: ", ")
      parts.append("Makes\n\n" + "\(facts.kind.phrase)\(list).".wrapped(at: width, margin: 2))
    }
    if !facts.codes.isEmpty {
      parts.append("Messages\n\n  " + facts.codes.joined(separator: ", "))
    }
    let sources = facts.word.entry.sources
    if !sources.isEmpty {
      parts.append(
        "Sources\n\n" + sources.map { $0.folded(at: width, margin: 2) }.joined(separator: "\n"))
    }
    return parts
  }

  /// The entry of a code as a terminal shows it.
  public func text(of code: Code, width: Int) -> String {
    var parts = ["\(code.id)  \(code.summary)".wrapped(at: width)]
    if !code.explanation.isEmpty { parts.append(code.explanation.wrapped(at: width, margin: 2)) }
    if code.example.isEmpty {
      parts.append(
        "No text of a notebook shows it: \(code.evidence.reason).".wrapped(at: width, margin: 2))
    } else {
      parts.append("Raised by\n\n" + code.example.folded(at: width, margin: 4))
      let messages = messages(of: code)
      if !messages.isEmpty {
        parts.append(
          "Scarp says\n\n" + messages.joined(separator: "\n\n").folded(at: width, margin: 4))
      }
      if !code.cure.isEmpty {
        parts.append("Repaired\n\n" + code.cure.folded(at: width, margin: 4))
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}
