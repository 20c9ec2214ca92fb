public import Diagnostics

extension Manual {
  /// The page of all codes.
  var codesPage: Page {
    var text = """
      # Messages

      \(Self.origin)

      What Scarp finds wrong or remarkable has a code, which is never given another meaning. E stops a
      run, W warns, N notes. `scarp explain CODE` says the same in the terminal. A warning is kept in
      the report; some can be allowed, with a reason that the report prints:
      [allow leakage](words/study.md#allow-leakage),
      [allow nominal codes](words/study.md#allow-nominal-codes),
      [allow own breaks](words/study.md#allow-own-breaks).

      The examples are pieces of a study; what stands before them is in [names](names.md). Lines are
      counted from the example's first one.


      """
    for (title, group) in Self.groups(of: codes) {
      text +=
        "- \(title): "
        + group.map { "[\($0.id)](#\($0.id.lowercased()))" }.joined(separator: ", ") + "\n"
    }
    text += codes.map { "\n" + section($0) }.joined()
    return Page(path: "codes.md", text: text)
  }

  private static func groups(of codes: [Code]) -> [(String, [Code])] {
    [
      ("Errors", codes.filter { $0.severity == .error }),
      ("Warnings", codes.filter { $0.severity == .warning }),
      ("Notes", codes.filter { $0.severity == .note }),
    ]
  }

  private func section(_ code: Code) -> String {
    var parts = ["## \(code.id)", "**\(Markdown.prose(code.summary))**"]
    if !code.explanation.isEmpty { parts.append(Markdown.linked(Markdown.prose(code.explanation))) }
    if !code.example.isEmpty {
      let language = code.evidence == .page ? "markdown" : "scarp"
      parts.append(Markdown.block(code.example, language: language))
      let messages = messages(of: code)
      if !messages.isEmpty {
        parts.append("Scarp says:\n\n" + Markdown.block(messages.joined(separator: "\n\n")))
      }
      if !code.cure.isEmpty {
        parts.append("Repaired:\n\n" + Markdown.block(code.cure, language: language))
      }
    } else {
      parts.append("No text of a notebook shows it: \(code.evidence.reason).")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What Scarp says of the example of a code.
  public func messages(of code: Code) -> [String] {
    switch code.evidence {
    case .lines: ExampleCheck(lines: code.example, in: record).messages(of: code)
    case .page: ExampleCheck(page: code.example, in: record).messages(of: code)
    case .run: record.messages[code.id].map { [$0] } ?? []
    case .outside: []
    }
  }
}
