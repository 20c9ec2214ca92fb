public import Rasters

extension Geometry {
  /// The centroid of an area, its holes taken out; of a shape without area, the mean of its corners.
  ///
  ///     x̄ = Σ (xᵢ + xᵢ₊₁)(xᵢ yᵢ₊₁ − xᵢ₊₁ yᵢ) / 6A,  ȳ likewise
  ///
  /// Rings count by their size, outer ones as area and inner ones as holes, whatever their
  /// direction. Coordinates are taken about the first corner to keep digits.
  ///
  /// - Returns: the centroid; none of a shape without corners.
  public var centroid: SIMD2<Double>? {
    guard let origin = vertices.first else { return nil }
    var (area, moment) = (0.0, SIMD2<Double>.zero)
    for rings in polygons {
      for (index, ring) in rings.enumerated() {
        var (ringArea, ringMoment) = (0.0, SIMD2<Double>.zero)
        guard var previous = ring.last.map({ $0 - origin }) else { continue }
        for vertex in ring {
          let next = vertex - origin
          let cross = previous.x * next.y - next.x * previous.y
          ringArea += cross
          ringMoment += cross * (previous + next)
          previous = next
        }
        let sign: Double = (ringArea < 0) == (index == 0) ? -1 : 1
        area += sign * ringArea
        moment += sign * ringMoment
      }
    }
    guard area > 0 else {
      let corners = vertices
      return origin + corners.reduce(.zero) { $0 + ($1 - origin) } / Double(corners.count)
    }
    return origin + moment / (3 * area)
  }

  /// A point inside an area, and whether it is the centroid.
  ///
  /// Where the centroid lies outside, it is the middle of the level chord through the centroid's
  /// height that is nearest to it; where no chord has this height, as between two parts, the inner
  /// point of the largest part.
  ///
  /// - Returns: the point; none of a shape without corners.
  public var innerPoint: (point: SIMD2<Double>, isCentroid: Bool)? {
    guard let centroid else { return nil }
    if contains(centroid) { return (centroid, true) }
    if let middle = chordMiddle(nearest: centroid) { return (middle, false) }
    let parts = polygons.map { Geometry.polygon($0) }
    guard parts.count > 1,
      let largest = parts.enumerated().max(by: {
        ($0.element.area, $1.offset) < ($1.element.area, $0.offset)
      })
    else { return (centroid, false) }
    return largest.element.innerPoint.map { ($0.point, false) }
  }

  /// The middle of the chord at a point's height that is nearest to the point.
  private func chordMiddle(nearest point: SIMD2<Double>) -> SIMD2<Double>? {
    var best: (gap: Double, middle: SIMD2<Double>)?
    for rings in polygons {
      var crossings: [Double] = []
      for ring in rings {
        guard var previous = ring.last else { continue }
        for next in ring {
          if (previous.y <= point.y) != (next.y <= point.y) {
            let (low, high) = previous.y < next.y ? (previous, next) : (next, previous)
            let part = (point.y - low.y) / (high.y - low.y)
            crossings.append(low.x + part * (high.x - low.x))
          }
          previous = next
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (west, east) = (crossings[pair], crossings[pair + 1])
        guard west < east else { continue }
        let gap = max(west - point.x, point.x - east, 0)
        if gap < best?.gap ?? .infinity {
          best = (gap, SIMD2(west + (east - west) / 2, point.y))
        }
      }
    }
    return best?.middle
  }
}
