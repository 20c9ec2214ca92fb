/// The labels of some places beside the probabilities predicted for them.
public struct Predictions: Sendable, Equatable {
  /// The labels, 0 or 1.
  public let labels: [Double]
  /// The probabilities of class 1, 0...1, one for each label.
  public let probabilities: [Double]
  /// Whether the numbers are an index that ranks the places, and no probabilities.
  public let isIndex: Bool

  /// Pairs labels and probabilities after checking them.
  ///
  /// - Parameters:
  ///   - labels: 0 or 1.
  ///   - probabilities: 0...1, as many.
  ///   - isIndex: whether they are an index that ranks, and no probabilities.
  /// - Throws: ``EvaluationError/nothingToMeasure``,
  ///   ``EvaluationError/labelNotBinary(value:row:)`` or
  ///   ``EvaluationError/notAProbability(value:row:)``.
  public init(
    labels: [Double], probabilities: [Double], isIndex: Bool = false
  ) throws(EvaluationError) {
    precondition(
      labels.count == probabilities.count,
      "\(labels.count) labels for \(probabilities.count) probabilities")
    if labels.isEmpty { throw .nothingToMeasure }
    for (i, label) in labels.enumerated() where label != 0 && label != 1 {
      throw .labelNotBinary(value: label, row: i)
    }
    for (i, p) in probabilities.enumerated() where !(p >= 0 && p <= 1) {
      throw .notAProbability(value: p, row: i)
    }
    self.init(checkedLabels: labels, probabilities, isIndex: isIndex)
  }

  private init(checkedLabels labels: [Double], _ probabilities: [Double], isIndex: Bool) {
    self.labels = labels
    self.probabilities = probabilities
    self.isIndex = isIndex
  }

  /// The number of places.
  public var count: Int { labels.count }
  /// The number of places labelled 1.
  public var positives: Int { labels.reduce(0) { $0 + ($1 == 1 ? 1 : 0) } }

  /// The same places with the predicted class, 0 or 1, in place of the probability.
  ///
  /// - Parameter threshold: a probability at or above it is class 1.
  /// - Returns: predictions that measures of probabilities take as well.
  public func hardened(at threshold: Double = 0.5) -> Predictions {
    Predictions(
      checkedLabels: labels, probabilities.map { $0 >= threshold ? 1 : 0 }, isIndex: isIndex)
  }

  /// Throws where the numbers rank the places and are no probabilities.
  func requireProbabilities(for measure: String) throws(EvaluationError) {
    if isIndex {
      throw .undefined(metric: measure, because: "the model gives an index, not a probability")
    }
  }

  /// Throws where all labels are the same.
  func requireBothClasses(for metric: String) throws(EvaluationError) {
    let ones = positives
    if ones == 0 || ones == count {
      throw .oneClass(metric: metric, label: labels[0], rows: count)
    }
  }
}
