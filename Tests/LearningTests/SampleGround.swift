import Foundation
import Rasters

/// A made-up projected system.
let plane = CoordinateSystem(
  wkt: "PROJCRS[\"test\"]", name: "test", authority: "EPSG:32717", isGeographic: false,
  metresPerUnit: 1)

/// A grid of 10 m cells whose south-west corner is at 1000 E, 2000 N.
func grid(_ columns: Int, _ rows: Int) -> Grid {
  Grid(
    columns: columns, rows: rows, west: 1000, north: 2000 + 10 * Double(rows), cellWidth: 10,
    cellHeight: 10, crs: plane)
}

/// A raster whose cells a function makes.
struct MadeReader: RasterReader {
  let grid: Grid
  var bands = 1
  let cell: @Sendable (_ column: Int, _ row: Int) -> Float

  func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    for row in 0..<window.rows {
      for column in 0..<window.columns {
        buffer[row * window.columns + column] = cell(window.column + column, window.row + row)
      }
    }
  }
}

/// A layer whose cells a function makes.
func layer(
  _ grid: Grid, _ cell: @escaping @Sendable (_ column: Int, _ row: Int) -> Float = { _, _ in 1 }
) -> RasterLayer {
  RasterLayer(MadeReader(grid: grid, cell: cell))
}

/// A rectangle, by its west, south, east and north.
func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Ring {
  [SIMD2(west, south), SIMD2(east, south), SIMD2(east, north), SIMD2(west, north)]
}

/// Features in the made-up system.
func features(_ shapes: [Geometry]) -> FeatureCollection {
  FeatureCollection(
    crs: plane, kind: shapes.first?.kind ?? .areas, fields: [],
    features: shapes.map { Feature($0) }, source: "test")
}

/// The distance between the two points that are nearest to each other.
func leastDistance(_ points: [SIMD2<Double>]) -> Double {
  var least = Double.infinity
  for (i, a) in points.enumerated() {
    for b in points[..<i] {
      let gap = a - b
      least = min(least, (gap * gap).sum().squareRoot())
    }
  }
  return least
}
