public import Drawing

/// Points, lines or outlines drawn over a map.
public struct MapOverlay: Sendable, Equatable {
  /// How the shapes are drawn.
  public enum Style: Sendable, Equatable {
    /// Dark discs with a light rim: where something is, such as landslides.
    case present
    /// Light discs with a dark rim: where it is not.
    case absent
    /// Discs of a colour with a light rim: further sets of points.
    case mark(Color)
    /// Lines, such as faults.
    case line(Color)
    /// Closed outlines, such as regions.
    case outline(Color)
  }

  /// A point of a shape, in the map's coordinates.
  public typealias Position = SIMD2<Double>

  /// What the shapes are, for the legend.
  public let label: String
  /// How they are drawn.
  public let style: Style
  /// The shapes: each point a shape of one position, each line or ring a shape of its own.
  public let shapes: [[Position]]
  /// Lengths of dashes and gaps along lines, in millimetres; empty for unbroken ones.
  public let dashes: [Double]

  /// Creates an overlay.
  public init(label: String, style: Style, shapes: [[Position]], dashes: [Double] = []) {
    self.label = label
    self.style = style
    self.shapes = shapes
    self.dashes = dashes
  }

  /// Creates an overlay of points.
  public static func points(
    _ positions: [Position], label: String, present: Bool
  ) -> MapOverlay {
    MapOverlay(label: label, style: present ? .present : .absent, shapes: positions.map { [$0] })
  }

  /// Whether it is drawn as discs.
  var isPoints: Bool {
    switch style {
    case .present, .absent, .mark: true
    case .line, .outline: false
    }
  }

  /// Where it stands among the things above a map, the lowest first: borders, lines, an inventory's
  /// small outlines, and then points, which nothing may hide.
  func rank(on extent: MapExtent) -> Int {
    switch style {
    case .outline: isFine(on: extent) ? 2 : 0
    case .line: 1
    case .absent: 3
    case .mark: 4
    case .present: 5
    }
  }

  /// Whether most outlines are specks on the map, as those of an inventory are: less than a
  /// thirtieth of its longer side.
  func isFine(on extent: MapExtent) -> Bool {
    guard case .outline = style, !shapes.isEmpty else { return false }
    let sizes = shapes.map { shape -> Double in
      var (low, high) = (SIMD2(repeating: Double.infinity), SIMD2(repeating: -Double.infinity))
      for point in shape { (low, high) = (pointwiseMin(low, point), pointwiseMax(high, point)) }
      return (high - low).max()
    }.sorted()
    return sizes[sizes.count / 2] < max(extent.width, extent.height) / 30
  }

  /// How lines are drawn over the map: thin and unbroken where outlines are specks.
  func pens(on extent: MapExtent) -> (casing: Stroke, line: Stroke) {
    let color: Color
    switch style {
    case .line(let own), .outline(let own), .mark(let own): color = own
    case .present, .absent: color = .ink
    }
    let isFine = isFine(on: extent)
    return (
      Stroke(.white.withAlpha(isFine ? 200 : 170), width: isFine ? 0.42 : 0.75),
      Stroke(color, width: isFine ? 0.2 : 0.32, dashes: isFine ? [] : dashes)
    )
  }

  /// The radius of discs, in millimetres: smaller where there are many.
  func markRadius(mapWidth: Double) -> Double {
    let crowd = (Double(max(shapes.count, 1)) / 60).squareRoot()
    return min(max(mapWidth / 100 * 1.15 / max(crowd, 1), 0.28), 0.8)
  }

  /// Draws one disc.
  func mark(at point: Point, radius: Double, on drawing: inout Drawing) {
    let inside: Color
    switch style {
    case .absent: inside = .white
    case .mark(let color): inside = color
    default: inside = .ink
    }
    let rim: Color = style == .absent ? .ink : .white
    drawing.fill(.circle(point, radius: radius), inside)
    drawing.stroke(.circle(point, radius: radius), Stroke(rim, width: min(0.18, radius * 0.4)))
  }
}
