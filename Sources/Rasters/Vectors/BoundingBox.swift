/// The smallest upright rectangle round some points.
public struct BoundingBox: Sendable, Hashable, Codable {
  /// The smallest x.
  public var west: Double
  /// The smallest y.
  public var south: Double
  /// The largest x.
  public var east: Double
  /// The largest y.
  public var north: Double

  /// The box of some points; none of no points.
  public init?(_ points: some Sequence<SIMD2<Double>>) {
    var low = SIMD2(repeating: Double.infinity)
    var high = -low
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    guard low.x <= high.x else { return nil }
    (west, south, east, north) = (low.x, low.y, high.x, high.y)
  }

  /// The box of a grid's cells.
  public init(_ grid: Grid) {
    (west, south, east, north) = (grid.west, grid.south, grid.east, grid.north)
  }

  /// Whether two boxes share a point.
  public func meets(_ other: BoundingBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }
}
