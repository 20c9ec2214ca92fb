import Formats
import Foundation
import Rasters
import Testing

@Suite struct PlainGeoTIFFTests {
  private let formats = GDALFormats()
  private let scratch = ScratchFolder()

  /// gdal_translate dem.tif copy.tif, in strips, in tiles, of the other byte order, with bands
  /// together and apart: the same cells as of the compressed original, in windows of any shape.
  @Test(arguments: [
    [], ["-co", "TILED=YES"], ["-co", "ENDIANNESS=BIG"], ["-co", "BLOCKYSIZE=7"],
    ["-co", "INTERLEAVE=PIXEL"], ["-co", "INTERLEAVE=BAND"], ["-co", "BIGTIFF=YES"],
    ["-co", "COMPRESS=LZW"], ["-co", "SPARSE_OK=TRUE"],
  ])
  func readsWhatTheLibraryReads(_ options: [String]) throws {
    for name in ["chile-olivares/dem.tif", "ecuador-lsl/ta.tif"] {
      let original = try formats.open(shared(name))
      let path = scratch.file("copy-\(UUID().uuidString).tif")
      try translate(try shared(name).path, path, options)
      let reader = try formats.open(scratch.open(String(path.split(separator: "/").last ?? "")))
      let whole = original.grid.window
      for window in [whole, Window(column: 100, row: 31, columns: 77, rows: 50)] {
        for band in 0..<original.bands {
          #expect(
            same(
              try reader.cells(window, band: band), try original.cells(window, band: band)))
        }
      }
    }
  }

  private func translate(_ from: String, _ to: String, _ options: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gdal_translate", "-q"] + options + [from, to]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// A file that ends early names the block, whichever way it is read.
  @Test func shortFilesAreRefused() throws {
    let path = scratch.file("short.tif")
    try translate(try shared("chile-olivares/dem.tif").path, path, [])
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
    let reader = try formats.open(scratch.open("short.tif"))
    #expect(throws: RasterError.self) { try reader.cells(reader.grid.window) }
  }

  /// What is written is read back by us and by gdalinfo: cells, place, system, no data, names.
  @Test(arguments: [1, 3]) func writesWhatOthersRead(_ bands: Int) throws {
    let original = try formats.open(shared("ecuador-lsl/ta.tif"))
    let path = scratch.file("plain\(bands).tif")
    let names = (0..<bands).map { "layer \($0)" }
    let writer = try formats.createPlainGeoTIFF(
      path, on: original.grid, bands: bands, names: names)
    for band in 0..<bands {
      for row in stride(from: 0, to: original.grid.rows, by: 50) {
        let window = Window(column: 0, row: row, columns: original.grid.columns, rows: 50)
          .intersection(original.grid.window)
        try original.cells(window, band: band).withUnsafeBufferPointer {
          try writer.write(window, band: band, from: $0)
        }
      }
    }
    let file = try scratch.open("plain\(bands).tif")
    let reader = try formats.open(file)
    #expect(reader.grid == original.grid && reader.bands == bands)
    #expect(try formats.header(of: file).bands.map(\.name) == names)
    for band in 0..<bands {
      let window = original.grid.window
      #expect(
        same(try reader.cells(window, band: band), try original.cells(window, band: band)))
    }
    // The library's own reading, through a copy.
    let again = scratch.file("again\(bands).tif")
    try translate(path, again, ["-co", "TILED=YES", "-co", "COMPRESS=DEFLATE"])
    let copied = try formats.open(scratch.open("again\(bands).tif"))
    let last = bands - 1
    #expect(
      same(
        try copied.cells(copied.grid.window, band: last),
        try original.cells(original.grid.window, band: last)))
    let told = try tool("gdalinfo", path)
    #expect(told.contains("NoData Value=nan") && told.contains("32717"))
    #expect(told.contains("Float32") && !told.contains("COMPRESSION"))
  }

  /// A file beyond 4 GiB has 64-bit positions; the cells not written are zero.
  @Test func largeFilesAreBigTIFF() throws {
    let grid = Grid(
      columns: 40_000, rows: 30_000, west: 0, north: 0, cellWidth: 1, cellHeight: 1,
      crs: try formats.coordinateSystem("EPSG:32717"))
    let writer = try formats.createPlainGeoTIFF(scratch.file("large.tif"), on: grid)
    let corner = Window(column: 39_999, row: 29_999, columns: 1, rows: 1)
    try [Float](arrayLiteral: 7).withUnsafeBufferPointer {
      try writer.write(corner, band: 0, from: $0)
    }
    let reader = try formats.open(scratch.open("large.tif"))
    #expect(reader.grid == grid)
    #expect(try reader.cells(corner) == [7])
    let told = try tool(
      "gdallocationinfo", "-valonly", scratch.file("large.tif"), "39999", "29999")
    #expect(told.trimmingCharacters(in: .whitespacesAndNewlines) == "7")
  }
}
