/// A closed line of points; the last is joined to the first and not repeated.
public typealias Ring = [SIMD2<Double>]

/// The shape of a feature; coordinates are x, y in the collection's system.
///
/// A polygon is its outer ring and then its holes; the direction of rings does not matter, as what
/// is inside is told by the even-odd rule.
public enum Geometry: Sendable, Hashable {
  /// A point.
  case point(SIMD2<Double>)
  /// Several points.
  case multiPoint([SIMD2<Double>])
  /// A line through points.
  case line([SIMD2<Double>])
  /// Several lines.
  case multiLine([[SIMD2<Double>]])
  /// A polygon.
  case polygon([Ring])
  /// Several polygons.
  case multiPolygon([[Ring]])

  /// What a shape is, whether one or several.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Points.
    case points
    /// Lines.
    case lines
    /// Areas.
    case areas
  }

  /// What the shape is.
  public var kind: Kind {
    switch self {
    case .point, .multiPoint: .points
    case .line, .multiLine: .lines
    case .polygon, .multiPolygon: .areas
    }
  }

  /// The points; none of a line or polygon.
  public var points: [SIMD2<Double>] {
    switch self {
    case .point(let point): [point]
    case .multiPoint(let points): points
    default: []
    }
  }

  /// The lines; none of a point or polygon.
  public var lines: [[SIMD2<Double>]] {
    switch self {
    case .line(let line): [line]
    case .multiLine(let lines): lines
    default: []
    }
  }

  /// The polygons; none of a point or line.
  public var polygons: [[Ring]] {
    switch self {
    case .polygon(let rings): [rings]
    case .multiPolygon(let polygons): polygons
    default: []
    }
  }

  /// All points of the shape, in order.
  public var vertices: [SIMD2<Double>] {
    switch kind {
    case .points: points
    case .lines: lines.flatMap { $0 }
    case .areas: polygons.flatMap { $0.flatMap { $0 } }
    }
  }

  /// The shape with each point moved by `move`.
  public func mapped(_ move: (SIMD2<Double>) -> SIMD2<Double>) -> Geometry {
    switch self {
    case .point(let point): .point(move(point))
    case .multiPoint(let points): .multiPoint(points.map(move))
    case .line(let line): .line(line.map(move))
    case .multiLine(let lines): .multiLine(lines.map { $0.map(move) })
    case .polygon(let rings): .polygon(rings.map { $0.map(move) })
    case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.map { $0.map(move) } })
    }
  }
}
