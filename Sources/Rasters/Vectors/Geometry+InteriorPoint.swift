extension Geometry {
  /// A point well inside an area: the middle of the widest stretch within it of a line from west to
  /// east, which runs halfway between the two vertices' heights next to the middle of the box.
  ///
  /// Of several polygons, that with the widest stretch holds it. None of points and lines, nor of a
  /// polygon without extent.
  ///
  /// - Source: the interior point of areas of JTS and GEOS (`ST_PointOnSurface`).
  public var interiorPoint: SIMD2<Double>? {
    var best: (width: Double, point: SIMD2<Double>)?
    for rings in polygons {
      guard let y = Self.scanHeight(rings) else { continue }
      var crossings: [Double] = []
      for ring in rings { forEachCrossing(of: ring, at: y) { crossings.append($0) } }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let width = crossings[pair + 1] - crossings[pair]
        if width > best?.width ?? 0 {
          best = (width, SIMD2(crossings[pair] + width / 2, y))
        }
      }
    }
    return best?.point
  }

  /// The height halfway between the nearest vertices above and below the middle of the box.
  private static func scanHeight(_ rings: [Ring]) -> Double? {
    guard let box = BoundingBox(rings.joined()), box.north > box.south else { return nil }
    let middle = box.south + (box.north - box.south) / 2
    var (below, above) = (box.south, box.north)
    for vertex in rings.joined() {
      if vertex.y <= middle { below = max(below, vertex.y) } else { above = min(above, vertex.y) }
    }
    return below + (above - below) / 2
  }
}
