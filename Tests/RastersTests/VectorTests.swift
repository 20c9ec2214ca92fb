import Rasters
import Testing

@Suite struct VectorTests {
  let square: Ring = [SIMD2(0, 0), SIMD2(10, 0), SIMD2(10, 10), SIMD2(0, 10)]
  let hole: Ring = [SIMD2(4, 4), SIMD2(4, 6), SIMD2(6, 6), SIMD2(6, 4)]

  private func areas(_ geometries: [Geometry]) -> FeatureCollection {
    FeatureCollection(
      crs: plane, kind: .areas, fields: [], features: geometries.map { Feature($0) },
      source: "test")
  }

  @Test func areaLessHoles() {
    #expect(Geometry.polygon([square, hole]).area == 96)
    let far = square.map { $0 + SIMD2(5e6, 9e6) }
    #expect(Geometry.multiPolygon([[square, hole], [far]]).area == 196)
    #expect(Geometry.line([SIMD2(0, 0), SIMD2(3, 4), SIMD2(3, 5)]).length == 6)
  }

  @Test func westAndSouthEdgesAreInside() {
    let polygon = Geometry.polygon([square, hole])
    #expect(polygon.contains(SIMD2(0, 5)) && polygon.contains(SIMD2(5, 0)))
    #expect(!polygon.contains(SIMD2(10, 5)) && !polygon.contains(SIMD2(5, 10)))
    #expect(!polygon.contains(SIMD2(5, 5)) && polygon.contains(SIMD2(5, 7)))
    let neighbour = Geometry.polygon([square.map { $0 + SIMD2(10, 0) }])
    #expect(neighbour.contains(SIMD2(10, 5)))
  }

  @Test func coverMarksTheCentresThatLieInside() throws {
    let grid = grid(61, 47)
    // A star with a hole, and a rotated square, over the grid's edge.
    let star: Ring = [
      SIMD2(1100, 2450), SIMD2(1190, 2260), SIMD2(1420, 2300), SIMD2(1240, 2180),
      SIMD2(1330, 1950), SIMD2(1120, 2100), SIMD2(900, 1980), SIMD2(1010, 2200),
    ]
    let window: Ring = [SIMD2(1100, 2150), SIMD2(1200, 2150), SIMD2(1200, 2250), SIMD2(1100, 2250)]
    let rotated: Ring = [
      SIMD2(1500, 2100), SIMD2(1605, 2205), SIMD2(1500, 2310), SIMD2(1395, 2205),
    ]
    let shapes = [Geometry.polygon([star, window]), .polygon([rotated])]
    let cover = AreaCover(areas(shapes), on: grid)
    var marks = [Int32](repeating: 9, count: grid.count)
    marks.withUnsafeMutableBufferPointer { cover.mark(grid.window, into: $0) }
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let center = grid.center(column: column, row: row)
        let last = shapes.lastIndex { $0.contains(center) } ?? -1
        #expect(marks[row * grid.columns + column] == Int32(last), "\(column), \(row)")
      }
    }
    let part = Window(column: 7, row: 11, columns: 20, rows: 9)
    var again = [Int32](repeating: 9, count: part.count)
    again.withUnsafeMutableBufferPointer { cover.mark(part, into: $0) }
    for row in 0..<9 {
      let start = (11 + row) * 61 + 7
      #expect(Array(again[row * 20..<row * 20 + 20]) == Array(marks[start..<start + 20]))
    }
  }

  @Test func clippedCellsHaveNoData() throws {
    let grid = grid(4, 2)
    let reader = ArrayReader(grid, [1, 2, 3, 4, 5, 6, 7, 8])
    let box: Ring = [SIMD2(1010, 2000), SIMD2(1030, 2000), SIMD2(1030, 2010), SIMD2(1010, 2010)]
    let clipped = ClippedReader(reader, to: areas([.polygon([box])]))
    let cells = try clipped.cells(grid.window)
    #expect(same(cells, [.nan, .nan, .nan, .nan, .nan, 6, 7, .nan]))
  }

  @Test func bytesReadBackAndNothingElseDoes() throws {
    let collection = FeatureCollection(
      crs: plane, kind: .lines, fields: ["name", "n"],
      features: [
        Feature(.line([SIMD2(0.1, 1), SIMD2(2, 3)]), values: [.text("é"), .integer(-4)]),
        Feature(.multiLine([[SIMD2(0, 0), SIMD2(1, 1)]]), values: [.missing, .number(.pi)]),
      ], source: "lines.gpkg")
    let bytes = collection.encoded()
    #expect(FeatureCollection(encoded: bytes) == collection)
    for cut in 0..<bytes.count { #expect(FeatureCollection(encoded: Array(bytes[..<cut])) == nil) }
    #expect(FeatureCollection(encoded: bytes + [0]) == nil)
    for place in stride(from: 0, to: bytes.count, by: 3) {
      var flipped = bytes
      flipped[place] ^= 0x80
      _ = FeatureCollection(encoded: flipped)
    }
  }
}
