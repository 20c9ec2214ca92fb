public import Vocabulary

/// The example of a word as a study can carry it out.
public struct WordExample: Sendable {
  /// The word.
  public let phrase: String
  /// Its statements: the example, after the one whose results it gathers where it gathers some.
  public let lines: String
  /// The quantity that the prose prints, where the word is one.
  public let quantity: String?

  /// The example of a word.
  public init(_ word: any Word, in catalog: Catalog) {
    let entry = word.entry
    phrase = entry.phrase
    guard entry.category == .quantity else {
      let gathered = (word as? any GatheringWord).flatMap { catalog[$0.gathers]?.entry.example }
      lines = (gathered.map { $0 + "\n" } ?? "") + entry.example
      quantity = nil
      return
    }
    lines = ""
    var text = entry.example
    // What a check says is another thing than that the quantity can be had.
    if text.hasPrefix("check "), let end = text.firstRange(of: " is ") {
      text = String(text.dropFirst("check ".count)[..<end.lowerBound])
    }
    quantity = text
  }

  /// All that it says, for finding the names that it needs.
  var text: String { quantity ?? lines }
}
