public import Drawing

/// Receiver operating characteristic curves of one or several models.
///
/// - Source: Fawcett (2006), An introduction to ROC analysis, doi:10.1016/j.patrec.2005.10.010.
public struct ROCFigure: Figure {
  /// One model's curve.
  public struct Curve: Sendable, Equatable {
    /// The model.
    public let name: String
    /// How it was judged, such as “5 folds pooled”; empty where that need not be said.
    public let detail: String
    /// False positive rates, ascending from 0 to 1.
    public let falsePositiveRates: [Double]
    /// The true positive rate at each of them.
    public let truePositiveRates: [Double]
    /// The area under the curve; none where it is undefined.
    public let area: Double?
    /// The 95 % interval of the area; none where it is not known.
    public let interval: ClosedRange<Double>?
    /// Where 95 % of curves of other such places would run; none where it is not drawn.
    public let band: RateBand?

    /// Creates a curve.
    ///
    /// - Precondition: as many of one rate as of the other, each 0...1.
    public init(
      name: String, falsePositiveRates: [Double], truePositiveRates: [Double], area: Double?,
      interval: ClosedRange<Double>? = nil, band: RateBand? = nil, detail: String = ""
    ) {
      precondition(
        falsePositiveRates.count == truePositiveRates.count,
        "\(falsePositiveRates.count) and \(truePositiveRates.count) rates")
      precondition(
        (falsePositiveRates + truePositiveRates).allSatisfy { (0...1).contains($0) },
        "a rate outside 0...1")
      self.name = name
      self.detail = detail
      self.falsePositiveRates = falsePositiveRates
      self.truePositiveRates = truePositiveRates
      self.area = area
      self.interval = interval
      self.band = band
    }

    /// The model, and how it was judged.
    var fullName: String { detail.isEmpty ? name : "\(name) (\(detail))" }
  }

  /// The curves, in the order of the legend.
  public let curves: [Curve]

  /// Creates a figure of curves.
  public init(curves: [Curve]) { self.curves = curves }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing {
    let shared = sharedDetail(curves.map(\.detail))
    let bands = hasBands ? (curves.count == 1 ? "Band" : "Bands") + ": 95 % at each point" : ""
    return RateChart(
      curves: curves.map { curve in
        RateChart.Curve(
          name: shared.isEmpty ? curve.fullName : curve.name, x: curve.falsePositiveRates,
          y: curve.truePositiveRates,
          figure: Self.text(curve, dash: "–"), band: curve.band)
      }, xTitle: "1 − specificity (false positive rate)",
      yTitle: "Sensitivity (true positive rate)",
      figureTitle: hasIntervals ? "AUC (95 % interval)" : "AUC",
      notes: [shared, bands]
    ).drawing(width: width)
  }

  /// The models with their areas.
  public var alternativeText: String {
    let texts = curves.map { curve in
      "\(curve.fullName), AUC \(curve.area == nil ? "undefined" : Self.text(curve))"
    }
    let models = curves.count == 1 ? "1 model" : "\(curves.count) models"
    return "ROC curve\(curves.count == 1 ? "" : "s") of \(models)"
      + (hasIntervals ? ", with 95 % intervals\(hasBands ? " and bands" : ""): " : ": ")
      + texts.joined(separator: "; ") + "."
  }

  private var hasIntervals: Bool { curves.contains { $0.interval != nil } }

  private var hasBands: Bool { curves.contains { $0.band != nil } }

  private static func text(_ curve: Curve, dash: String = " to ") -> String {
    guard let area = curve.area else { return "–" }
    let text = decimalText(area, decimals: 3)
    guard let interval = curve.interval else { return text }
    return text + " (\(decimalText(interval.lowerBound, decimals: 3))\(dash)"
      + "\(decimalText(interval.upperBound, decimals: 3)))"
  }
}
