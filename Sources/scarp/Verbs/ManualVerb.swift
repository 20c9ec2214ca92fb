import Commands
import Vocabulary

/// `scarp manual`: all words of the language, in Markdown, from their declarations.
struct ManualVerb: Verb {
  static let form = CommandForm(
    name: "manual", summary: "Prints the manual of the language, in Markdown.",
    operands: [], options: [])

  private let terminal: Terminal

  init(_ arguments: Arguments, _ terminal: Terminal) throws { self.terminal = terminal }

  func run() throws -> Int32 {
    var text = "# The words of Scarp\n"
    for category in Entry.Category.allCases {
      let words = Catalog.standard.words.filter { $0.entry.category == category }
      guard !words.isEmpty else { continue }
      text += "\n## \(category.title)\n"
      for word in words { text += "\n" + WordPage(word).markdown }
    }
    if !Catalog.standard.metrics.isEmpty {
      text += "\n## Metrics\n\n"
      for metric in Catalog.standard.metrics { text += "- `\(metric.name)`: \(metric.help)\n" }
    }
    try terminal.write(text)
    return 0
  }
}

extension Entry.Category {
  /// What the manual calls the words of the category.
  var title: String {
    switch self {
    case .value: "Words that make a value"
    case .output: "Words that put something into the report"
    case .quantity: "Quantities"
    case .remark: "Words about the study"
    case .layer: "Layers of networks"
    }
  }
}
