import Commands
import Diagnostics
import Vocabulary

/// `scarp explain`: what a word of the language or a code of a message means.
struct ExplainVerb: Verb {
  static let form = CommandForm(
    name: "explain", summary: "Explains a word of the language or the code of a message.",
    operands: [CommandForm.Operand(name: "WORD|CODE", isOptional: true, takesMany: true)],
    options: [],
    notes: ["Without a word it lists all words and codes."])

  private let wanted: String?
  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws {
    wanted = arguments.operands.isEmpty ? nil : arguments.operands.joined(separator: " ")
    self.terminal = terminal
  }

  func run() throws -> Int32 {
    guard let wanted else {
      try terminal.write(list)
      return 0
    }
    let phrase = wanted.split(separator: " ").joined(separator: " ")
    let catalog = Catalog.standard
    if let code = Code(id: phrase.uppercased()) {
      try terminal.write(Self.page(of: code))
    } else if let word = catalog[phrase] {
      try terminal.write(WordPage(word).text)
    } else if let metric = catalog.metric(phrase) {
      try terminal.write("\(metric.name)\n\n  \(metric.help)\n")
    } else {
      let family = catalog.words.filter { $0.entry.phrase.hasPrefix(phrase + " ") }
      guard !family.isEmpty else {
        throw UsageFault.unknownWord(phrase, near: nearest(to: phrase, among: known))
      }
      try terminal.write(family.map { WordPage($0).text }.joined(separator: "\n"))
    }
    return 0
  }

  private var known: [String] {
    Catalog.standard.words.map(\.entry.phrase) + Catalog.standard.metrics.map(\.name)
      + Code.all.map(\.id)
  }

  private var list: String {
    var text = ""
    for category in Entry.Category.allCases {
      let entries = Catalog.standard.words.map(\.entry).filter { $0.category == category }
      guard !entries.isEmpty else { continue }
      text += "\(category.title)\n\n"
      text += Self.columns(entries.map { ($0.phrase, $0.summary) }) + "\n"
    }
    if !Catalog.standard.metrics.isEmpty {
      text += "Metrics\n\n"
      text += Self.columns(Catalog.standard.metrics.map { ($0.name, $0.help) }) + "\n"
    }
    return text + "Codes\n\n" + Self.columns(Code.all.map { ($0.id, $0.summary) })
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \($0)\(String(repeating: " ", count: width - $0.count + 2))\($1)\n" }
      .joined()
  }

  private static func page(of code: Code) -> String {
    var text = "\(code.id)  \(code.summary)\n\n"
    if !code.explanation.isEmpty { text += code.explanation.wrapped(indentedBy: 2) + "\n" }
    if !code.example.isEmpty { text += "\nRaised by\n\n\(indented(code.example))\n" }
    if !code.cure.isEmpty { text += "\nRepaired\n\n\(indented(code.cure))\n" }
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
