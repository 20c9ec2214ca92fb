public import Vocabulary

extension Shape {
  /// What a message calls the values of this shape.
  public var phrase: String {
    switch self {
    case .value(let kinds): Self.list(kinds)
    case .values(let kinds): "names of " + Self.list(kinds)
    case .layers: "names of layers"
    case .labelled: "names with a class each, such as “slides as 1, absent as 0”"
    case .number(let limits): limits.text
    case .quantity(let dimension):
      dimension == .none ? "a number" : dimension.phrase + " with its unit"
    case .quantities(let dimension): dimension.phrase + " or several, with their unit"
    case .breaks: "one or more numbers"
    case .literal: "a value"
    case .literals: "one or more values"
    case .unit: "a unit"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .choices(let words): "some of " + words.joined(separator: ", ")
    case .text: "a text in quotes"
    case .newNames: "one or more new names"
    case .columnName: "the name of a column"
    case .pair: "two numbers with an x between"
    case .range: "a range such as 0..1"
    case .shares: "shares such as 70% / 30%"
    case .condition: "a condition such as slope < 5 degrees"
    case .expression: "a value or arithmetic"
    case .metric, .metrics: "the name of a metric"
    case .classNames: "names of classes"
    case .tolerance: "a tolerance such as 0.01, 5% or 2 points"
    case .claim: "a quantity, “is”, and a value"
    case .lines: "lines of a block"
    case .either(let shapes): shapes.map(\.phrase).joined(separator: ", or ")
    }
  }

  private static func list(_ kinds: [Kind]) -> String {
    guard !kinds.isEmpty else { return "the name of a value" }
    let phrases = kinds.map(\.phrase)
    guard phrases.count > 1, let last = phrases.last else { return phrases[0] }
    return phrases.dropLast().joined(separator: ", ") + " or " + last
  }
}
