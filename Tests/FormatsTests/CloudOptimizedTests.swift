import Foundation
import Rasters
import Testing

@testable import Formats

/// Cloud Optimised GeoTIFFs, as GDAL's own tools (3.6.2) find them.
@Suite struct CloudOptimizedTests {
  private let formats = GDALFormats()

  /// Cells of a made-up grid, larger than a tile, with no data in places.
  private func raster(
    _ scratch: ScratchFolder, columns: Int = 1400, rows: Int = 700, bands: Int = 1,
    _ value: (Int, Int, Int) -> Float
  ) throws -> RasterStore {
    let grid = Grid(
      columns: columns, rows: rows, west: 500_000, north: 4_400_000, cellWidth: 20, cellHeight: 20,
      crs: try formats.coordinateSystem("EPSG:32633"))
    let path = scratch.file("cells-\(bands)")
    let writer = try RasterStoreWriter(path: path, grid: grid, bands: bands)
    for band in 0..<bands {
      let cells = (0..<grid.count).map { value(band, $0 % columns, $0 / columns) }
      try cells.withUnsafeBufferPointer { try writer.write(grid.window, band: band, from: $0) }
    }
    return try RasterStore(path: path, grid: grid)
  }

  private func validated(_ path: String) throws -> String {
    try tool("/usr/bin/python3", "-m", "osgeo_utils.samples.validate_cloud_optimized_geotiff", path)
  }

  private func info(_ path: String) throws -> [String: Any] {
    let json = try tool("gdalinfo", "-json", path)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  private func bands(_ info: [String: Any]) -> [[String: Any]] {
    info["bands"] as? [[String: Any]] ?? []
  }

  @Test func amountsReadBackWithMeansForOverviews() throws {
    let scratch = ScratchFolder()
    let raster = try raster(scratch, bands: 2) { band, column, row in
      column % 97 == 0 ? .nan : Float(band) + Float(column) * 0.37 - Float(row) / 7
    }
    let path = scratch.file("slope.tif")
    try formats.writeCloudOptimized(
      raster,
      bands: [
        RasterFileBand(name: "slope", unit: "degrees", classes: nil, hasMeans: true),
        RasterFileBand(name: "rain", unit: "", classes: nil, hasMeans: true),
      ], to: path)
    #expect(try validated(path).contains("is a valid cloud optimized GeoTIFF"))
    let back = try formats.open(scratch.open("slope.tif"))
    #expect(back.grid == raster.grid)
    for band in 0..<2 {
      #expect(
        same(
          try back.cells(raster.grid.window, band: band),
          try raster.cells(raster.grid.window, band: band)))
    }
    let found = try bands(info(path))
    #expect(found.map { $0["description"] as? String } == ["slope", "rain"])
    #expect(found[0]["unit"] as? String == "degrees")
    #expect(found.map { $0["type"] as? String } == ["Float32", "Float32"])
    #expect(found.map { "\($0["noDataValue"] ?? "")" } == ["NaN", "NaN"])
    let overview = try #require((found[0]["overviews"] as? [[String: Any]])?.first)
    #expect(overview["size"] as? [Int] == [700, 350])
    // The first cell of the overview is the mean of the three that have data in its 2 x 2 cells.
    let cells = try raster.cells(Window(column: 0, row: 0, columns: 2, rows: 2))
    let mean = cells.filter { !$0.isNaN }.reduce(0, +) / Float(cells.filter { !$0.isNaN }.count)
    let shown = try tool("gdallocationinfo", "-valonly", "-overview", "1", path, "0", "0")
    let first = try #require(shown.split(separator: "\n").first.flatMap { Float($0) })
    #expect(abs(first - mean) < 1e-5, "\(first), not \(mean)")
  }

  @Test func classesAreBytesWithNamesAndColours() throws {
    let scratch = ScratchFolder()
    let raster = try raster(scratch) { _, column, row in
      (column + row) % 50 == 0 ? .nan : Float(1 + (column / 3 + row / 5) % 3)
    }
    let path = scratch.file("zones.tif")
    let names = ["very low", "“mittel” & größer", "high"]
    let classes = names.enumerated().map { index, name in
      RasterFileBand.Class(
        code: index + 1, name: name, color: SIMD3(UInt8(10 * index), 20, 200))
    }
    let band = RasterFileBand(name: "zones", unit: "", classes: classes, hasMeans: false)
    try formats.writeCloudOptimized(raster, bands: [band], to: path)
    #expect(try validated(path).contains("is a valid cloud optimized GeoTIFF"))
    let back = try formats.open(scratch.open("zones.tif"))
    #expect(same(try back.cells(raster.grid.window), try raster.cells(raster.grid.window)))
    let found = try #require(bands(info(path)).first)
    #expect(found["type"] as? String == "Byte")
    #expect(found["noDataValue"] as? Int == 255)
    #expect(found["colorInterpretation"] as? String == "Palette")
    let metadata = (found["metadata"] as? [String: [String: String]])?[""] ?? [:]
    #expect((1...3).map { metadata["CLASS_\($0)"] } == names)
    let colors = (found["colorTable"] as? [String: Any])?["entries"] as? [[Int]] ?? []
    #expect(colors.count > 3 && colors[3] == [20, 20, 200, 255])
    // An overview picks a class, and makes none.
    let shown = try tool("gdallocationinfo", "-valonly", "-overview", "1", path, "101", "100")
    #expect(["1", "2", "3"].contains(shown.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// The smallest type that holds all codes and one more for no data.
  @Test(arguments: [
    ([0, 7, 254], "Byte", 255), ([1, 255], "Byte", 0), ([0, 255], "Int16", -32_768),
    ([-5, 300], "Int16", -32_768), ([0, 40_000], "UInt16", 65_535),
    ([-1, 65_535], "Int32", -2_147_483_648),
  ])
  func codesTakeTheSmallestType(_ codes: [Int], _ type: String, _ noData: Int) throws {
    let scratch = ScratchFolder()
    let raster = try raster(scratch, columns: 30, rows: 20) { _, column, _ in
      column == 0 ? .nan : Float(codes[column % codes.count])
    }
    let path = scratch.file("codes.tif")
    let classes = codes.map { RasterFileBand.Class(code: $0, name: "\($0)", color: .zero) }
    try formats.writeCloudOptimized(
      raster, bands: [RasterFileBand(name: "c", unit: "", classes: classes, hasMeans: false)],
      to: path)
    let found = try #require(bands(info(path)).first)
    #expect(found["type"] as? String == type && found["noDataValue"] as? Int == noData)
    let back = try formats.open(scratch.open("codes.tif"))
    #expect(same(try back.cells(raster.grid.window), try raster.cells(raster.grid.window)))
  }

  @Test func theSameCellsGiveTheSameBytesAndNothingElseIsLeft() throws {
    let scratch = ScratchFolder()
    let raster = try raster(scratch) { _, column, row in Float(column * row % 113) }
    let band = RasterFileBand(name: "x", unit: "m", classes: nil, hasMeans: true)
    let folder = scratch.file("made")
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try formats.writeCloudOptimized(raster, bands: [band], to: folder + "/a.tif")
    try formats.writeCloudOptimized(raster, bands: [band], to: folder + "/b.tif")
    #expect(
      try Data(contentsOf: URL(filePath: folder + "/a.tif"))
        == Data(contentsOf: URL(filePath: folder + "/b.tif")))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.tif", "b.tif"])
    #expect(throws: RasterError.self) {
      try formats.writeCloudOptimized(raster, bands: [band], to: folder + "/no/such/folder.tif")
    }
  }
}
