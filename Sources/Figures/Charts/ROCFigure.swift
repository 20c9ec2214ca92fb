public import Drawing

/// Receiver operating characteristic curves of one or several models.
///
/// The legend stands under the diagonal where no curve of a useful model goes; if one does, or if
/// the legend is too large for that corner, it stands at the right of the frame.
///
/// - Source: Fawcett (2006), An introduction to ROC analysis, doi:10.1016/j.patrec.2005.10.010.
public struct ROCFigure: Figure {
  /// One model's curve.
  public struct Curve: Sendable, Equatable {
    /// The model.
    public let name: String
    /// False positive rates, ascending from 0 to 1.
    public let falsePositiveRates: [Double]
    /// The true positive rate at each of them.
    public let truePositiveRates: [Double]
    /// The area under the curve; none where it is undefined.
    public let area: Double?

    /// Creates a curve.
    ///
    /// - Precondition: as many of one rate as of the other, each 0...1.
    public init(
      name: String, falsePositiveRates: [Double], truePositiveRates: [Double], area: Double?
    ) {
      precondition(
        falsePositiveRates.count == truePositiveRates.count,
        "\(falsePositiveRates.count) and \(truePositiveRates.count) rates")
      precondition(
        (falsePositiveRates + truePositiveRates).allSatisfy { (0...1).contains($0) },
        "a rate outside 0...1")
      self.name = name
      self.falsePositiveRates = falsePositiveRates
      self.truePositiveRates = truePositiveRates
      self.area = area
    }
  }

  /// The curves, in the order of the legend.
  public let curves: [Curve]

  /// Creates a figure of curves.
  public init(curves: [Curve]) { self.curves = curves }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing() -> Drawing {
    let unit = Ticks(in: 0...1, intervals: 5)
    let left = ChartAxes.leftRoom(for: unit)
    let side = 92.0
    let frame = Rectangle(left: left, top: Typography.margin + 1, width: side, height: side)
    let axes = ChartAxes(
      frame: frame, x: 0...1, y: 0...1, xTicks: unit, yTicks: unit,
      xTitle: "1 − specificity (false positive rate)", yTitle: "Sensitivity (true positive rate)")
    let paths = curves.map { curve in
      thinned(
        zip(curve.falsePositiveRates, curve.truePositiveRates).map { axes.place($0, $1) },
        distance: 0.03)
    }
    let key = CurveKey(
      entries: curves.enumerated().map { index, curve in
        CurveKey.Entry(
          stroke: CurveKey.stroke(index), name: curve.name, figure: Self.text(curve.area))
      }, figureTitle: "AUC")
    let size = key.size
    let corner = Rectangle(
      left: frame.right - size.width - 2, top: frame.bottom - size.height - 2, width: size.width,
      height: size.height)
    let inside =
      size.width < side * 0.62 && size.height < side * 0.45
      && !paths.contains { Self.path($0, enters: corner.inset(by: -1)) }
    let outside = Point(frame.right + 3, frame.top)
    let width = inside ? frame.right + 4 : outside.x + size.width + Typography.margin
    var drawing = Drawing(width: width, height: frame.bottom + ChartAxes.bottomRoom)
    axes.draw(on: &drawing)
    drawing.stroke(
      .line([axes.place(0, 0), axes.place(1, 1)]),
      Stroke(Color(0x9A9A9A), width: 0.25, dashes: [1, 1]))
    for (index, path) in paths.enumerated() {
      drawing.stroke(.line(path), CurveKey.stroke(index))
    }
    key.draw(
      at: inside ? Point(corner.left, corner.top) : outside, boxed: inside, on: &drawing)
    return drawing
  }

  /// The models with their areas.
  public var alternativeText: String {
    let texts = curves.map { curve in
      curve.area == nil
        ? "\(curve.name), AUC undefined" : "\(curve.name), AUC \(Self.text(curve.area))"
    }
    let models = curves.count == 1 ? "1 model" : "\(curves.count) models"
    return "ROC curve\(curves.count == 1 ? "" : "s") of \(models): "
      + texts.joined(separator: "; ") + "."
  }

  private static func text(_ area: Double?) -> String {
    area.map { decimalText($0, decimals: 3) } ?? "–"
  }

  /// Whether a line of upright and level steps, or short slopes, comes into a rectangle.
  private static func path(_ points: [Point], enters rectangle: Rectangle) -> Bool {
    zip(points, points.dropFirst()).contains { a, b in
      let box = Rectangle(
        left: min(a.x, b.x), top: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
      guard box.left <= rectangle.right, box.right >= rectangle.left,
        box.top <= rectangle.bottom, box.bottom >= rectangle.top
      else { return false }
      // The corner nearest to the curve is the upper left one; a rising line passes it by if the
      // corner lies below the line.
      let across = (b.x - a.x) * (rectangle.top - a.y) - (b.y - a.y) * (rectangle.left - a.x)
      return across <= 0
    }
  }
}
