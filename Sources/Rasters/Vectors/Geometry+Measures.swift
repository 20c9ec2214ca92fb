extension Geometry {
  /// The planar area in squared coordinate units; 0 of points and lines.
  ///
  ///     A = ½ |Σ (xᵢ yᵢ₊₁ − xᵢ₊₁ yᵢ)|,  outer ring less holes
  ///
  /// Meaningful on a projected system only, and only as far as that system keeps areas.
  public var area: Double {
    polygons.reduce(0) { sum, rings in
      guard let outer = rings.first else { return sum }
      return sum + rings.dropFirst().reduce(Self.area(of: outer)) { $0 - Self.area(of: $1) }
    }
  }

  /// The planar length of lines in coordinate units; 0 of points and areas.
  public var length: Double {
    lines.reduce(0) { sum, line in
      zip(line, line.dropFirst()).reduce(sum) { sum, pair in
        let step = pair.1 - pair.0
        return sum + (step.x * step.x + step.y * step.y).squareRoot()
      }
    }
  }

  /// The rectangle round the shape; none of an empty one.
  public var box: BoundingBox? { BoundingBox(vertices) }

  /// Whether a point lies inside a polygon of the shape, by the even-odd rule.
  ///
  /// A point is inside where a ray eastward crosses the rings an odd number of times. So a point on
  /// the west edge of a polygon, or on its south edge, is inside; on the east or north edge, not:
  /// polygons that share an edge share no point.
  public func contains(_ point: SIMD2<Double>) -> Bool {
    polygons.contains { rings in
      var inside = false
      for ring in rings {
        forEachCrossing(of: ring, at: point.y) { x in if x > point.x { inside.toggle() } }
      }
      return inside
    }
  }

  /// The area inside a ring, from coordinates about its first point to keep digits.
  private static func area(of ring: Ring) -> Double {
    guard let origin = ring.first, var previous = ring.last.map({ $0 - origin }) else { return 0 }
    var sum = 0.0
    for vertex in ring {
      let next = vertex - origin
      sum += previous.x * next.y - next.x * previous.y
      previous = next
    }
    return abs(sum) / 2
  }
}

/// Calls `body` with the x where each edge of a ring crosses the line at `y`.
///
/// An edge has its lower end and lacks its upper one, so that a vertex counts once.
func forEachCrossing(of ring: Ring, at y: Double, _ body: (Double) -> Void) {
  guard var previous = ring.last else { return }
  for next in ring {
    if (previous.y <= y) != (next.y <= y) { body(crossing(previous, next, at: y)) }
    previous = next
  }
}

/// The x where an edge crosses the line at `y`; the same for both directions of the edge.
@inline(__always)
func crossing(_ a: SIMD2<Double>, _ b: SIMD2<Double>, at y: Double) -> Double {
  let (low, high) = a.y < b.y ? (a, b) : (b, a)
  return low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x)
}
