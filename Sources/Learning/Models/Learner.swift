public import Numerics

/// A way of learning to tell two classes apart, with its settings.
public protocol Learner: Sendable {
  /// What it learns.
  associatedtype Model: ProbabilityModel

  /// Learns from places with labels.
  ///
  /// - Parameters:
  ///   - samples: complete rows with labels 0 and 1.
  ///   - algebra: what factors and solves.
  /// - Returns: what was learned.
  /// - Throws: ``LearningError`` where the places do not allow it.
  func fit(
    _ samples: SampleMatrix, using algebra: any LinearAlgebra
  ) throws(LearningError) -> Model
}

/// What a learner learned: the probability of class 1 for any values of the same columns.
public protocol ProbabilityModel: Sendable {
  /// The columns it was learned from, in order.
  var featureNames: [String] { get }

  /// The probability of class 1 for each row of a matrix.
  ///
  /// - Parameter features: n x k, columns as in ``featureNames``.
  /// - Returns: 0...1 each, n of them; not a number for a row with a value that is not a number.
  func probabilities(for features: Matrix) -> [Double]
}
