import Diagnostics
import Vocabulary

/// The names of a study and what is known of each.
struct Scope {
  /// One defined name.
  struct Definition {
    let type: ValueType
    let span: Span
  }

  /// Among how many names the one that was meant is looked for, so that a text full of mistakes costs
  /// no more than its length.
  static let mostGuesses = 100

  private var definitions: [String: Definition] = [:]
  /// The names in page order.
  private(set) var names: [String] = []
  /// All names that the study defines anywhere, with the first place of each.
  let everywhere: [String: Span]

  init(everywhere: [String: Span]) { self.everywhere = everywhere }

  subscript(name: String) -> Definition? { definitions[name] }

  mutating func define(_ name: String, _ type: ValueType, at span: Span) {
    if definitions[name] == nil { names.append(name) }
    definitions[name] = Definition(type: type, span: span)
  }

  /// Forgets the names after the first ones.
  mutating func forget(from count: Int) {
    for name in names[count...] { definitions[name] = nil }
    names.removeSubrange(count...)
  }
}
