import Formats
import Foundation
import HostileFiles
import Rasters
import Testing

/// Files of every compression that the installed library writes, in strips and in tiles: read whole,
/// cut at 64 offsets, and with bytes flipped.
@Suite struct CompressionTests {
  let formats = GDALFormats()
  let scratch = ScratchFolder()

  /// One way of storing cells.
  struct Storage: Sendable, CustomTestStringConvertible {
    let compression: String
    let isTiled: Bool
    var testDescription: String { "\(compression), \(isTiled ? "tiles" : "strips")" }

    /// What the compression demands of numbers and bands.
    var options: [String] {
      switch compression {
      case "JPEG": ["-ot", "Byte", "-co", "JPEG_QUALITY=90"]
      case "WEBP":
        ["-ot", "Byte", "-b", "1", "-b", "1", "-b", "1", "-co", "WEBP_LOSSLESS=YES"]
      case "JXL": ["-ot", "Byte", "-co", "JXL_LOSSLESS=YES"]
      case let name where name.hasPrefix("CCITT"):
        ["-ot", "Byte", "-scale", "0", "255", "0", "1", "-co", "NBITS=1"]
      default: ["-b", "1", "-b", "1", "-co", "INTERLEAVE=BAND"]
      }
    }

    var isExact: Bool { compression != "JPEG" && !compression.hasPrefix("CCITT") }
  }

  static let all: [Storage] = {
    let told = (try? tool("gdalinfo", "--format", "GTiff")) ?? ""
    let option = told.firstMatch(of: /(?s)<Option name=.COMPRESS..*?<\/Option>/)?.0 ?? ""
    let names = option.matches(of: /<Value>(\w+)<\/Value>/).map { String($0.1) }
    return names.flatMap { name in
      [true, false].map { Storage(compression: name, isTiled: $0) }
    }
  }()

  private static func value(_ column: Int, _ row: Int) -> Float {
    Float((column * column + row * 13 + (column * row) % 7) % 256)
  }

  /// The bytes of such a file, of 70 x 50 cells.
  private func file(_ storage: Storage) throws -> [UInt8] {
    scratch.write("plain.tif", TIFFBytes(70, 50, value: Self.value).bytes)
    var options = storage.options + ["-co", "COMPRESS=\(storage.compression)"]
    options +=
      storage.isTiled
      ? ["-co", "TILED=YES", "-co", "BLOCKXSIZE=16", "-co", "BLOCKYSIZE=16"]
      : ["-co", "BLOCKYSIZE=8"]
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["gdal_translate", "-q"] + options + [scratch.file("plain.tif"), scratch.file("stored.tif")]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "gdal_translate \(options) failed")
    return try scratch.open("stored.tif").bytes(limit: 1 << 24)
  }

  /// Reads all bands of a file whole.
  private func read(_ name: String) throws -> [[Float]] {
    let reader = try formats.open(scratch.open(name))
    return try (0..<reader.bands).map { try reader.cells(reader.grid.window, band: $0) }
  }

  @Test func thereAreMany() { #expect(Self.all.count >= 20) }

  @Test(arguments: all) func isReadWhole(_ storage: Storage) throws {
    _ = try file(storage)
    let cells = (0..<50).flatMap { row in (0..<70).map { Self.value($0, row) } }
    for band in try read("stored.tif") {
      if storage.isExact { #expect(same(band, cells)) }
      #expect(band.count == cells.count && band.allSatisfy { (0...255).contains($0) })
    }
  }

  @Test(arguments: all) func isRefusedWhereverItIsCut(_ storage: Storage) throws {
    let bytes = try file(storage)
    let reader = try formats.open(scratch.open("stored.tif"))
    let side = storage.isTiled ? (columns: 16, rows: 16) : (columns: 70, rows: 8)
    for step in 0..<64 {
      let cut = bytes.count * step / 64
      scratch.write("cut.tif", Array(bytes[..<cut]))
      do {
        _ = try read("cut.tif")
        Issue.record("a file cut at \(cut) of \(bytes.count) bytes was read whole")
      } catch let error as RasterError {
        #expect(error.kind == .input && error.message.contains("cut.tif"), "\(error)")
        if case .corrupt(_, let band, let column, let row) = error {
          #expect((1...reader.bands).contains(band))
          #expect((0...(69 / side.columns)).contains(column))
          #expect((0...(49 / side.rows)).contains(row))
        }
      }
    }
  }

  /// A flipped byte is noticed or gives other numbers, as each format allows; nothing worse.
  @Test(arguments: all) func isReadOrRefusedWhereBytesFlip(_ storage: Storage) throws {
    let bytes = try file(storage)
    for step in 0..<64 {
      var flipped = bytes
      let place = step % 2 == 0 ? step * 6 % bytes.count : bytes.count * step / 64
      flipped[place] ^= UInt8(1 << (step % 8))
      scratch.write("flip.tif", flipped)
      do {
        for band in try read("flip.tif") { #expect(band.count <= 1 << 24) }
      } catch let error as RasterError {
        #expect(error.message.contains("flip.tif"), "\(error)")
      }
    }
  }

  /// Of a damaged tile, column, row and band are named, whichever tile it is.
  @Test func theBlockThatIsDamagedIsNamed() throws {
    let bytes = try file(Storage(compression: "DEFLATE", isTiled: true))
    let offsets = try #require(TIFFBytes.values(of: 324, in: bytes))
    let sizes = try #require(TIFFBytes.values(of: 325, in: bytes))
    // Two bands of 5 x 4 tiles, band after band.
    try #require(offsets.count == 40)
    for (index, offset) in offsets.enumerated() {
      var damaged = bytes
      for place in offset..<offset + sizes[index] { damaged[place] = 0xFF }
      scratch.write("damaged.tif", damaged)
      let expected = RasterError.corrupt(
        file: "damaged.tif", band: index / 20 + 1, blockColumn: index % 20 % 5,
        blockRow: index % 20 / 5)
      #expect(throws: expected) { try read("damaged.tif") }
    }
  }

  /// The same where the cells are read without the library: bytes that are not there.
  @Test func theStripThatIsMissingIsNamed() throws {
    let whole = TIFFBytes(70, 50, value: Self.value)
    let bytes = whole.with(278, .long([8])).with(
      279, .long((0..<7).map { 70 * 4 * min(8, 50 - $0 * 8) }))
    let start = bytes.with(273, .long([Int](repeating: 0, count: 7))).bytes.count - 70 * 50 * 4
    let stored = bytes.with(273, .long((0..<7).map { start + $0 * 70 * 4 * 8 })).bytes
    scratch.write("strips.tif", stored)
    #expect(try read("strips.tif")[0].count == 3500)
    for rows in [0, 1, 8, 9, 40, 49] {
      scratch.write("strips.tif", Array(stored[..<(start + rows * 70 * 4)]))
      let expected = RasterError.corrupt(
        file: "strips.tif", band: 1, blockColumn: 0, blockRow: rows / 8)
      #expect(throws: expected) { try read("strips.tif") }
    }
  }
}
