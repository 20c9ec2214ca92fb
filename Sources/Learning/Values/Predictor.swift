public import Vocabulary

/// A fitted model as a value of the run: what it reads, and what it says of any values.
public protocol Predictor: ValueWithMembers, ProbabilityModel {
  /// The layers it reads.
  var stack: StackValue { get }
  /// The places of the fold that it did not learn from; none for a model of all its places.
  var heldOut: PlacesValue? { get }
  /// Whether it gives probabilities; a model that gives an index from 0 to 1 ranks places and no more.
  var givesProbabilities: Bool { get }
}

extension Predictor {
  /// Most models give probabilities.
  public var givesProbabilities: Bool { true }

  /// The columns of a stack that the model reads, in its order.
  ///
  /// - Throws: ``LearningError/otherColumns(expected:found:)`` where one is not there.
  public func columns(of stack: StackValue) throws(LearningError) -> [StackValue.Column] {
    var columns: [StackValue.Column] = []
    for name in featureNames {
      guard let column = stack.columns.first(where: { $0.name == name }) else {
        throw .otherColumns(expected: featureNames, found: stack.columns.map(\.name))
      }
      columns.append(column)
    }
    return columns
  }

  /// The values that the model reads at some places, without places that lack one.
  ///
  /// - Parameters:
  ///   - places: where to read.
  ///   - environment: the run, which is told how many places were left out.
  ///   - telling: whether the run is told; not of places held out, of which the fit told it.
  /// - Returns: one row for each complete place, with its label where places have labels.
  /// - Throws: ``LearningError`` and what the readers throw.
  public func sample(
    at places: PlacesValue, in environment: any RunEnvironment, telling: Bool = true
  ) throws -> SampleMatrix {
    try stack.sample(
      at: places, in: environment, columns: columns(of: stack), telling: telling)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Kind {
  /// One coefficient of a model, with what is known of it.
  public static let coefficient = Kind("coefficient")
}
