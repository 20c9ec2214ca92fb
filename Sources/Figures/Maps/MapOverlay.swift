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

  /// Creates an overlay.
  public init(label: String, style: Style, shapes: [[Position]]) {
    self.label = label
    self.style = style
    self.shapes = shapes
  }

  /// Creates an overlay of points.
  public static func points(
    _ positions: [Position], label: String, present: Bool
  ) -> MapOverlay {
    MapOverlay(label: label, style: present ? .present : .absent, shapes: positions.map { [$0] })
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
