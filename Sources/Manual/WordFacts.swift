import Diagnostics
import Language
public import Vocabulary

/// All that the manual says of one word, gathered from its declaration, from what the checker makes of
/// its example, and from what the example gave.
public struct WordFacts: Sendable {
  /// The word.
  public let word: any Word
  /// Which page it stands on.
  public let topic: Topic
  /// What its example makes; nothing where it makes no value.
  let kind: Kind
  /// The statements that its example needs before it.
  let names: [String]
  /// What its example gave, where it was carried out.
  let output: ExampleOutput?
  /// The codes whose examples use it wrongly, and those that its own example remarked.
  var codes: [String] = []

  init(_ word: any Word, in catalog: Catalog, _ record: ExampleRecord) {
    self.word = word
    let entry = word.entry
    output = record.outputs[entry.phrase]
    guard entry.category != .layer else {
      (kind, names, topic) = (.nothing, [], .networks)
      return
    }
    let example = WordExample(word, in: catalog)
    names = ExampleNames.needed(by: example.text)
    var kind = Kind.nothing
    if entry.category == .value {
      kind = ExampleCheck(lines: entry.example, in: record).statement?.type.kind ?? .unknown
    }
    self.kind = kind
    topic = Topic(of: word, making: kind)
    codes = output?.remarks ?? []
  }

  /// Whether it can be carried out in this version.
  var isHere: Bool { word is any RunnableWord || word is any GroupingWord }

  /// The link to its entry, from the manual's folder.
  var link: String { "\(topic.page)#\(Markdown.anchor(word.entry.phrase))" }

  /// One line of its table of parts.
  struct Part {
    /// Where it stands in the sentence, with its name in capitals.
    let place: String
    /// What it takes; empty for a word that stands for itself.
    let takes: String
    /// What holds where it is left out; empty where it must be given.
    let absence: String
    /// What it means.
    let help: String
  }

  /// Its parts, in the order of the declaration.
  var parts: [Part] {
    word.parameters.map { parameter in
      var takes = parameter.shape.phrase
      if case .flag = parameter.role { takes = "" }
      if case .values(let kinds) = parameter.shape, kinds.isEmpty { takes = "names of values" }
      return Part(
        place: Self.place(parameter), takes: takes, absence: Self.absence(parameter),
        help: parameter.help)
    }
  }

  private static func place(_ parameter: any AnyParameter) -> String {
    let name = parameter.name.split(separator: ".").last.map { $0.uppercased() } ?? ""
    switch parameter.role {
    case .subject: return name
    case .after(let head): return "\(head) \(name)"
    case .before(let head): return "\(name) \(head)"
    case .around(let head, let noun): return "\(head) \(name) \(noun)"
    case .flag(let head): return head
    case .trailing: return ": \(name)"
    case .item("*"): return "line: NAME \(name)"
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
}
