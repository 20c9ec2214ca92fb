import Drawing

/// Curves in the unit square, with a diagonal of no knowledge and a legend.
///
/// The legend stands under the diagonal where no curve goes; if one does, or if the legend is too
/// large for that corner, it stands right of the frame where the page has room for both, else below.
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
    /// How far the curve is known; none where that is not known.
    let band: RateBand?
  }

  /// The curves, in the order of the legend.
  let curves: [Curve]
  /// What runs along the lower side.
  let xTitle: String
  /// What runs along the left side.
  let yTitle: String
  /// What the figures of the legend are.
  let figureTitle: String
  /// What is true of all curves.
  let notes: [String]

  /// Where the legend stands.
  private enum Place {
    case inside(Rectangle)
    case right
    case below
  }

  private static let largestSide = 92.0
  /// A smaller square than this beside its legend would waste the page.
  private static let leastSideBesideKey = 60.0
  /// The last number along the lower side reaches beyond the frame.
  private static let rightRoom = 3.5

  func drawing(width widest: Double) -> Drawing {
    let left = ChartAxes.leftRoom(for: Ticks(in: 0...1, intervals: 5))
    let top = Typography.margin + 1
    func square(_ side: Double) -> Rectangle {
      Rectangle(left: left, top: top, width: side, height: side)
    }
    let natural = CurveKey(
      entries: curves.enumerated().map { index, curve in
        CurveKey.Entry(
          stroke: CurveKey.stroke(index), name: curve.name, figure: curve.figure,
          hasBand: curve.band != nil)
      }, figureTitle: figureTitle, notes: notes)
    let largest = square(min(Self.largestSide, widest - left - Self.rightRoom))
    let beside = square(
      min(largest.width, widest - left - 3 - natural.size.width - Typography.margin))
    let frame: Rectangle
    let place: Place
    var key = natural
    if let corner = clearCorner(in: largest, for: natural) {
      (frame, place) = (largest, .inside(corner))
    } else if beside.width >= Self.leastSideBesideKey {
      (frame, place) = (beside, .right)
    } else {
      (frame, place) = (largest, .below)
      key = natural.fitted(to: largest.right - Typography.margin)
    }
    let bottom = frame.bottom + ChartAxes.bottomRoom
    var (width, height) = (frame.right + Self.rightRoom, bottom)
    switch place {
    case .inside: break
    case .right:
      width = frame.right + 3 + key.size.width + Typography.margin
      height = max(height, frame.top + key.size.height + Typography.margin)
    case .below: height += key.size.height + Typography.margin
    }
    var drawing = Drawing(width: width, height: height)
    draw(in: frame, on: &drawing)
    switch place {
    case .inside(let corner):
      key.draw(at: Point(corner.left, corner.top), boxed: true, on: &drawing)
    case .right: key.draw(at: Point(frame.right + 3, frame.top), boxed: false, on: &drawing)
    case .below:
      let x = min(frame.left, width - key.size.width)
      key.draw(at: Point(max(0, x), bottom), boxed: false, on: &drawing)
    }
    return drawing
  }

  private func axes(_ frame: Rectangle) -> ChartAxes {
    let unit = Ticks(in: 0...1, intervals: 5)
    return ChartAxes(
      frame: frame, x: 0...1, y: 0...1, xTicks: unit, yTicks: unit, xTitle: xTitle, yTitle: yTitle)
  }

  private func draw(in frame: Rectangle, on drawing: inout Drawing) {
    let axes = axes(frame)
    axes.draw(on: &drawing)
    for (index, curve) in curves.enumerated() {
      guard let band = curve.band else { continue }
      let upper = zip(band.x, band.highs).map { axes.place($0, $1) }
      let lower = zip(band.x, band.lows).map { axes.place($0, $1) }
      drawing.fill(
        .polygon(thinned(upper, distance: 0.03) + thinned(lower, distance: 0.03).reversed()),
        CurveKey.bandColor(CurveKey.stroke(index)))
    }
    drawing.stroke(
      .line([axes.place(0, 0), axes.place(1, 1)]),
      Stroke(Color(0x9A9A9A), width: 0.25, dashes: [1, 1]))
    for (index, curve) in curves.enumerated() {
      drawing.stroke(.line(path(curve.x, curve.y, axes)), CurveKey.stroke(index))
    }
  }

  private func path(_ x: [Double], _ y: [Double], _ axes: ChartAxes) -> [Point] {
    thinned(zip(x, y).map { axes.place($0, $1) }, distance: 0.03)
  }

  /// The lower right corner of a frame, if the legend fits there and no curve or band goes through.
  private func clearCorner(in frame: Rectangle, for key: CurveKey) -> Rectangle? {
    let size = key.size
    let side = frame.width
    // Its upper left corner stays below the diagonal, or nearly.
    guard
      size.width + size.height + 4 < side
        || (size.width < side * 0.66 && size.height < side * 0.45)
    else { return nil }
    let corner = Rectangle(
      left: frame.right - size.width - 2, top: frame.bottom - size.height - 2, width: size.width,
      height: size.height)
    let axes = axes(frame)
    let paths = curves.flatMap { curve in
      [path(curve.x, curve.y, axes)] + (curve.band.map { [path($0.x, $0.lows, axes)] } ?? [])
    }
    return paths.contains { Self.path($0, enters: corner.inset(by: -1)) } ? nil : corner
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
