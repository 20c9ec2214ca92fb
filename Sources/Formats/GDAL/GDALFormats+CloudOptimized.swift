import CGDAL
import Glibc
public import Rasters

extension GDALFormats {
  /// Writes a raster as Cloud Optimised GeoTIFF; see ``FormatReader``.
  ///
  /// The cells are first written, block by block, to a plain tiled file; GDAL's COG driver makes the
  /// overviews of that and puts all in the order in which it is read over a network. Classes are
  /// whole numbers of the smallest type that holds them, amounts `Float32` with NaN for no data.
  ///
  /// - Throws: ``RasterError`` where the raster cannot be read or the file not be written.
  public func writeCloudOptimized(
    _ reader: any RasterReader, bands: [RasterFileBand], to path: String
  ) throws {
    precondition(bands.count == reader.bands, "\(bands.count) names of \(reader.bands) bands")
    let plain = path + ".cells"
    defer { unlink(plain) }
    let cells = CellType(of: bands)
    try writePlain(reader, bands, as: cells, to: plain)
    let failure = {
      RasterError.unreadable(
        file: path, expected: "written as Cloud Optimised GeoTIFF", found: GDALLibrary.lastError)
    }
    CPLErrorReset()
    guard let driver = GDALGetDriverByName("COG"),
      let source = GDALLibrary.withConstants(
        GDALLibrary.rasterDrivers,
        { drivers in
          GDALOpenEx(plain, UInt32(GDAL_OF_RASTER | GDAL_OF_READONLY), drivers, nil, nil)
        })
    else { throw failure() }
    defer { GDALClose(source) }
    let options = [
      "COMPRESS=DEFLATE", "LEVEL=6", "PREDICTOR=\(cells.isWhole ? "NO" : "YES")", "BLOCKSIZE=512",
      "OVERVIEWS=IGNORE_EXISTING",
      "OVERVIEW_RESAMPLING=\(bands.allSatisfy(\.hasMeans) ? "AVERAGE" : "NEAREST")",
      "BIGTIFF=IF_SAFER", "NUM_THREADS=1",
    ]
    let made = GDALLibrary.withList(options) {
      GDALCreateCopy(driver, path, source, 1, $0, nil, nil)
    }
    guard let made else { throw failure() }
    CPLErrorReset()
    GDALClose(made)
    guard CPLGetLastErrorType() != CE_Failure else { throw failure() }
  }

  private func writePlain(
    _ reader: any RasterReader, _ bands: [RasterFileBand], as cells: CellType, to path: String
  ) throws {
    let grid = reader.grid
    guard grid.columns <= Int32.max, grid.rows <= Int32.max else {
      throw RasterError.tooLarge(
        file: path, what: "cells in a row or column", found: max(grid.columns, grid.rows),
        limit: Int(Int32.max))
    }
    let failure = {
      RasterError.unreadable(
        file: path, expected: "written as GeoTIFF", found: GDALLibrary.lastError)
    }
    let side = 512
    let options = [
      "TILED=YES", "BLOCKXSIZE=\(side)", "BLOCKYSIZE=\(side)", "INTERLEAVE=BAND",
      "BIGTIFF=IF_SAFER",
    ]
    CPLErrorReset()
    let created = GDALLibrary.withList(options) {
      GDALCreate(
        GDALGetDriverByName("GTiff"), path, Int32(grid.columns), Int32(grid.rows),
        Int32(bands.count), cells.type, $0)
    }
    guard let dataset = created else { throw failure() }
    var isOpen = true
    defer { if isOpen { GDALClose(dataset) } }
    var place = [grid.west, grid.cellWidth, 0, grid.north, 0, -grid.cellHeight]
    guard GDALSetGeoTransform(dataset, &place) == CE_None,
      let reference = SpatialReference(grid.crs.wkt),
      GDALSetSpatialRef(dataset, reference.handle) == CE_None
    else { throw failure() }
    for (index, band) in bands.enumerated() {
      guard let raw = GDALGetRasterBand(dataset, Int32(index + 1)),
        GDALSetRasterNoDataValue(raw, cells.noData) == CE_None
      else { throw failure() }
      try Self.describe(band, raw, hasColors: bands.count == 1 && cells.type == GDT_Byte)
    }
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: side * side)
    defer { room.deallocate() }
    for index in bands.indices {
      let raw = GDALGetRasterBand(dataset, Int32(index + 1))
      for row in stride(from: 0, to: grid.rows, by: side) {
        for column in stride(from: 0, to: grid.columns, by: side) {
          let window = Window(
            column: column, row: row, columns: min(side, grid.columns - column),
            rows: min(side, grid.rows - row))
          try reader.read(window, band: index, into: room)
          if cells.isWhole {
            for cell in 0..<window.count where room[cell].isNaN { room[cell] = Float(cells.noData) }
          }
          guard
            GDALRasterIOEx(
              raw, GF_Write, Int32(column), Int32(row), Int32(window.columns), Int32(window.rows),
              room.baseAddress, Int32(window.columns), Int32(window.rows), GDT_Float32, 0, 0, nil)
              == CE_None
          else { throw failure() }
        }
      }
    }
    // Closing writes what is cached; only the error state tells whether it could.
    CPLErrorReset()
    GDALFlushCache(dataset)
    GDALClose(dataset)
    isOpen = false
    guard CPLGetLastErrorType() != CE_Failure else { throw failure() }
  }

  /// Name, unit, and of classes their names and colours; before any cell is written.
  private static func describe(
    _ band: RasterFileBand, _ raw: GDALRasterBandH, hasColors: Bool
  ) throws {
    GDALSetDescription(raw, band.name)
    if !band.unit.isEmpty { GDALSetRasterUnitType(raw, band.unit) }
    guard let classes = band.classes else { return }
    for known in classes { GDALSetMetadataItem(raw, "CLASS_\(known.code)", known.name, nil) }
    guard hasColors, let table = GDALCreateColorTable(GPI_RGB) else { return }
    defer { GDALDestroyColorTable(table) }
    for known in classes {
      let color = known.color
      var entry = GDALColorEntry(
        c1: Int16(color.x), c2: Int16(color.y), c3: Int16(color.z), c4: 255)
      GDALSetColorEntry(table, Int32(known.code), &entry)
    }
    GDALSetRasterColorTable(raw, table)
  }
}

/// The type of a file's cells.
private struct CellType {
  let type: GDALDataType
  let noData: Double
  let isWhole: Bool

  /// The smallest type for all bands: whole numbers where all hold classes.
  init(of bands: [RasterFileBand]) {
    let codes = bands.compactMap { $0.classes?.map(\.code) }
    guard codes.count == bands.count else {
      (type, noData, isWhole) = (GDT_Float32, .nan, false)
      return
    }
    let all = Set(codes.joined())
    let wholes: [(GDALDataType, ClosedRange<Int>, Int)] = [
      (GDT_Byte, 0...255, 255), (GDT_Byte, 0...255, 0), (GDT_Int16, -32_768...32_767, -32_768),
      (GDT_UInt16, 0...65_535, 65_535),
    ]
    let fitting = wholes.first { _, range, noData in
      all.allSatisfy { range.contains($0) } && !all.contains(noData)
    }
    (type, noData) = fitting.map { ($0.0, Double($0.2)) } ?? (GDT_Int32, -2_147_483_648)
    isWhole = true
  }
}
