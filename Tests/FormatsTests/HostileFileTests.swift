import Formats
import Foundation
import HostileFiles
import Rasters
import Testing

/// The rows of the reliability table that concern files.
@Suite struct HostileFileTests {
  let formats = GDALFormats()
  let scratch = ScratchFolder()

  /// A file whose directory stands at its end, as stored, and one that has it in front.
  @Test(arguments: [true, false]) func truncatedAtSixtyFourOffsets(directoryLast: Bool) throws {
    let bytes = try directoryLast ? shared("ecuador-lsl/dem.tif").bytes(limit: 1 << 24) : front()
    for step in 0..<64 {
      let cut = bytes.count * step / 64
      scratch.write("cut.tif", Array(bytes[..<cut]))
      let file = try scratch.open("cut.tif")
      do {
        let reader = try formats.open(file)
        _ = try summarise(RasterLayer(reader))
        Issue.record("a file cut at \(cut) of \(bytes.count) bytes was read whole")
      } catch let error as RasterError {
        #expect(error.kind == .input, "\(error)")
        switch error {
        case .corrupt(let name, let band, _, _):
          #expect(name == "cut.tif" && band == 1)
        case .unreadable(let name, _, let found):
          #expect(name == "cut.tif" && !found.contains(scratch.path), "\(found)")
        default: break
        }
      }
    }
  }

  /// The elevation model with its directory in front of the tiles.
  private func front() throws -> [UInt8] {
    try tool(
      "gdal_translate", "-q", "-co", "TILED=YES", "-co", "BLOCKXSIZE=128", "-co",
      "BLOCKYSIZE=128", "-co", "COMPRESS=DEFLATE", shared("ecuador-lsl/dem.tif").path,
      scratch.file("front.tif"))
    return try scratch.open("front.tif").bytes(limit: 1 << 24)
  }

  @Test func theDamagedBlockIsNamed() throws {
    let bytes = try front()
    scratch.write("cut.tif", Array(bytes[..<(bytes.count * 9 / 10)]))
    let reader = try formats.open(scratch.open("cut.tif"))
    // 383 x 415 cells in tiles of 128: the last rows of tiles are cut off.
    #expect(try !reader.cells(Window(column: 0, row: 0, columns: 128, rows: 128)).isEmpty)
    #expect(throws: RasterError.self) { try reader.cells(reader.grid.window) }
    do {
      _ = try reader.cells(reader.grid.window)
    } catch RasterError.corrupt(_, let band, let column, let row) {
      #expect(band == 1 && row >= 2 && column <= 2)
    }
  }

  @Test func flippedBytesAreReadOrRefused() throws {
    let bytes = try shared("ecuador-lsl/dem.tif").bytes(limit: 1 << 24)
    for step in 0..<200 {
      var flipped = bytes
      // Every second flip in the first kilobyte, where the header is.
      let place = step % 2 == 0 ? step * 5 : bytes.count * step / 200
      flipped[place] ^= UInt8(1 << (step % 8))
      scratch.write("flip.tif", flipped)
      do {
        let reader = try formats.open(scratch.open("flip.tif"))
        _ = try summarise(RasterLayer(reader))
      } catch is RasterError {
      }
    }
  }

  /// A TIFF of 146 bytes with one tile of 50000 x 50000 bytes.
  @Test func hugeTileIsRefusedBeforeAnyAllocation() throws {
    let tiff = TIFFBytes.hugeTile
    #expect(tiff.count == 146)
    scratch.write("huge.tif", tiff)
    let file = try scratch.open("huge.tif")
    #expect(
      throws: RasterError.tooLarge(
        file: "huge.tif", what: "bytes in one block", found: 2_500_000_000,
        limit: FormatLimits().blockBytes)
    ) { try formats.open(file) }
    var limits = FormatLimits()
    limits.cells = 1000
    #expect(throws: RasterError.self) {
      try GDALFormats(limits: limits).header(of: shared("ecuador-lsl/dem.tif"))
    }
  }

  @Test func otherFormatsInATiffsName() throws {
    let dem = try shared("ecuador-lsl/dem.tif").path
    try tool("gdal_translate", "-q", "-of", "VRT", dem, scratch.file("virtual.tif"))
    scratch.write("text.tif", Array("not a raster".utf8))
    scratch.write("empty.tif", [])
    for name in ["virtual.tif", "text.tif", "empty.tif"] {
      #expect(throws: RasterError.self, "\(name)") { try formats.header(of: scratch.open(name)) }
      #expect(throws: RasterError.self, "\(name)") {
        try formats.features(of: scratch.open(name), layer: nil, to: nil)
      }
    }
  }

  @Test func sidecarsAreNotRead() throws {
    let dem = try shared("ecuador-lsl/dem.tif")
    scratch.write("dem.tif", try dem.bytes(limit: 1 << 24))
    let plain = try formats.header(of: scratch.open("dem.tif"))
    // A file beside it that would declare another no-data value and another place.
    let sidecar =
      "<PAMDataset><GeoTransform>0,1,0,0,0,-1</GeoTransform><PAMRasterBand band=\"1\">"
      + "<NoDataValue>7</NoDataValue></PAMRasterBand></PAMDataset>"
    scratch.write("dem.tif.aux.xml", Array(sidecar.utf8))
    scratch.write("dem.tfw", Array("1\n0\n0\n-1\n0\n0\n".utf8))
    #expect(try formats.header(of: scratch.open("dem.tif")) == plain)
  }

  @Test func noPlaceNoReading() throws {
    let dem = try shared("ecuador-lsl/dem.tif").path
    try tool(
      "gdal_translate", "-q", "-co", "PROFILE=BASELINE", dem, scratch.file("nowhere.tif"))
    #expect(throws: RasterError.notNorthUp(file: "nowhere.tif")) {
      try formats.header(of: scratch.open("nowhere.tif"))
    }
    // A text grid keeps its system in a file beside it, which is then taken away.
    try tool("gdal_translate", "-q", "-of", "AAIGrid", dem, scratch.file("text.asc"))
    try FileManager.default.removeItem(atPath: scratch.file("text.prj"))
    try tool("gdal_translate", "-q", scratch.file("text.asc"), scratch.file("nosystem.tif"))
    #expect(throws: RasterError.noCoordinateSystem(file: "nosystem.tif")) {
      try formats.header(of: scratch.open("nosystem.tif"))
    }
  }

  @Test func truncatedDatabasesAreRefused() throws {
    let bytes = try shared("ecuador-lsl/lsl.gpkg").bytes(limit: 1 << 24)
    for step in 1..<16 {
      scratch.write("cut.gpkg", Array(bytes[..<(bytes.count * step / 16)]))
      #expect(throws: RasterError.self, "cut at \(step)/16") {
        try formats.features(of: scratch.open("cut.gpkg"), layer: nil, to: nil)
      }
    }
  }
}
