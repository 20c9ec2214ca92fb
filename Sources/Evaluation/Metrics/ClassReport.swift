/// Precision, recall and F1 of each class, and their means.
public struct ClassReport: Sendable, Equatable {
  /// The measures of one class, or a mean of them; none where a denominator is zero.
  public struct Row: Sendable, Equatable {
    /// The share of those predicted as this class that are of it.
    public let precision: Double?
    /// The share of those of this class that are predicted as such.
    public let recall: Double?
    /// The harmonic mean of precision and recall.
    public let f1: Double?
    /// How many places are of this class.
    public let support: Int
  }

  /// Class 0, then class 1.
  public let classes: [Row]
  /// The share of places whose class is right.
  public let accuracy: Double
  /// The plain mean over the classes.
  public let macroMean: Row
  /// The mean over the classes, weighted by their support.
  public let weightedMean: Row

  /// Derives the report from a table of counts.
  public init(of confusion: Confusion) {
    let zero = ClassReport.row(of: confusion.swapped)
    let one = ClassReport.row(of: confusion)
    classes = [zero, one]
    accuracy = confusion.accuracy
    let share = Double(one.support) / Double(confusion.count)
    macroMean = ClassReport.mean(zero, one, share: 0.5)
    weightedMean = ClassReport.mean(zero, one, share: share)
  }

  private static func row(of confusion: Confusion) -> Row {
    Row(
      precision: confusion.precision, recall: confusion.sensitivity, f1: confusion.f1,
      support: confusion.truePositives + confusion.falseNegatives)
  }

  private static func mean(_ zero: Row, _ one: Row, share: Double) -> Row {
    func mean(_ a: Double?, _ b: Double?) -> Double? {
      guard let a, let b else { return nil }
      return (1 - share) * a + share * b
    }
    return Row(
      precision: mean(zero.precision, one.precision), recall: mean(zero.recall, one.recall),
      f1: mean(zero.f1, one.f1), support: zero.support + one.support)
  }
}
