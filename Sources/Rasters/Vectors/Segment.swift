/// A straight piece of a line or of an area's edge; of two equal ends, a point.
public struct Segment: Sendable, Hashable {
  /// The first end.
  public let start: SIMD2<Double>
  /// From the first end to the second.
  public let along: SIMD2<Double>
  /// One over the squared length; 0 of a point.
  public let inverse: Double

  /// Joins two ends.
  public init(_ start: SIMD2<Double>, _ end: SIMD2<Double>) {
    self.start = start
    along = end - start
    let square = (along * along).sum()
    // Ends so near that their distance squares to nothing are one point.
    inverse = square >= .leastNormalMagnitude ? 1 / square : 0
  }

  /// The second end.
  public var end: SIMD2<Double> { start + along }

  /// The point of the segment that is nearest to a point.
  ///
  ///     s(t) = a + t (b − a),  t = (p − a)·(b − a) / |b − a|², held to 0…1
  @inline(__always)
  public func nearest(to point: SIMD2<Double>) -> SIMD2<Double> {
    let share = ((point - start) * along).sum() * inverse
    return start + along * max(0, min(1, share))
  }

  /// The squared distance to a point.
  @inline(__always)
  public func squaredDistance(to point: SIMD2<Double>) -> Double {
    let away = point - nearest(to: point)
    return (away * away).sum()
  }

  /// The squared distance to another segment; 0 where they meet.
  public func squaredDistance(to other: Segment) -> Double {
    if crosses(other) { return 0 }
    return min(
      squaredDistance(to: other.start), squaredDistance(to: other.end),
      other.squaredDistance(to: start), other.squaredDistance(to: end))
  }

  /// Whether each segment has its ends on both sides of the other.
  ///
  /// Segments that touch are found by the distance of their ends.
  private func crosses(_ other: Segment) -> Bool {
    func side(_ line: Segment, _ point: SIMD2<Double>) -> Double {
      let away = point - line.start
      return line.along.x * away.y - line.along.y * away.x
    }
    let a = side(self, other.start)
    let b = side(self, other.end)
    let c = side(other, start)
    let d = side(other, end)
    return (a > 0 && b < 0 || a < 0 && b > 0) && (c > 0 && d < 0 || c < 0 && d > 0)
  }
}

extension Geometry {
  /// The straight pieces of the shape: of points, each point; of areas, their edges.
  public var segments: [Segment] {
    switch kind {
    case .points: points.map { Segment($0, $0) }
    case .lines:
      lines.flatMap { line in
        line.count == 1
          ? [Segment(line[0], line[0])] : zip(line, line.dropFirst()).map { Segment($0, $1) }
      }
    case .areas:
      polygons.flatMap { rings in
        rings.flatMap { ring in
          zip(ring, ring.dropFirst() + ring.prefix(1)).map { Segment($0, $1) }
        }
      }
    }
  }
}

extension FeatureCollection {
  /// The straight pieces of all features, in their order.
  public var segments: [Segment] { features.flatMap(\.geometry.segments) }
}
