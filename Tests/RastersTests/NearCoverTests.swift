import Rasters
import Testing

/// Cells near features, against the distance from each centre to each segment.
@Suite struct NearCoverTests {
  private struct Numbers {
    var state: UInt64 = 88_172_645_463_325_252

    mutating func next(_ range: ClosedRange<Double>) -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return range.lowerBound + Double(state >> 11) * 0x1p-53
        * (range.upperBound - range.lowerBound)
    }

    mutating func point() -> SIMD2<Double> { SIMD2(next(900...1700), next(1900...2600)) }
  }

  /// The distance by the definition: to the foot of the perpendicular, or to an end.
  private func distance(_ p: SIMD2<Double>, _ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    func norm(_ v: SIMD2<Double>) -> Double { (v * v).sum().squareRoot() }
    let (d, g) = (b - a, p - a)
    let length = norm(d)
    let along = length == 0 ? 0 : (d * g).sum() / length
    if along <= 0 { return norm(g) }
    if along >= length { return norm(p - b) }
    return abs(d.x * g.y - d.y * g.x) / length
  }

  private func distance(_ p: SIMD2<Double>, _ shape: Geometry) -> Double {
    if shape.contains(p) { return 0 }
    let rings = shape.polygons.flatMap { $0 }.map { $0 + $0.prefix(1) }
    let lines = shape.points.map { [$0, $0] } + shape.lines + rings
    return lines.flatMap { line in zip(line, line.dropFirst()).map { distance(p, $0, $1) } }.min()
      ?? .infinity
  }

  @Test(arguments: [3.0, 25, 140, 2000]) func equalsTheDistance(gap: Double) {
    let ground = grid(60, 50)
    var numbers = Numbers()
    for kind in Geometry.Kind.allCases {
      let shapes = (0..<7).map { index -> Geometry in
        switch kind {
        case .points: return .multiPoint([numbers.point(), numbers.point()])
        case .lines:
          let a = numbers.point()
          // Level, upright and no length at all are special.
          let b = [a + SIMD2(120, 0), a + SIMD2(0, 80), a, numbers.point()][index % 4]
          return .line([a, b, numbers.point()])
        case .areas:
          let corner = numbers.point()
          return .polygon([
            [corner, corner + SIMD2(150, 10), corner + SIMD2(120, 130)],
            [corner + SIMD2(60, 20), corner + SIMD2(110, 40), corner + SIMD2(100, 60)],
          ])
        }
      }
      let features = FeatureCollection(
        crs: plane, kind: kind, fields: [], features: shapes.map { Feature($0) }, source: "test")
      let cover = NearCover(features, nearerThan: gap)
      // A window, and not the whole.
      let window = Window(column: 7, row: 3, columns: 41, rows: 44)
      var marks = [Bool](repeating: false, count: window.count)
      marks.withUnsafeMutableBufferPointer { cover.mark(window, of: ground, into: $0) }
      var reached = 0
      for (i, mark) in marks.enumerated() {
        let center = ground.center(
          column: window.column + i % window.columns, row: window.row + i / window.columns)
        let least = shapes.map { distance(center, $0) }.min() ?? .infinity
        // Rounding may decide only where the distance is the gap itself.
        guard abs(least - gap) > 1e-9 else { continue }
        #expect(mark == (least < gap), "\(kind) \(center) \(least)")
        #expect(cover.reaches(center) == (least < gap), "\(kind) \(center) \(least)")
        reached += mark ? 1 : 0
      }
      #expect(gap != 140 || (reached > 100 && reached < window.count))
    }
  }

  @Test func theDistanceItselfIsNotNearer() {
    let ground = grid(9, 9)
    let features = FeatureCollection(
      crs: plane, kind: .points, fields: [],
      features: [Feature(.point(ground.center(column: 4, row: 4)))], source: "test")
    var marks = [Bool](repeating: false, count: 81)
    marks.withUnsafeMutableBufferPointer {
      NearCover(features, nearerThan: 20).mark(ground.window, of: ground, into: $0)
    }
    #expect(marks.count { $0 } == 9)
    #expect(!NearCover(features, nearerThan: 20).reaches(ground.center(column: 2, row: 4)))
    #expect(NearCover(features, nearerThan: 20.001).reaches(ground.center(column: 2, row: 4)))
  }
}
