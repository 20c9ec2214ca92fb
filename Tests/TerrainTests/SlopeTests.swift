import Formats
import Foundation
import Rasters
import Terrain
import Testing

@Suite struct SlopeTests {
  let formats = GDALFormats()

  private static let data: String = {
    if let given = ProcessInfo.processInfo.environment["SCARP_DATA"] { return given }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().resolvingSymlinksInPath()
    return package.deletingLastPathComponent().appending(path: "shared/data").path
  }()

  private func open(_ name: String) throws -> InputFile {
    try #require(
      try? DataFolder(path: Self.data),
      "the test data are not in “\(Self.data)”; set SCARP_DATA to the folder of ecuador-lsl"
    ).open(name)
  }

  private func slope(
    _ reader: any RasterReader, _ method: GradientMethod, _ unit: SlopeUnit = .degrees,
    threads: Int = 2
  ) throws -> [Float] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "cells").path
    try Terrain.slope(
      of: RasterLayer(reader),
      to: RasterStoreWriter(path: path, grid: reader.grid, bands: 1), method: method, in: unit,
      threads: threads)
    return try RasterStore(path: path, grid: reader.grid).cells(reader.grid.window)
  }

  /// What `gdaldem slope …` makes of a file.
  private func gdaldem(_ file: InputFile, _ options: String...) throws -> [Float] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["gdaldem", "slope", "-q", file.path, folder.appending(path: "out.tif").path] + options
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "gdaldem failed")
    let reader = try formats.open(DataFolder(path: folder.path).open("out.tif"))
    return try reader.cells(reader.grid.window)
  }

  private func same(_ a: [Float], _ b: [Float]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  /// README of ecuador-lsl: the Zevenbergen-Thorne slope of dem.tif is band 1 of ta.tif exactly, on
  /// 156,734 interior cells.
  @Test func equalsTheStoredBand() throws {
    let found = try slope(formats.open(open("ecuador-lsl/dem.tif")), .zevenbergenThorne)
    let band = try formats.open(open("ecuador-lsl/ta.tif"))
    let expected = try band.cells(band.grid.window)
    let inside = found.indices.filter { !found[$0].isNaN }
    #expect(inside.count == 156_734)
    #expect(inside.allSatisfy { found[$0] == expected[$0] })
  }

  /// gdaldem slope [-alg ZevenbergenThorne] [-p] dem.tif out.tif (GDAL 3.6.2): the same bytes.
  @Test(arguments: ["ecuador-lsl/dem.tif", "chile-olivares/dem.tif"])
  func equalsGdaldem(_ name: String) throws {
    let file = try open(name)
    let reader = try formats.open(file)
    #expect(
      same(
        try slope(reader, .zevenbergenThorne), try gdaldem(file, "-alg", "ZevenbergenThorne")))
    #expect(same(try slope(reader, .horn), try gdaldem(file)))
    #expect(same(try slope(reader, .horn, .percent), try gdaldem(file, "-p")))
  }

  /// README of ecuador-lsl: Horn's method gives mean 35.8569, sd 10.6015, max 74.1468.
  @Test func horn() throws {
    let cells = try slope(formats.open(open("ecuador-lsl/dem.tif")), .horn)
      .filter { !$0.isNaN }.map(Double.init)
    let mean = cells.reduce(0, +) / Double(cells.count)
    let deviation =
      (cells.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cells.count)).squareRoot()
    #expect(abs(mean - 35.8569) < 5e-5 && abs(deviation - 10.6015) < 5e-5)
    #expect(abs((cells.max() ?? 0) - 74.1468) < 5e-5)
  }

  @Test func radiansAndThreads() throws {
    let reader = try formats.open(open("ecuador-lsl/dem.tif"))
    let degrees = try slope(reader, .horn)
    #expect(same(degrees, try slope(reader, .horn, threads: 1)))
    let radians = try slope(reader, .horn, .radians)
    let farthest = zip(degrees, radians).filter { !$0.0.isNaN }
      .map { abs(Double($0.0) * .pi / 180 - Double($0.1)) }.max()
    #expect((farthest ?? 1) < 1e-6)
  }

  @Test func degreesAreRefused() throws {
    let crs = CoordinateSystem(
      wkt: "GEOGCRS[\"test\"]", name: "test", authority: nil, isGeographic: true,
      metresPerUnit: nil)
    let grid = Grid(
      columns: 3, rows: 3, west: 0, north: 1, cellWidth: 0.1, cellHeight: 0.1, crs: crs)
    #expect(throws: RasterError.degrees(what: "slope")) { try slope(Flat(grid: grid), .horn) }
  }

  private struct Flat: RasterReader {
    let grid: Grid
    var bands: Int { 1 }
    func read(
      _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
    ) throws {
      buffer.update(repeating: 0)
    }
  }
}
