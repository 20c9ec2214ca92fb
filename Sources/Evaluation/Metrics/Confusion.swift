/// How many places of each class are predicted as each class.
///
/// Ratios without a denominator are none, never 0.
public struct Confusion: Sendable, Equatable {
  /// Labelled 1, predicted 1.
  public let truePositives: Int
  /// Labelled 0, predicted 1.
  public let falsePositives: Int
  /// Labelled 0, predicted 0.
  public let trueNegatives: Int
  /// Labelled 1, predicted 0.
  public let falseNegatives: Int

  /// Creates a table from its counts.
  public init(
    truePositives: Int, falsePositives: Int, trueNegatives: Int, falseNegatives: Int
  ) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.trueNegatives = trueNegatives
    self.falseNegatives = falseNegatives
  }

  /// Counts the places, those with a probability at or above the threshold being predicted 1.
  public init(of predictions: Predictions, at threshold: Double = 0.5) {
    var counts = [0, 0, 0, 0]
    for (label, p) in zip(predictions.labels, predictions.probabilities) {
      counts[(label == 1 ? 2 : 0) + (p >= threshold ? 1 : 0)] += 1
    }
    self.init(
      truePositives: counts[3], falsePositives: counts[1], trueNegatives: counts[0],
      falseNegatives: counts[2])
  }

  /// The number of places.
  public var count: Int { truePositives + falsePositives + trueNegatives + falseNegatives }

  /// (TP + TN) / n.
  public var accuracy: Double { Double(truePositives + trueNegatives) / Double(count) }
  /// TP / (TP + FP).
  public var precision: Double? { ratio(truePositives, truePositives + falsePositives) }
  /// TP / (TP + FN), also called recall.
  public var sensitivity: Double? { ratio(truePositives, truePositives + falseNegatives) }
  /// TN / (TN + FP).
  public var specificity: Double? { ratio(trueNegatives, trueNegatives + falsePositives) }
  /// 2 TP / (2 TP + FP + FN).
  public var f1: Double? {
    ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
  }

  /// Cohen's κ: (pₒ − pₑ) / (1 − pₑ), pₑ from the margins.
  public var kappa: Double? {
    let n = Double(count)
    let (actual, predicted) = (truePositives + falseNegatives, truePositives + falsePositives)
    let (a, b) = (Double(actual) / n, Double(predicted) / n)
    let chance = a * b + (1 - a) * (1 - b)
    // Exactly one only where label and prediction are each of a single, common class.
    let isCertain = (actual == 0 && predicted == 0) || (actual == count && predicted == count)
    return isCertain ? nil : (accuracy - chance) / (1 - chance)
  }

  /// The same table seen from class 0.
  public var swapped: Confusion {
    Confusion(
      truePositives: trueNegatives, falsePositives: falseNegatives, trueNegatives: truePositives,
      falseNegatives: falsePositives)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }
}
