public import Diagnostics
import Language
public import Vocabulary

/// The generated part of the manual: pages from the declarations of words and codes, and from what
/// their examples gave.
public struct Manual: Sendable {
  /// One file.
  public struct Page: Sendable, Equatable {
    /// The path, from the manual's folder.
    public let path: String
    /// The Markdown.
    public let text: String
  }

  /// The words by topic, and by phrase within one.
  public let words: [WordFacts]
  /// What the examples gave.
  public let record: ExampleRecord
  let catalog: Catalog
  let codes: [Code]

  /// Gathers what is known of all words and codes.
  ///
  /// - Parameters:
  ///   - catalog: the words.
  ///   - codes: the codes.
  ///   - record: what the examples gave when they were last carried out.
  public init(_ catalog: Catalog, codes: [Code], record: ExampleRecord) {
    self.catalog = catalog
    self.codes = codes
    self.record = record
    var users: [String: [String]] = [:]
    for code in codes where code.evidence == .lines || code.evidence == .run {
      for phrase in Self.words(raising: code, record) { users[phrase, default: []].append(code.id) }
    }
    words = catalog.words.map { word in
      var facts = WordFacts(word, in: catalog, record)
      facts.codes = Set(facts.codes + users[word.entry.phrase, default: []]).sorted()
      return facts
    }
  }

  /// The phrases of the statements that the example of a code marks.
  private static func words(raising code: Code, _ record: ExampleRecord) -> [String] {
    let check = ExampleCheck(lines: code.example, in: record)
    guard code.evidence == .lines else {
      let last = check.program.statements.last {
        $0.statement.span.upper <= code.example.utf8.count
      }
      return last.map { [$0.call.word.entry.phrase] } ?? []
    }
    let spans = check.diagnostics.filter { $0.code == code }.compactMap(\.span)
    return check.program.statements.filter { statement in
      spans.contains {
        statement.statement.wholeSpan.lower <= $0.lower
          && $0.upper <= statement.statement.wholeSpan.upper
      }
    }.map(\.call.word.entry.phrase)
  }

  /// The words of a topic.
  func words(of topic: Topic) -> [WordFacts] { words.filter { $0.topic == topic } }

  /// What is known of the word of a phrase.
  public func facts(of phrase: String) -> WordFacts? {
    words.first { $0.word.entry.phrase == phrase }
  }

  /// The words that take a value of a kind, those that take any value left out.
  func takers(of kind: Kind) -> [WordFacts] {
    words.filter { facts in
      facts.word.parameters.contains { Self.takes(kind, $0.shape) }
    }
  }

  private static func takes(_ kind: Kind, _ shape: Shape) -> Bool {
    switch shape {
    case .value(let kinds), .values(let kinds), .labelled(let kinds): kinds.contains(kind)
    case .layers: [.raster, .classes, .bands, .column].contains(kind)
    case .either(let shapes): shapes.contains { takes(kind, $0) }
    default: false
    }
  }

  /// A line that says that a page is made from the declarations.
  static let origin =
    "<!-- Made by `make docs` from the declarations of the program; changes here are lost. -->"
}
