package import Vocabulary

extension Argument {
  /// The elements of a list or of a family, or the one argument.
  package var parts: [Argument] {
    switch content {
    case .list(let parts), .each(let parts): parts.flatMap(\.parts)
    default: [self]
    }
  }

  /// The quantity, if it is one or the name of one that is known.
  package var knownQuantity: Quantity? {
    switch content {
    case .quantity(let quantity): quantity
    case .reference(let reference): reference.type.known
    default: nil
    }
  }

  /// The word, if it is one.
  package var plainWord: String? {
    switch content {
    case .word(let word), .text(let word): word
    case .reference(let reference): reference.text
    default: nil
    }
  }
}
