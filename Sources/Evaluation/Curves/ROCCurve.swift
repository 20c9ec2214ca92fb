/// The trade between landslides found and other places wrongly called landslides.
///
/// - Source: Fawcett (2006), doi:10.1016/j.patrec.2005.10.010, algorithm 1.
public struct ROCCurve: Sendable, Equatable {
  /// One threshold of the curve.
  public struct Point: Sendable, Equatable {
    /// FP / (FP + TN), 0...1.
    public let falsePositiveRate: Double
    /// TP / (TP + FN), 0...1.
    public let truePositiveRate: Double
    /// The probability at and above which places are class 1; infinite at the first point.
    public let threshold: Double
  }

  /// The corners, from (0, 0) to (1, 1): every threshold but those between two others on a line.
  public let points: [Point]
  /// The area under the curve, with its standard error.
  public let area: AreaUnderCurve

  /// Traces the curve over all thresholds.
  ///
  /// - Parameter predictions: places of both classes.
  /// - Throws: ``EvaluationError/oneClass(metric:label:rows:)``.
  public init(of predictions: Predictions) throws(EvaluationError) {
    area = try AreaUnderCurve(of: predictions)
    typealias Step = ThresholdSteps.Step
    var corners = [Step(threshold: .infinity, truePositives: 0, falsePositives: 0)]
    for step in ThresholdSteps(of: predictions).steps {
      if corners.count > 1 {
        let (a, b) = (corners[corners.count - 2], corners[corners.count - 1])
        let (ax, ay) = (b.falsePositives - a.falsePositives, b.truePositives - a.truePositives)
        let bx = step.falsePositives - b.falsePositives
        let by = step.truePositives - b.truePositives
        // In whole numbers: no corner is lost or kept by rounding.
        if ax * by == ay * bx { corners.removeLast() }
      }
      corners.append(step)
    }
    let ones = Double(predictions.positives)
    let zeros = Double(predictions.count) - ones
    points = corners.map { step in
      Point(
        falsePositiveRate: Double(step.falsePositives) / zeros,
        truePositiveRate: Double(step.truePositives) / ones, threshold: step.threshold)
    }
  }
}
