import Formats
import Rasters
import Terrain
import Testing

@Suite struct DistanceToFeaturesTests {
  private func distances(
    to features: FeatureCollection, on grid: Grid, threads: Int = 2
  ) throws -> [Float] {
    try Proximity.cells(grid) {
      try distance(to: features, writer: $0, threads: threads)
    }
  }

  /// The same by comparing every centre with every piece.
  private func plainly(_ features: FeatureCollection, on grid: Grid) -> [Double] {
    (0..<grid.count).map { cell in
      let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
      let center = grid.center(column: column, row: row)
      var best = Double.infinity
      for feature in features.features {
        if feature.geometry.contains(center) { return 0 }
        let shapes: [[SIMD2<Double>]] =
          feature.geometry.lines + feature.geometry.points.map { [$0, $0] }
          + feature.geometry.polygons.flatMap { $0.map { $0 + $0.prefix(1) } }
        for shape in shapes {
          for (a, b) in zip(shape, shape.dropFirst()) {
            let u = b - a
            let length = (u * u).sum()
            let t = length > 0 ? max(0, min(1, ((center - a) * u).sum() / length)) : 0
            let away = center - a - u * t
            best = min(best, (away * away).sum())
          }
        }
      }
      return best.squareRoot()
    }
  }

  private func expectEqual(_ found: [Float], _ expected: [Double]) {
    let far = zip(found, expected).filter { abs(Double($0) - $1) > 1e-7 * $1 + 1e-6 }
    #expect(found.count == expected.count && far.isEmpty, "\(far.count) of \(found.count) differ")
  }

  /// shapely.distance(points(X, Y), union_all(layer)) of the centres of dem.tif, shapely 2.1:
  /// mean, largest, three cells, and how many are 0.
  @Test(arguments: [
    (
      "rivers", 1303.123398630779, 3412.599005223679,
      [1105.3636207613756, 321.0684808908604, 3058.0657732321333], 0
    ),
    (
      "debris_flows", 299.3267578931259, 1819.4715659175108,
      [1149.040534022011, 122.68035161224319, 1819.4715659175108], 14_432
    ),
    (
      "source_points", 948.9039003350827, 2237.4292648025,
      [1230.0547471364002, 1459.5190465565026, 1876.5800837870097], 0
    ),
  ])
  func equalsShapely(
    layer: String, mean: Double, largest: Double, some: [Double], zeros: Int
  ) throws {
    let grid = try Proximity.formats.open(Proximity.open("chile-olivares/dem.tif")).grid
    let features = try Proximity.features("chile-olivares/chile_olivares.gpkg", layer)
    let found = try distances(to: features, on: grid)
    let sum = found.reduce(0.0) { $0 + Double($1) }
    #expect(abs(sum / Double(found.count) - mean) < 1e-5)
    #expect(found.max() == Float(largest))
    #expect([found[0], found[100 * 547 + 300], found[237 * 547 + 546]] == some.map(Float.init))
    #expect(found.count { $0 == 0 } == zeros)
    #expect(try distances(to: features, on: grid, threads: 1) == found)
  }

  /// Lines, points and areas in, around and far from grids of many shapes: each cell is as if it had
  /// been compared with every piece.
  @Test(arguments: 0..<24) func equalsComparingAll(seed: Int) throws {
    var noise = Proximity.Noise(UInt64(seed) + 1)
    let sizes = [(70, 3), (1, 90), (65, 64), (33, 130), (8, 8), (129, 17)]
    let (columns, rows) = sizes[seed % sizes.count]
    let grid = Proximity.grid(columns, rows, height: seed % 3 == 0 ? 4 : 10)
    let beyond = [0.6, 3, 40][seed % 3]
    let count = [1, 7, 60, 300][seed % 4]
    var shapes: [Geometry] = []
    let kind = Geometry.Kind.allCases[seed / 2 % 3]
    for _ in 0..<count {
      switch kind {
      case .points: shapes.append(.point(noise.point(grid, beyond: beyond)))
      case .lines:
        var line = [noise.point(grid, beyond: beyond)]
        for _ in 0..<5 {
          line.append(
            line[line.count - 1] + SIMD2(noise.next(-60..<60), noise.next(-60..<60)))
        }
        // A piece of no length.
        line.append(line[line.count - 1])
        shapes.append(.line(line))
      case .areas:
        let corner = noise.point(grid, beyond: beyond)
        let (w, h) = (noise.next(1..<90), noise.next(1..<90))
        shapes.append(
          .polygon([
            [corner, corner + SIMD2(w, 0.1 * h), corner + SIMD2(w, h), corner + SIMD2(-0.2 * w, h)]
          ]))
      }
    }
    let features = Proximity.collection(kind, shapes)
    expectEqual(try distances(to: features, on: grid), plainly(features, on: grid))
  }

  /// A circle of many vertices: from its middle all pieces are equally far, so that none can be left
  /// out by distance alone.
  @Test func aRoundLine() throws {
    let grid = Proximity.grid(40, 40)
    let middle = SIMD2(grid.west + 200, grid.south + 200)
    let round = (0...720).map { step -> SIMD2<Double> in
      // Points of a circle by rational parameters, without sines.
      let t = Double(step) / 360 - 1
      return middle + SIMD2(1 - t * t, 2 * t) * (1000 / (1 + t * t))
    }
    let features = Proximity.collection(.lines, [.line(round)])
    expectEqual(try distances(to: features, on: grid), plainly(features, on: grid))
  }

  @Test func aPointOnACentreAndUnits() throws {
    let grid = Proximity.grid(3, 1)
    let features = Proximity.collection(.points, [.point(grid.center(column: 1, row: 0))])
    #expect(try distances(to: features, on: grid) == [10, 0, 10])
    let far = try Proximity.cells(grid) { try distance(to: features, writer: $0, unit: 1000) }
    #expect(far == [0.01, 0, 0.01])
  }

  @Test func faults() throws {
    let grid = Proximity.grid(3, 3)
    #expect(throws: ProximityError.noFeatures(source: "made up")) {
      try distances(to: Proximity.collection(.lines, []), on: grid)
    }
    let crs = CoordinateSystem(
      wkt: "GEOGCRS[\"test\"]", name: "test", authority: nil, isGeographic: true,
      metresPerUnit: nil)
    let degrees = Grid(
      columns: 3, rows: 3, west: 0, north: 1, cellWidth: 0.1, cellHeight: 0.1, crs: crs)
    let point = FeatureCollection(
      crs: crs, kind: .points, fields: [], features: [Feature(.point([0, 0]))], source: "p")
    #expect(throws: RasterError.degrees(what: "a distance")) {
      try distances(to: point, on: degrees)
    }
  }
}
