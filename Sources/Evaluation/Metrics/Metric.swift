/// A measure of how well predictions agree with labels.
public struct Metric: Sendable {
  /// Which way a metric is better.
  public enum Direction: String, Sendable {
    /// Greater is better.
    case higher
    /// Smaller is better.
    case lower
  }

  /// What a metric compares with the labels.
  public enum Needs: String, Sendable {
    /// The order of the probabilities alone, so that any index serves.
    case ranks
    /// The probabilities themselves.
    case probabilities
    /// The classes that a threshold makes of them.
    case classes
  }

  /// The metric as notebooks spell it.
  public let name: String
  /// The metric as tables head it.
  public let title: String
  /// What it is, one sentence.
  public let summary: String
  /// Its formula.
  public let formula: String
  /// Where it comes from, where that is not common knowledge.
  public let source: String?
  /// Which way it is better.
  public let direction: Direction
  /// The values it can have.
  public let range: ClosedRange<Double>
  /// What it compares with the labels.
  public let needs: Needs
  private let compute: @Sendable (Predictions, Double) throws(EvaluationError) -> Double

  init(
    _ name: String, title: String, _ summary: String, formula: String, source: String? = nil,
    _ direction: Direction, _ range: ClosedRange<Double>, of needs: Needs,
    compute: @escaping @Sendable (Predictions, Double) throws(EvaluationError) -> Double
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.formula = formula
    self.source = source
    self.direction = direction
    self.range = range
    self.needs = needs
    self.compute = compute
  }

  /// The value of the metric.
  ///
  /// - Parameters:
  ///   - predictions: labels and probabilities.
  ///   - threshold: the probability at and above which a place is class 1; only metrics of classes
  ///     read it.
  /// - Returns: a value of ``range``.
  /// - Throws: ``EvaluationError`` where the metric is undefined.
  public func value(
    of predictions: Predictions, at threshold: Double = 0.5
  ) throws(EvaluationError) -> Double {
    if needs != .ranks { try predictions.requireProbabilities(for: title) }
    return try compute(predictions, threshold)
  }

  /// The formula with its letters, for the manual.
  var explainedFormula: String {
    switch needs {
    case .ranks: formula
    case .probabilities: formula + "\np the probability, y the label 1 or 0, n the number of places"
    case .classes:
      formula + "\nTP: landslides predicted as such; FN: landslides missed; TN: other places "
        + "predicted as such; FP: other places taken for landslides; n all; a landslide is predicted "
        + "where p ≥ 0.5"
    }
  }

  /// Whether `a` is a better value of this metric than `b`.
  public func isBetter(_ a: Double, than b: Double) -> Bool {
    direction == .higher ? a > b : a < b
  }

  /// All metrics, in the order in which tables list them.
  public static let all: [Metric] = probabilityMetrics + classMetrics

  /// The metric with a name, or none.
  public static func named(_ name: String) -> Metric? {
    all.first { $0.name == name }
  }
}
