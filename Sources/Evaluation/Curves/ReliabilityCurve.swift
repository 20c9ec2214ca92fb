import Numerics

/// How often landslides are where a model gives them some probability.
///
///     ten bins of probability, [0, 0.1), … [0.9, 1]; in each the mean probability, the share of
///     landslides, and the interval of Wilson that covers the share with 95 %
///
/// - Source: Murphy & Winkler (1977), doi:10.2307/2346866; Wilson (1927),
///   doi:10.1080/01621459.1927.10502953.
public struct ReliabilityCurve: Sendable, Equatable {
  /// The places of one bin.
  public struct Bin: Sendable, Equatable {
    /// The mean of the probabilities.
    public let probability: Double
    /// The share of landslides.
    public let share: Double
    /// The interval that covers the share.
    public let interval: ClosedRange<Double>
    /// How many places.
    public let count: Int
  }

  /// How many bins there are.
  public static let binCount = 10

  /// The bins, none where no place is.
  public let bins: [Bin?]
  /// The mean squared difference of probability and label.
  public let brier: Double

  /// Sorts places into bins.
  ///
  /// - Parameter predictions: places with probabilities.
  /// - Throws: ``EvaluationError/undefined(metric:because:)`` of an index that is no probability.
  public init(of predictions: Predictions) throws(EvaluationError) {
    try predictions.requireProbabilities(for: "reliability")
    var sums = [CompensatedSum](repeating: CompensatedSum(), count: Self.binCount)
    var counts = [Int](repeating: 0, count: Self.binCount)
    var hits = counts
    var errors = CompensatedSum()
    for (label, probability) in zip(predictions.labels, predictions.probabilities) {
      let bin = min(Int(probability * Double(Self.binCount)), Self.binCount - 1)
      sums[bin].add(probability)
      counts[bin] += 1
      if label == 1 { hits[bin] += 1 }
      errors.add((probability - label) * (probability - label))
    }
    bins = counts.indices.map { bin in
      guard counts[bin] > 0 else { return nil }
      let n = Double(counts[bin])
      return Bin(
        probability: sums[bin].value / n, share: Double(hits[bin]) / n,
        interval: wilsonInterval(hits[bin], of: counts[bin]), count: counts[bin])
    }
    brier = errors.value / Double(predictions.count)
  }
}
