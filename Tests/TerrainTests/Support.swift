import Formats
import Foundation
import Rasters
import Testing

/// The folder of real data: SCARP_DATA, or `../shared/data` beside the package.
private let sharedData: String = {
  if let given = ProcessInfo.processInfo.environment["SCARP_DATA"] { return given }
  let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().resolvingSymlinksInPath()
  return package.deletingLastPathComponent().appending(path: "shared/data").path
}()

/// The elevations that peers are compared on: metres of 10 m cells, and integers of 12.5 m with gaps.
let elevations = ["ecuador-lsl/dem.tif", "chile-olivares/dem.tif"]

/// Opens a file of the real data.
func shared(_ name: String) throws -> InputFile {
  try #require(
    try? DataFolder(path: sharedData),
    "the test data are not in “\(sharedData)”; set SCARP_DATA to the folder of ecuador-lsl"
  ).open(name)
}

/// Calls `body` with a folder that is removed afterwards.
func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// The cells that a computation writes on a reader's grid.
func computed(
  from reader: any RasterReader, _ body: (RasterLayer, any RasterWriter) throws -> Void
) throws -> [Float] {
  try withFolder { folder in
    let path = folder.appending(path: "cells").path
    try body(RasterLayer(reader), RasterStoreWriter(path: path, grid: reader.grid, bands: 1))
    return try RasterStore(path: path, grid: reader.grid).cells(reader.grid.window)
  }
}

/// What `gdaldem …` makes of a file.
func gdaldem(_ mode: String, _ file: InputFile, _ options: String...) throws -> [Float] {
  try withFolder { folder in
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["gdaldem", mode, "-q", file.path, folder.appending(path: "out.tif").path] + options
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "gdaldem failed")
    let reader = try GDALFormats().open(DataFolder(path: folder.path).open("out.tif"))
    return try reader.cells(reader.grid.window)
  }
}

/// How many cells of two layers differ, NaN like NaN.
func differences(_ a: [Float], _ b: [Float]) -> Int {
  precondition(a.count == b.count, "\(a.count) and \(b.count) cells")
  return zip(a, b).count { $0 != $1 && !($0.isNaN && $1.isNaN) }
}

/// Made-up elevations in memory.
struct MadeUp: RasterReader {
  let grid: Grid
  let all: [Float]
  var bands: Int { 1 }

  /// Lays cells out on a grid of a metric system, or of one in degrees.
  init(
    _ columns: Int, _ rows: Int, width: Double = 1, height: Double = 1, isGeographic: Bool = false,
    _ cell: (Int, Int) -> Float
  ) {
    grid = Grid(
      columns: columns, rows: rows, west: 0, north: 1, cellWidth: width, cellHeight: height,
      crs: CoordinateSystem(
        wkt: "test", name: "test", authority: nil, isGeographic: isGeographic,
        metresPerUnit: isGeographic ? nil : 1))
    all = (0..<rows * columns).map { cell($0 % columns, $0 / columns) }
  }

  func read(_ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>) throws {
    for i in 0..<window.count {
      let (row, column) = i.quotientAndRemainder(dividingBy: window.columns)
      buffer[i] = all[(window.row + row) * grid.columns + window.column + column]
    }
  }
}
