import Language
import Vocabulary

/// The page of the manual on one word, from the word's declaration.
struct WordPage {
  private let word: any Word

  init(_ word: any Word) { self.word = word }

  /// The page as a terminal shows it.
  var text: String {
    let entry = word.entry
    let remark = isHere ? "" : "  (declared; not here yet)"
    var parts = ["\(entry.phrase)\(remark)\n\n\(entry.summary.wrapped(indentedBy: 2))"]
    if !entry.formula.isEmpty { parts.append(Self.indented(entry.formula, by: 4)) }
    if !word.parameters.isEmpty {
      parts.append("Parts\n\n" + word.parameters.map(Self.text).joined(separator: "\n"))
    }
    parts.append("Example\n\n" + Self.indented(entry.example, by: 4))
    if !entry.sources.isEmpty {
      parts.append("Sources\n\n" + entry.sources.map { "  " + $0 }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The page in Markdown, as a section of the manual.
  var markdown: String {
    let entry = word.entry
    var parts = ["### \(entry.phrase)", entry.summary + (isHere ? "" : " *Not here yet.*")]
    if !entry.formula.isEmpty { parts.append(Self.indented(entry.formula, by: 4)) }
    if !word.parameters.isEmpty {
      let rows = word.parameters.map { parameter in
        "| \(Self.code(Self.place(parameter))) | \(Self.cell(parameter.shape.phrase)) | "
          + "\(Self.cell(Self.absence(parameter))) | \(Self.cell(parameter.help)) |"
      }
      parts.append(
        (["| part | takes | left out | meaning |", "|---|---|---|---|"] + rows)
          .joined(separator: "\n"))
    }
    parts.append("```scarp\n\(entry.example)\n```")
    if !entry.sources.isEmpty {
      parts.append(entry.sources.map { "- " + $0 }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var isHere: Bool { word is any RunnableWord || word is any GroupingWord }

  private static func text(_ parameter: any AnyParameter) -> String {
    let absence = absence(parameter)
    let takes = "Takes \(parameter.shape.phrase)" + (absence.isEmpty ? "." : "; \(absence).")
    return "  \(place(parameter))\n\(parameter.help.wrapped(indentedBy: 4))\n"
      + takes.wrapped(indentedBy: 4)
  }

  /// Where the parameter stands in the sentence, with its name in capitals.
  private static func place(_ parameter: any AnyParameter) -> String {
    let name = parameter.name.uppercased()
    switch parameter.role {
    case .subject: return name
    case .after(let head): return "\(head) \(name)"
    case .before(let head): return "\(name) \(head)"
    case .around(let head, let noun): return "\(head) \(name) \(noun)"
    case .flag(let head): return head
    case .trailing: return ": \(name)"
    case .item(let head): return "line: \(head) \(name)"
    case .items: return "lines: \(name)"
    }
  }

  private static func absence(_ parameter: any AnyParameter) -> String {
    guard parameter.isOptional else { return "" }
    if case .flag = parameter.role { return "may be left out" }
    let text = parameter.defaultText ?? ""
    return text.isEmpty ? "may be left out" : "\(text) if left out"
  }

  private static func indented(_ text: String, by count: Int) -> String {
    let margin = String(repeating: " ", count: count)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }

  private static func code(_ text: String) -> String { "`\(text)`" }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
