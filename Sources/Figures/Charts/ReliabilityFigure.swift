public import Drawing

/// The share of landslides over the probability that models gave, with how many places stand behind
/// each point in a strip below.
///
/// - Source: Murphy & Winkler (1977), doi:10.2307/2346866.
public struct ReliabilityFigure: Figure {
  /// The places of one bin of probability.
  public struct Bin: Sendable, Equatable {
    /// The mean of the probabilities, 0...1.
    public let probability: Double
    /// The share of landslides, 0...1.
    public let share: Double
    /// The 95 % interval of the share.
    public let interval: ClosedRange<Double>
    /// How many places.
    public let count: Int

    /// Creates a bin.
    public init(probability: Double, share: Double, interval: ClosedRange<Double>, count: Int) {
      self.probability = probability
      self.share = share
      self.interval = interval
      self.count = count
    }
  }

  /// One model's bins.
  public struct Curve: Sendable, Equatable {
    /// The model.
    public let name: String
    /// How it was judged, such as “5 folds pooled”; empty where that need not be said.
    public let detail: String
    /// The bins, each as wide as the others, from 0 to 1; none where no place is.
    public let bins: [Bin?]
    /// The mean squared difference of probability and label.
    public let brier: Double

    /// Creates a curve.
    public init(name: String, bins: [Bin?], brier: Double, detail: String = "") {
      self.name = name
      self.detail = detail
      self.bins = bins
      self.brier = brier
    }

    /// The model, and how it was judged.
    var fullName: String { detail.isEmpty ? name : "\(name) (\(detail))" }
  }

  /// The curves, in the order of the legend.
  public let curves: [Curve]

  /// Creates a figure of curves.
  public init(curves: [Curve]) { self.curves = curves }

  private static let strip = 15.0
  private static let largestSide = 84.0
  private static let rightRoom = 3.5

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width widest: Double) -> Drawing {
    let most = curves.flatMap(\.bins).compactMap { $0?.count }.max() ?? 0
    let counts = Ticks(in: 0...max(Double(most) * 1.08, 1), intervals: 2)
    let unit = Ticks(in: 0...1, intervals: 5)
    let left = max(ChartAxes.leftRoom(for: unit), ChartAxes.leftRoom(for: counts))
    let side = min(Self.largestSide, widest - left - Self.rightRoom)
    let frame = Rectangle(left: left, top: Typography.margin + 1, width: side, height: side)
    let below = Rectangle(left: left, top: frame.bottom + 3, width: side, height: Self.strip)
    let bottom = below.bottom + ChartAxes.bottomRoom
    let shared = sharedDetail(curves.map(\.detail))
    var key = CurveKey(
      entries: curves.enumerated().map { index, curve in
        CurveKey.Entry(
          stroke: CurveKey.stroke(index), name: shared.isEmpty ? curve.fullName : curve.name,
          figure: decimalText(curve.brier, decimals: 3))
      }, figureTitle: "Brier score",
      notes: [shared, "Whiskers: 95 % intervals"])
    let isBeside = frame.right + 3 + key.size.width + Typography.margin <= widest
    if !isBeside { key = key.fitted(to: frame.right - Typography.margin) }
    var drawing = Drawing(
      width: isBeside
        ? frame.right + 3 + key.size.width + Typography.margin : frame.right + Self.rightRoom,
      height: isBeside
        ? max(bottom, frame.top + key.size.height + Typography.margin)
        : bottom + key.size.height + Typography.margin)
    drawShares(in: frame, unit, on: &drawing)
    drawCounts(in: below, unit, counts, on: &drawing)
    key.draw(
      at: isBeside
        ? Point(frame.right + 3, frame.top)
        : Point(max(0, min(frame.left, drawing.width - key.size.width)), bottom), boxed: false,
      on: &drawing)
    return drawing
  }

  private func drawShares(in frame: Rectangle, _ unit: Ticks, on drawing: inout Drawing) {
    let axes = ChartAxes(
      frame: frame, x: 0...1, y: 0...1, xTicks: unit, yTicks: unit, xTitle: "",
      yTitle: "Observed share of landslides", numbersBelow: false)
    axes.draw(on: &drawing)
    drawing.stroke(
      .line([axes.place(0, 0), axes.place(1, 1)]),
      Stroke(Color(0x9A9A9A), width: 0.25, dashes: [1, 1]))
    for (index, curve) in curves.enumerated() {
      let stroke = CurveKey.stroke(index)
      let bins = curve.bins.compactMap { $0 }
      for bin in bins {
        let (low, high) = (bin.interval.lowerBound, bin.interval.upperBound)
        let whisker = Stroke(stroke.color.withAlpha(150), width: 0.3)
        drawing.stroke(
          .line([axes.place(bin.probability, low), axes.place(bin.probability, high)]), whisker)
        for end in [low, high] {
          let point = axes.place(bin.probability, end)
          drawing.stroke(
            .line([Point(point.x - 0.7, point.y), Point(point.x + 0.7, point.y)]), whisker)
        }
      }
      drawing.stroke(.line(bins.map { axes.place($0.probability, $0.share) }), stroke)
      for bin in bins {
        let point = axes.place(bin.probability, bin.share)
        drawing.fill(.circle(point, radius: 1), .white)
        drawing.fill(.circle(point, radius: 0.8), stroke.color)
      }
    }
  }

  /// How many places are in each bin, as outlines.
  private func drawCounts(
    in frame: Rectangle, _ unit: Ticks, _ counts: Ticks, on drawing: inout Drawing
  ) {
    let most = Double(curves.flatMap(\.bins).compactMap { $0?.count }.max() ?? 0)
    let axes = ChartAxes(
      frame: frame, x: 0...1, y: 0...max(most * 1.08, 1), xTicks: unit, yTicks: counts,
      xTitle: "Predicted probability", yTitle: "Places")
    axes.draw(on: &drawing)
    for (index, curve) in curves.enumerated() {
      let width = 1 / Double(curve.bins.count)
      var points = [axes.place(0, 0)]
      for (bin, content) in curve.bins.enumerated() {
        let height = Double(content?.count ?? 0)
        points.append(axes.place(Double(bin) * width, height))
        points.append(axes.place(Double(bin + 1) * width, height))
      }
      points.append(axes.place(1, 0))
      drawing.stroke(.line(points), CurveKey.stroke(index))
    }
  }

  /// The models with their scores, and each share beside its probability.
  public var alternativeText: String {
    let texts = curves.map { curve in
      let bins = curve.bins.compactMap { $0 }.map { bin in
        "\(decimalText(bin.share, decimals: 2)) at \(decimalText(bin.probability, decimals: 2))"
      }
      return "\(curve.fullName), Brier score \(decimalText(curve.brier, decimals: 3)), "
        + bins.joined(separator: ", ")
    }
    return "Observed share of landslides at predicted probabilities: "
      + texts.joined(separator: "; ") + "."
  }
}
