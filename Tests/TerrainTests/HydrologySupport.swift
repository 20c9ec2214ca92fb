import Formats
import Foundation
import Rasters
import Terrain
import Testing

/// Fields of elevations for the tests of fills, directions and flow.
enum TestField {
  private static let data: String = {
    if let given = ProcessInfo.processInfo.environment["SCARP_DATA"] { return given }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().resolvingSymlinksInPath()
    return package.deletingLastPathComponent().appending(path: "shared/data").path
  }()

  /// The layer of a file of the reference data.
  static func layer(_ name: String) throws -> RasterLayer {
    let folder = try #require(
      try? DataFolder(path: data),
      "the test data are not in “\(data)”; set SCARP_DATA to the folder of ecuador-lsl")
    return RasterLayer(try GDALFormats().open(folder.open(name)))
  }

  /// The elevations of a file of the reference data.
  static func read(_ name: String) throws -> ElevationField {
    try ElevationField(reading: layer(name))
  }

  /// A grid of cells of 10 m.
  static func grid(_ columns: Int, _ rows: Int, height: Double = 10) throws -> Grid {
    Grid(
      columns: columns, rows: rows, west: 0, north: 0, cellWidth: 10, cellHeight: height,
      crs: try GDALFormats().coordinateSystem("EPSG:32717"))
  }

  /// A field of rows of elevations.
  static func of(_ rows: [[Float]]) throws -> ElevationField {
    let field = try ElevationField(on: grid(rows[0].count, rows.count))
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() { field[column, row] = cell }
    }
    return field
  }

  /// A field without form: steps of a random walk, with level areas, sinks, and holes without data.
  static func random(
    _ columns: Int, _ rows: Int, seed: UInt64, levels: Int = 40, holes: Bool = true
  ) throws -> ElevationField {
    let field = try ElevationField(on: grid(columns, rows))
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    for cell in 0..<field.grid.count {
      field[cell] = holes && next(50) == 0 ? .nan : Float(next(levels))
    }
    return field
  }
}

extension ElevationField {
  /// The elevations as an array.
  var array: [Float] { (0..<grid.count).map { self[$0] } }

  /// A field like this one.
  func copy() throws -> ElevationField {
    let copy = try ElevationField(on: grid)
    for cell in 0..<grid.count { copy[cell] = self[cell] }
    return copy
  }
}

/// The CRC-32 of cells as little-endian `Float32`, −9999 for no data: `zlib.crc32` of Python.
func checksum(_ cells: some Sequence<Float>) -> UInt32 {
  var sum = ~UInt32(0)
  for cell in cells {
    var bits = (cell.isNaN ? -9999 : cell).bitPattern
    for _ in 0..<4 {
      sum ^= bits & 0xFF
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
      bits >>= 8
    }
  }
  return ~sum
}
