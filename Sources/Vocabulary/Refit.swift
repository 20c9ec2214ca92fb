/// How a model is fitted again: of other layers, or of all places of its folds.
public struct Refit: Sendable, Hashable {
  /// Which layers of its stack the learner reads.
  public enum Layers: Sendable, Hashable {
    /// All but this one.
    case without(String)
    /// This one alone.
    case only(String)
  }

  /// Which layers the learner reads; none for all.
  public var layers: Layers?
  /// Whether it learns from all places, of a model that is made for each fold.
  public var isWhole: Bool

  /// Describes a refit.
  public init(_ layers: Layers? = nil, isWhole: Bool = false) {
    self.layers = layers
    self.isWhole = isWhole
  }

  /// The refit in words, as keys and messages have it.
  public var text: String {
    let layersText =
      switch layers {
      case .without(let layer)?: ["without \(layer)"]
      case .only(let layer)?: ["with \(layer) alone"]
      case nil: [String]()
      }
    return (layersText + (isWhole ? ["on all places"] : [])).joined(separator: " ")
  }
}

/// A word that reads models fitted again.
///
/// The plan makes these models: their statements are carried out once more for each of
/// ``refits(of:)``, with ``Call/refit`` set, and so is every model on the way to the learner but the
/// one after “as in”, whose settings stay. Nothing else changes, neither folds nor random numbers.
public protocol RefittingWord: Word {
  /// The name of the parameter that takes the models.
  var refitted: String { get }

  /// Whether it judges the models on the places beside its metric, as a score does; a choice among
  /// them is none.
  var judges: Bool { get }

  /// How models of a type are fitted again for this word.
  func refits(of models: ValueType) -> [Refit]
}

/// A value of layers of which some can be left out.
public protocol Layered: Value {
  /// The value with the layers that a refit leaves.
  func refitted(_ layers: Refit.Layers) throws -> Self
}
