import Formats
import Foundation
import Rasters
import Testing

/// What the tests of distances share.
enum Proximity {
  static let formats = GDALFormats()

  /// The folder of real data: SCARP_DATA, or `../shared/data` beside the package.
  static let data: String = {
    if let given = ProcessInfo.processInfo.environment["SCARP_DATA"] { return given }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().resolvingSymlinksInPath()
    return package.deletingLastPathComponent().appending(path: "shared/data").path
  }()

  static func open(_ name: String) throws -> InputFile {
    try #require(
      try? DataFolder(path: data),
      "the test data are not in “\(data)”; set SCARP_DATA to the folder of ecuador-lsl"
    ).open(name)
  }

  static func features(_ name: String, _ layer: String?) throws -> FeatureCollection {
    try formats.features(of: open(name), layer: layer, to: nil)
  }

  /// The cells that a word's function writes, read back.
  static func cells(_ grid: Grid, _ fill: (any RasterWriter) throws -> Void) throws -> [Float] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "cells").path
    try fill(RasterStoreWriter(path: path, grid: grid, bands: 1))
    return try RasterStore(path: path, grid: grid).cells(grid.window)
  }

  static let plane = CoordinateSystem(
    wkt: "PROJCRS[\"test\"]", name: "test", authority: "EPSG:32717", isGeographic: false,
    metresPerUnit: 1)

  static func grid(_ columns: Int, _ rows: Int, width: Double = 10, height: Double = 10) -> Grid {
    Grid(
      columns: columns, rows: rows, west: 500_000, north: 9_500_000, cellWidth: width,
      cellHeight: height, crs: plane)
  }

  static func collection(_ kind: Geometry.Kind, _ shapes: [Geometry]) -> FeatureCollection {
    FeatureCollection(
      crs: plane, kind: kind, fields: [], features: shapes.map { Feature($0) }, source: "made up")
  }

  /// Numbers that look random but are the same on every machine.
  struct Noise {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ range: Range<Double>) -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return range.lowerBound + (range.upperBound - range.lowerBound)
        * Double(state >> 11) / Double(1 << 53)
    }

    mutating func point(_ grid: Grid, beyond: Double = 1) -> SIMD2<Double> {
      let (width, height) = (grid.east - grid.west, grid.north - grid.south)
      return SIMD2(
        grid.west + next((0.5 - beyond)..<(0.5 + beyond)) * width,
        grid.south + next((0.5 - beyond)..<(0.5 + beyond)) * height)
    }
  }
}

/// A raster in memory.
struct MemoryRaster: RasterReader {
  let grid: Grid
  let values: [Float]
  var bands: Int { 1 }

  func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    for row in 0..<window.rows {
      for column in 0..<window.columns {
        buffer[row * window.columns + column] =
          values[(window.row + row) * grid.columns + window.column + column]
      }
    }
  }
}
