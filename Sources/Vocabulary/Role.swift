/// Where in a sentence a parameter stands.
public enum Role: Sendable, Hashable {
  /// Right after the verb: `label slides as 1`.
  case subject
  /// After a reserved word: `slope of dem`, `, onto dem`, `, power 2`.
  case after(String)
  /// Before a reserved word: `, 2 across`, `5 times`.
  case before(String)
  /// Between a reserved word and a noun: `with 44 classes`, `first 10 epochs`, `into 6 units`.
  case around(String, String)
  /// A reserved word that stands for itself: `, stratified`.
  case flag(String)
  /// The list after a colon: `scores of m on test: accuracy, auc`.
  case trailing
  /// One line of the block, after its first word: `optimiser adam at 0.001`.
  case item(String)
  /// All lines of the block, in the parameter's own form.
  case items

  /// The reserved words that announce the parameter, several for a head of several words.
  public var head: String? {
    switch self {
    case .after(let head), .before(let head), .flag(let head), .item(let head),
      .around(let head, _):
      head
    case .subject, .trailing, .items: nil
    }
  }
}
