import Formats
import Foundation
import Rasters
import Testing

@Suite struct RasterFileTests {
  let formats = GDALFormats()

  /// gdalinfo ecuador-lsl/dem.tif; gdalinfo -stats of each band of ta.tif.
  @Test func headers() throws {
    let dem = try formats.header(of: shared("ecuador-lsl/dem.tif"))
    #expect(dem.grid.describe() == "383 x 415 cells of 10 m, EPSG:32717")
    #expect(dem.grid.west == 711962.726935 && dem.grid.north == 9561011.759956)
    #expect(dem.bands.map(\.noData) == ["-9999"] && dem.bands[0].type == "Float32")
    #expect(dem.bands[0].blockColumns == 128 && dem.bands[0].blockRows == 128)
    let ta = try formats.header(of: shared("ecuador-lsl/ta.tif"))
    #expect(ta.bands.count == 5 && ta.bands.allSatisfy { $0.noData == "nan" })
    #expect(ta.grid == dem.grid)
    let mask = try formats.header(of: shared("hokkaido-2018/landslide_mask_10m.tif"))
    #expect(mask.grid.crs.authority == "EPSG:32654" && mask.bands[0].type == "Byte")
  }

  /// gdal_translate -of ENVI -b 1 dem.tif out.img gives the raw cells.
  @Test func cellsEqualThoseOfTheLibrarysOwnTools() throws {
    let file = try shared("ecuador-lsl/dem.tif")
    let reader = try formats.open(file)
    let scratch = ScratchFolder()
    try tool("gdal_translate", "-q", "-of", "ENVI", file.path, scratch.file("raw.img"))
    let data = try Data(contentsOf: URL(filePath: scratch.file("raw.img")))
    let raw = data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    let cells = try reader.cells(reader.grid.window)
    #expect(same(cells, raw.map { $0 == -9999 ? .nan : $0 }))
    #expect(cells.filter(\.isNaN).count == 619)
    let window = Window(column: 100, row: 120, columns: 50, rows: 30)
    let part = try reader.cells(window)
    for row in 0..<30 {
      let start = (120 + row) * 383 + 100
      #expect(same(Array(part[row * 50..<row * 50 + 50]), Array(cells[start..<start + 50])))
    }
  }

  @Test func threadsReadAtOnce() throws {
    let reader = try formats.open(shared("ecuador-lsl/ta.tif"))
    let whole = try (0..<5).map { try reader.cells(reader.grid.window, band: $0) }
    DispatchQueue.concurrentPerform(iterations: 40) { index in
      let cells = try? reader.cells(reader.grid.window, band: index % 5)
      #expect(same(cells ?? [], whole[index % 5]))
    }
  }

  /// gdalinfo -stats ta.tif: MEAN and STDDEV of bands 1 and 4; README: 619 of 158,945 cells without
  /// data.
  @Test func statistics() throws {
    let reader = try formats.open(shared("ecuador-lsl/ta.tif"))
    let slope = try summarise(RasterLayer(reader))
    #expect(abs(slope.mean - 36.160057930889) < 1e-9)
    #expect(abs(slope.deviation - 10.863776260051) < 1e-9)
    let elevation = try summarise(RasterLayer(reader, band: 3))
    #expect(elevation.noData == 619 && elevation.count == 158_945 - 619)
    #expect(abs(elevation.mean - 2288.8108138482) < 1e-9)
    #expect(abs(elevation.deviation - 300.66074754487) < 1e-9)
  }

  @Test func scaleOffsetAndWholeNumbers() throws {
    let scratch = ScratchFolder()
    let source = try shared("ecuador-lsl/dem.tif").path
    // gdal_translate -ot UInt16 -a_nodata 0 -a_scale 0.5 -a_offset -10 dem.tif out.tif
    try tool(
      "gdal_translate", "-q", "-ot", "Int16", "-a_scale", "0.5", "-a_offset", "-10", source,
      scratch.file("scaled.tif"))
    let plain = try formats.open(shared("ecuador-lsl/dem.tif"))
    let scaled = try formats.open(scratch.open("scaled.tif"))
    let a = try plain.cells(plain.grid.window)
    let b = try scaled.cells(scaled.grid.window)
    #expect(same(b, a.map { ($0 + 0.5).rounded(.down) * 0.5 - 10 }))
    try tool("gdal_translate", "-q", "-ot", "Float64", source, scratch.file("double.tif"))
    let double = try formats.open(scratch.open("double.tif"))
    #expect(same(try double.cells(double.grid.window), a))
  }

  @Test func writtenFilesReadBack() throws {
    let scratch = ScratchFolder()
    let reader = try formats.open(shared("ecuador-lsl/ta.tif"))
    try formats.writeGeoTIFF(
      reader, names: ["slope", "cplan", "cprof", "elev", "carea"], to: scratch.file("out.tif"))
    let file = try scratch.open("out.tif")
    let header = try formats.header(of: file)
    #expect(header.grid == reader.grid && header.bands.map(\.name)[3] == "elev")
    let back = try formats.open(file)
    for band in 0..<5 {
      #expect(
        same(
          try back.cells(back.grid.window, band: band),
          try reader.cells(reader.grid.window, band: band)))
    }
    #expect(throws: RasterError.self) {
      try formats.writeGeoTIFF(reader, names: [], to: scratch.file("no/such/folder.tif"))
    }
  }

  /// Against gdalwarp -et 0 -r bilinear|near -t_srs EPSG:32718 -te … -tr 7 7 dem.tif out.tif.
  @Test(arguments: [Resampling.bilinear, .nearest])
  func resamplesAsGdalwarpDoes(_ method: Resampling) throws {
    let scratch = ScratchFolder()
    let file = try shared("ecuador-lsl/dem.tif")
    let source = try formats.open(file)
    // 7 m cells, smaller than the source's: gdalwarp then uses the plain kernels.
    let target = Grid(
      columns: 500, rows: 520, west: 46_000, north: 9_559_700, cellWidth: 7, cellHeight: 7,
      crs: try formats.coordinateSystem("EPSG:32718"))
    try tool(
      "gdalwarp", "-q", "-et", "0", "-r", method == .nearest ? "near" : "bilinear", "-t_srs",
      "EPSG:32718", "-te", "\(target.west)", "\(target.south)", "\(target.east)",
      "\(target.north)", "-tr", "7", "7", file.path, scratch.file("warped.tif"))
    let expected = try formats.open(scratch.open("warped.tif"))
    #expect(expected.grid.matches(target))
    let transformation = try formats.transformation(from: target.crs, to: source.grid.crs)
    let path = scratch.file("cells")
    try resample(
      source, to: RasterStoreWriter(path: path, grid: target, bands: 1), by: method,
      transformation: transformation, threads: 2)
    let found = try RasterStore(path: path, grid: target).cells(target.window)
    let wanted = try expected.cells(target.window)
    var both = 0
    var worst: Float = 0
    var differs = 0
    for (a, b) in zip(found, wanted) where !a.isNaN && !b.isNaN {
      both += 1
      worst = max(worst, abs(a - b))
      if a != b { differs += 1 }
    }
    #expect(both > 100_000, "\(both) cells")
    if method == .nearest { #expect(differs == 0) } else { #expect(worst < 1e-3, "\(worst) m") }
    // What only one of the two has is beside no data or at the edge.
    let alone = zip(found, wanted).filter { $0.isNaN != $1.isNaN }.count
    #expect(alone < both / 50, "\(alone) of \(both)")
  }
}
