import Vocabulary

/// Examples that one study carries out: as many as do not define the same name.
struct ExampleStudy {
  /// The statements in page order, each once.
  private(set) var statements: [String] = []
  /// The quantities of the prose, in order.
  private(set) var quantities: [String] = []
  /// The statement or the quantity of each example, by the word's phrase.
  private(set) var places: [(phrase: String, place: Place)] = []
  private var definitions: [String: String] = [:]
  private var labels: Set<Substring> = []

  /// Where an example stands.
  enum Place {
    /// Among the statements.
    case statement(Int)
    /// Among the quantities.
    case quantity(Int)
  }

  /// Divides examples among as few studies as their names allow, in order.
  static func gathering(_ examples: [WordExample]) -> [ExampleStudy] {
    var studies: [ExampleStudy] = []
    for example in examples {
      if studies.indices.contains(where: { studies[$0].take(example) }) { continue }
      var fresh = ExampleStudy()
      let isTaken = fresh.take(example)
      precondition(isTaken, "the example of “\(example.phrase)” contradicts itself")
      studies.append(fresh)
    }
    return studies
  }

  /// Takes an example, unless it gives a name another meaning than the study does.
  private mutating func take(_ example: WordExample) -> Bool {
    let woven = ExampleNames.woven(into: example.text)
    var all = woven.flatMap { $0.before + [$0.own] }
    if example.quantity != nil { all.removeAll { $0.text == example.text } }
    for statement in all {
      for name in statement.names where definitions[name, default: statement.text] != statement.text
      {
        return false
      }
    }
    let own = Self.labels(of: example.text)
    guard labels.isDisjoint(with: own) else { return false }
    labels.formUnion(own)
    for statement in all where !statements.contains(statement.text) {
      statements.append(statement.text)
      for name in statement.names { definitions[name] = statement.text }
    }
    if let quantity = example.quantity {
      places.append((example.phrase, .quantity(quantities.count)))
      quantities.append(quantity)
    } else if let last = all.last, let index = statements.firstIndex(of: last.text) {
      places.append((example.phrase, .statement(index)))
    }
    return true
  }

  /// The labels of figures and tables.
  private static func labels(of text: String) -> [Substring] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" })
      .filter { $0.hasPrefix("fig-") || $0.hasPrefix("tbl-") }
  }

  /// The study as a notebook.
  var notebook: String {
    "---\ntitle: Examples\nscarp: 1\nseed: 5\n---\n\n```{scarp}\n"
      + statements.joined(separator: "\n") + "\n```\n\n"
      + quantities.map { "`{scarp} \($0)`\n\n" }.joined()
  }
}
