import Commands
import Diagnostics
import Manual
import Vocabulary

/// `scarp explain`: what a word of the language, a code of a message or a topic of the guides means.
struct ExplainVerb: Verb {
  static let form = CommandForm(
    name: "explain", summary: "Explains a word of the language, the code of a message, or a topic.",
    operands: [CommandForm.Operand(name: "WORD|CODE|TOPIC", isOptional: true, takesMany: true)],
    options: [],
    notes: [
      "Without a word it lists all words and codes. A topic is a heading of the guides of the manual,",
      "such as leakage, folds or calibration. What examples give, and the guides, are read from the",
      "manual that lies beside the program; SCARP_MANUAL names another folder.",
    ])

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
    let folder = ManualFolder.find()
    let record = try folder?.record()
    let manual = Manual(.standard, codes: Code.all, record: record ?? ExampleRecord())
    let width = Terminal.columns
    let catalog = Catalog.standard
    if let code = Code(id: phrase.uppercased()) {
      try terminal.write(manual.text(of: code, width: width))
    } else if let facts = manual.facts(of: phrase) {
      try terminal.write(manual.text(of: facts, width: width))
    } else if let metric = catalog.metric(phrase) {
      try terminal.write("\(metric.name)\n\n  \(metric.help)\n")
    } else if let words = family(of: phrase, in: manual) {
      try terminal.write(words.map { manual.text(of: $0, width: width) }.joined(separator: "\n"))
    } else if let sections = sections(on: phrase, in: folder) {
      try terminal.write(sections)
    } else {
      throw UsageFault.unknownWord(phrase, near: nearest(to: phrase, among: known))
    }
    if record == nil {
      terminal.say(
        "No manual lies beside the program: what examples give, and the guides, are not shown.")
    }
    return 0
  }

  /// The words that begin with a phrase: all that `fit` begins.
  private func family(of phrase: String, in manual: Manual) -> [WordFacts]? {
    let words = manual.words.filter { $0.word.entry.phrase.hasPrefix(phrase + " ") }
    return words.isEmpty ? nil : words
  }

  /// The sections of the guides on a topic, as they are written.
  private func sections(on phrase: String, in folder: ManualFolder?) -> String? {
    guard let folder else { return nil }
    let found = GuideSection.pages.flatMap { page in
      folder.text(of: page).map { GuideSection.find(phrase, in: $0) } ?? []
    }
    guard !found.isEmpty else { return nil }
    return found.map { "\($0.title)\n\n\($0.text.inert)\n" }.joined(separator: "\n")
  }

  private var known: [String] {
    Catalog.standard.words.map(\.entry.phrase) + Catalog.standard.metrics.map(\.name)
      + Code.all.map(\.id)
  }

  private var list: String {
    var text = ""
    for category in Vocabulary.Entry.Category.allCases {
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
}

extension Vocabulary.Entry.Category {
  /// What the list calls the words of the category.
  fileprivate var title: String {
    switch self {
    case .value: "Words that make a value"
    case .output: "Words that put something into the report"
    case .quantity: "Quantities"
    case .remark: "Words about the study"
    case .layer: "Layers of networks"
    }
  }
}
