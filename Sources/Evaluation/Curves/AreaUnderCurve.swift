import Numerics

/// The area under the ROC curve with its standard error.
///
///     AUC = (Σ rank of positives − n₁(n₁ + 1)/2) / (n₀ n₁), ties count one half
///     Var AUC = S₁₀ / n₁ + S₀₁ / n₀, the sample variances of the structural components
///
/// - Source: DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595; by ranks: Sun & Xu (2014),
///   doi:10.1109/LSP.2014.2337313.
public struct AreaUnderCurve: Sendable, Equatable {
  /// The area, 0...1.
  public let value: Double
  /// Its standard error; none with fewer than two places of a class.
  public let standardError: Double?

  /// Measures the area.
  ///
  /// - Parameter predictions: places of both classes.
  /// - Throws: ``EvaluationError/oneClass(metric:label:rows:)``.
  public init(of predictions: Predictions) throws(EvaluationError) {
    value = try AreaUnderCurve.value(of: predictions)
    guard let parts = AreaUnderCurve.components(of: predictions) else {
      standardError = nil
      return
    }
    standardError = AreaUnderCurve.standardError(ofMeans: parts.ones, parts.zeros)
  }

  /// What each place adds: the share of the other class that a positive is above, or a negative
  /// below, ties counting one half; none with fewer than two places of a class.
  static func components(of predictions: Predictions) -> (ones: [Double], zeros: [Double])? {
    let scores = predictions.probabilities
    let isOne = predictions.labels.map { $0 == 1 }
    let positives = scores.indices.filter { isOne[$0] }
    let negatives = scores.indices.filter { !isOne[$0] }
    guard positives.count > 1, negatives.count > 1 else { return nil }
    let ranks = midranks(of: scores)
    let ones = zip(positives, midranks(of: positives.map { scores[$0] })).map { i, within in
      (ranks[i] - within) / Double(negatives.count)
    }
    let zeros = zip(negatives, midranks(of: negatives.map { scores[$0] })).map { i, within in
      1 - (ranks[i] - within) / Double(positives.count)
    }
    return (ones, zeros)
  }

  /// √(S₁₀ / n₁ + S₀₁ / n₀), the sample variances of what the places add.
  static func standardError(ofMeans ones: [Double], _ zeros: [Double]) -> Double {
    let s10 = standardDeviation(of: ones, kind: .sample)
    let s01 = standardDeviation(of: zeros, kind: .sample)
    return (s10 * s10 / Double(ones.count) + s01 * s01 / Double(zeros.count)).squareRoot()
  }

  /// An interval that covers the true area with a probability, by the normal approximation; cut at
  /// 0 and 1, none without a standard error.
  ///
  ///     AUC ± Φ⁻¹((1 + confidence) / 2) · standard error
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let standardError else { return nil }
    let reach = NormalDistribution.quantile((1 + confidence) / 2) * standardError
    return max(0, value - reach)...min(1, value + reach)
  }

  /// The area alone.
  static func value(of predictions: Predictions) throws(EvaluationError) -> Double {
    try predictions.requireBothClasses(for: "AUC")
    // Twice the pairs won, a whole number, so that nothing is rounded before the division.
    var (wins, ones, zeros) = (0, 0, 0)
    let allZeros = predictions.count - predictions.positives
    for step in ThresholdSteps(of: predictions).steps {
      let ties = step.falsePositives - zeros
      wins += (step.truePositives - ones) * (2 * (allZeros - step.falsePositives) + ties)
      (ones, zeros) = (step.truePositives, step.falsePositives)
    }
    return Double(wins) / 2 / (Double(ones) * Double(zeros))
  }
}
