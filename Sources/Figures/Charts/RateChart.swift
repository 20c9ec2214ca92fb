import Drawing

/// Curves in the unit square, with a diagonal of no knowledge and a legend.
///
/// The legend stands under the diagonal where no useful curve goes; if one does, or if the legend is
/// too large for that corner, it stands at the right of the frame.
struct RateChart {
  /// One curve.
  struct Curve {
    /// Its name in the legend.
    let name: String
    /// Places along the lower side, ascending from 0 to 1.
    let x: [Double]
    /// The value at each of them, 0...1.
    let y: [Double]
    /// The figure beside its name.
    let figure: String
  }

  /// The curves, in the order of the legend.
  let curves: [Curve]
  /// What runs along the lower side.
  let xTitle: String
  /// What runs along the left side.
  let yTitle: String
  /// What the figures of the legend are.
  let figureTitle: String

  func drawing(width widest: Double) -> Drawing {
    let unit = Ticks(in: 0...1, intervals: 5)
    let left = ChartAxes.leftRoom(for: unit)
    let side = min(92, widest - left - 4)
    let frame = Rectangle(left: left, top: Typography.margin + 1, width: side, height: side)
    let axes = ChartAxes(
      frame: frame, x: 0...1, y: 0...1, xTicks: unit, yTicks: unit, xTitle: xTitle, yTitle: yTitle)
    let paths = curves.map { curve in
      thinned(zip(curve.x, curve.y).map { axes.place($0, $1) }, distance: 0.03)
    }
    let key = CurveKey(
      entries: curves.enumerated().map { index, curve in
        CurveKey.Entry(stroke: CurveKey.stroke(index), name: curve.name, figure: curve.figure)
      }, figureTitle: figureTitle)
    let size = key.size
    let corner = Rectangle(
      left: frame.right - size.width - 2, top: frame.bottom - size.height - 2, width: size.width,
      height: size.height)
    // Its upper left corner stays below the diagonal, or nearly.
    let fits =
      size.width + size.height + 4 < side
      || (size.width < side * 0.62 && size.height < side * 0.45)
    let inside =
      fits
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
