import Foundation
import Rasters

/// A made-up projected system: tests of rasters need no library.
let plane = CoordinateSystem(
  wkt: "PROJCRS[\"test\"]", name: "test", authority: "EPSG:32717", isGeographic: false,
  metresPerUnit: 1)

/// A grid of 10 m cells whose south-west corner is at 1000 E, 2000 N.
func grid(_ columns: Int, _ rows: Int, west: Double = 1000) -> Grid {
  Grid(
    columns: columns, rows: rows, west: west, north: 2000 + 10 * Double(rows), cellWidth: 10,
    cellHeight: 10, crs: plane)
}

/// A raster in memory.
struct ArrayReader: RasterReader {
  let grid: Grid
  let bands: Int
  let values: [Float]

  init(_ grid: Grid, _ values: [Float]) {
    precondition(values.count % grid.count == 0)
    self.grid = grid
    self.values = values
    bands = values.count / grid.count
  }

  /// Cells that look random but are the same on every machine.
  static func noise(_ grid: Grid, missing: Int = 17) -> ArrayReader {
    var state: UInt64 = 88_172_645_463_325_252
    return ArrayReader(
      grid,
      (0..<grid.count).map { index in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return index % missing == 3 ? .nan : Float(Int(state % 20_000) - 10_000) / 7
      })
  }

  func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    for row in 0..<window.rows {
      for column in 0..<window.columns {
        let place = (window.row + row) * grid.columns + window.column + column
        buffer[row * window.columns + column] = values[band * grid.count + place]
      }
    }
  }
}

/// A folder that is removed with the value.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "scarp-test-\(UUID().uuidString)").resolvingSymlinksInPath()
    try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ name: String, _ bytes: [UInt8]) {
    _ = FileManager.default.createFile(atPath: file(name), contents: Data(bytes))
  }
}

extension RasterWriter {
  /// The cells that `fill` writes, read back.
  static func cells(
    _ grid: Grid, _ fill: (any RasterWriter) throws -> Void
  ) throws -> [Float] {
    let folder = ScratchFolder()
    try fill(RasterStoreWriter(path: folder.file("cells"), grid: grid, bands: 1))
    return try RasterStore(path: folder.file("cells"), grid: grid).cells(grid.window)
  }
}

/// The cells that `fill` writes, read back.
func written(_ grid: Grid, _ fill: (any RasterWriter) throws -> Void) throws -> [Float] {
  try RasterStoreWriter.cells(grid, fill)
}

/// Whether two lists of cells have the same bits, NaN like NaN.
func same(_ a: [Float], _ b: [Float]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
}
