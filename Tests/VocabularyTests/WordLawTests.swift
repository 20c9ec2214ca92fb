import Commands
import Testing
import Vocabulary

/// The laws that every word's declaration keeps.
struct WordLawTests {
  /// All words but arithmetic, which has no verb.
  static let words = Catalog.standard.words.filter { $0.entry.phrase != "arithmetic" }

  @Test func everyPhraseIsUnique() {
    var seen: Set<String> = []
    for word in Self.words {
      #expect(seen.insert(word.entry.phrase).inserted, "\(word.entry.phrase) is declared twice")
    }
  }

  @Test(arguments: words.indices) func summaryIsOneSentence(index: Int) {
    let entry = Self.words[index].entry
    #expect(entry.summary.hasSuffix("."), "\(entry.phrase)")
    #expect(!entry.summary.dropLast().contains(". "), "\(entry.phrase): more than one sentence")
    #expect(entry.summary.first?.isUppercase ?? false, "\(entry.phrase)")
    #expect(entry.summary.count <= 140, "\(entry.phrase): \(entry.summary.count) characters")
  }

  @Test(arguments: words.indices) func exampleUsesTheWord(index: Int) {
    let entry = Self.words[index].entry
    let first = entry.example.split(separator: "\n").first.map(String.init) ?? ""
    let sentence = first.split(separator: " = ").last.map(String.init) ?? first
    var said = sentence
    if entry.category == .quantity {
      for opening in ["check ", "highest ", "lowest "] where said.hasPrefix(opening) {
        said = String(said.dropFirst(opening.count))
      }
    }
    let spaced = said + " "
    #expect(
      spaced.hasPrefix(entry.phrase + " "), "\(entry.phrase): the example begins “\(sentence)”")
    let isValue = entry.category == .value && entry.phrase != "net" && entry.phrase != "block"
    #expect(first.contains(" = ") == isValue, "\(entry.phrase): named only where it makes a value")
  }

  @Test(arguments: words.indices) func requiredPartsStandInTheExample(index: Int) {
    let word = Self.words[index]
    for parameter in word.parameters where !parameter.isOptional {
      guard let head = parameter.role.head, head != "*" else { continue }
      let stem = head.hasSuffix("s") ? String(head.dropLast()) : head
      #expect(
        word.entry.example.contains(stem), "\(word.entry.phrase): the example lacks “\(head)”")
    }
  }

  /// Within one sentence, and within one line of a block, a head means one thing.
  @Test(arguments: words.indices) func noTwoPartsShareAHead(index: Int) {
    let word = Self.words[index]
    var seen: Set<String> = []
    for parameter in word.parameters {
      guard let head = parameter.role.head else { continue }
      let line = parameter.name.split(separator: ".").dropLast().joined(separator: ".")
      let isItem = if case .item = parameter.role { true } else { false }
      #expect(
        seen.insert("\(isItem) \(line) \(head)").inserted, "\(word.entry.phrase): two “\(head)”")
    }
  }

  @Test(arguments: words.indices) func parametersAreNamedAndExplained(index: Int) {
    let word = Self.words[index]
    var names: Set<String> = []
    for parameter in word.parameters {
      #expect(names.insert(parameter.name).inserted, "\(word.entry.phrase): two \(parameter.name)")
      #expect(parameter.help.hasSuffix("."), "\(word.entry.phrase), \(parameter.name)")
      #expect(parameter.help.count > 5, "\(word.entry.phrase), \(parameter.name)")
    }
  }

  /// A part of a block's line belongs to a line that the word declares.
  @Test(arguments: words.indices) func partsOfLinesHaveTheirLine(index: Int) {
    let word = Self.words[index]
    for parameter in word.parameters where parameter.name.contains(".") {
      let line = String(parameter.name.split(separator: ".")[0])
      #expect(word.parameters.contains { $0.name == line }, "\(word.entry.phrase): \(line)")
    }
  }

  /// The longest phrase wins, so where one phrase begins another the shorter word must not take the
  /// longer one's next word for a part of its own: else one sentence would have two readings.
  @Test(arguments: words.indices) func noSentenceHasTwoReadings(index: Int) {
    let word = Self.words[index]
    let phrase = word.entry.phrase + " "
    let longer = Self.words.filter { $0.entry.phrase.hasPrefix(phrase) }
    for other in longer {
      let next = other.entry.phrase.dropFirst(phrase.count).split(separator: " ")[0]
      for parameter in word.parameters {
        let head = parameter.role.head?.split(separator: " ").first
        #expect(head != next, "“\(other.entry.phrase)” reads as “\(phrase)” with “\(next) …”")
        if case .choice(let choices) = parameter.shape, parameter.role == .subject {
          #expect(!choices.contains { $0.hasPrefix(next) }, "\(phrase): “\(next)” is a choice")
        }
      }
    }
  }

  /// A word that announces a part can never be a name.
  @Test func headsAreReserved() {
    for word in Self.words {
      for parameter in word.parameters {
        switch parameter.role {
        case .after(let head), .before(let head), .flag(let head), .around(let head, _):
          let first = String(head.split(separator: " ")[0])
          #expect(Catalog.standard.reserved.contains(first), "\(word.entry.phrase): \(first)")
        case .subject, .trailing, .item, .items: break
        }
      }
    }
  }

  /// After a subject that takes a list no second subject can be told apart.
  @Test(arguments: words.indices) func listsComeLast(index: Int) {
    let word = Self.words[index]
    let subjects = word.parameters.filter { $0.role == .subject }
    for subject in subjects.dropLast() {
      switch subject.shape {
      case .values, .layers, .literals, .classNames, .newNames, .labelled:
        Issue.record("\(word.entry.phrase): \(subject.name) takes a list before another subject")
      default: break
      }
    }
  }
}
