/// All words of the language.
public struct Catalog: Sendable {
  /// The words, sorted by phrase.
  public let words: [any Word]
  /// The metrics, in the order in which tables list them.
  public let metrics: [MetricFact]
  /// Every word that announces a parameter: no name may be one of these.
  public let reserved: Set<String>
  /// The words that end a measure, `2 across`, `85 mm wide`, in the singular too.
  public let measures: Set<String>
  /// The words by the first word of their phrase, longest phrase first.
  private let byFirst: [String: [(phrase: [String], word: any Word)]]
  private let byPhrase: [String: any Word]

  /// Creates a catalogue.
  ///
  /// - Precondition: no two words share a phrase.
  public init(_ words: [any Word], metrics: [MetricFact]) {
    self.words = words.sorted { $0.entry.phrase < $1.entry.phrase }
    self.metrics = metrics
    var byFirst: [String: [(phrase: [String], word: any Word)]] = [:]
    var byPhrase: [String: any Word] = [:]
    var measures: Set<String> = []
    var reserved = Set(Unit.simple.map(\.symbol)).union(Catalog.joints)
    reserved.remove("g")  // Too common a letter; it is read as a unit only after a number.
    for word in self.words {
      let phrase = word.entry.phrase.split(separator: " ").map(String.init)
      precondition(
        byPhrase[word.entry.phrase] == nil, "two words are spelled “\(word.entry.phrase)”")
      byPhrase[word.entry.phrase] = word
      byFirst[phrase[0], default: []].append((phrase, word))
      for parameter in word.parameters {
        switch parameter.role {
        case .after(let head), .before(let head), .flag(let head), .around(let head, _):
          guard let first = head.split(separator: " ").first.map(String.init) else { break }
          reserved.insert(first)
          guard case .before = parameter.role else { break }
          measures.formUnion([first, first.hasSuffix("s") ? String(first.dropLast()) : first])
        case .subject, .trailing, .item, .items: break
        }
      }
    }
    for (first, entries) in byFirst {
      byFirst[first] = entries.sorted { $0.phrase.count > $1.phrase.count }
    }
    self.byFirst = byFirst
    self.byPhrase = byPhrase
    self.reserved = reserved
    self.measures = measures
  }

  /// Words of the grammar itself.
  public static let joints: Set<String> = [
    "of", "as", "at", "on", "in", "is", "and", "or", "not", "each", "keep", "because", "highest",
    "lowest", "by",
  ]

  /// The word spelled so.
  public subscript(phrase: String) -> (any Word)? { byPhrase[phrase] }

  /// The longest phrase that some words begin with.
  public func longestMatch(_ spelled: [String]) -> (word: any Word, length: Int)? {
    guard let first = spelled.first, let entries = byFirst[first] else { return nil }
    for (phrase, word) in entries where spelled.starts(with: phrase) {
      return (word, phrase.count)
    }
    return nil
  }

  /// Whether any phrase begins with this word.
  public func begins(with word: String) -> Bool { byFirst[word] != nil }

  /// The metric of this name.
  public func metric(_ name: String) -> MetricFact? { metrics.first { $0.name == name } }
}
