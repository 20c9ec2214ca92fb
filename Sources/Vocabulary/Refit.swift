/// How a model is fitted again to see what one of its layers is worth.
public enum Refit: Sendable, Hashable {
  /// With all its layers but this one.
  case without(String)
  /// With this layer alone.
  case only(String)

  /// The change in words, as keys and messages have it.
  public var text: String {
    switch self {
    case .without(let layer): "without \(layer)"
    case .only(let layer): "with \(layer) alone"
    }
  }
}

/// A word that reads a model fitted again, without each of its layers and with each alone.
///
/// The plan makes these models: the model's statement is carried out once more for each
/// ``ValueType/refits``, with ``Call/refit`` set, and so is every model on the way to it but the one
/// after “as in”, whose settings stay. The learner's stack then lacks layers; nothing else changes,
/// neither folds nor random numbers.
public protocol RefittingWord: Word {
  /// The name of the parameter that takes the model.
  var refitted: String { get }
}

/// A value of layers of which some can be left out.
public protocol Layered: Value {
  /// The value with the layers that a refit leaves.
  func refitted(_ refit: Refit) throws -> Self
}

extension ValueType {
  /// The ways of fitting a model again: without each layer, then with each alone; none where it
  /// reads fewer than two.
  public var refits: [Refit] {
    guard kind == .model, layers.count > 1 else { return [] }
    return layers.map { .without($0.name) } + layers.map { .only($0.name) }
  }
}
