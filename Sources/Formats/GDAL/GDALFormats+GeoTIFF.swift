import CGDAL
public import Rasters

extension GDALFormats {
  /// Writes a raster as GeoTIFF; see ``FormatReader``.
  ///
  /// - Parameters:
  ///   - reader: the raster.
  ///   - names: a description for each band, or none at all.
  ///   - path: the file to create or replace.
  /// - Throws: ``RasterError`` where the raster cannot be read or the file not be written.
  public func writeGeoTIFF(_ reader: any RasterReader, names: [String], to path: String) throws {
    precondition(
      names.isEmpty || names.count == reader.bands, "\(names.count) names of \(reader.bands) bands")
    let grid = reader.grid
    let failure = RasterError.unreadable(
      file: path, expected: "written as GeoTIFF", found: "the library refused")
    guard grid.columns <= Int32.max, grid.rows <= Int32.max else {
      throw RasterError.tooLarge(
        file: path, what: "cells in a row or column", found: max(grid.columns, grid.rows),
        limit: Int(Int32.max))
    }
    let options = [
      "TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=3", "INTERLEAVE=BAND", "BIGTIFF=IF_SAFER",
    ]
    CPLErrorReset()
    let driver = GDALGetDriverByName("GTiff")
    let created = GDALLibrary.withList(options) {
      GDALCreate(
        driver, path, Int32(grid.columns), Int32(grid.rows), Int32(reader.bands), GDT_Float32, $0)
    }
    guard let dataset = created else { throw failure }
    var isOpen = true
    defer { if isOpen { GDALClose(dataset) } }
    var place = [grid.west, grid.cellWidth, 0, grid.north, 0, -grid.cellHeight]
    guard GDALSetGeoTransform(dataset, &place) == CE_None,
      let reference = SpatialReference(grid.crs.wkt),
      GDALSetSpatialRef(dataset, reference.handle) == CE_None
    else { throw failure }
    // Strips as high as the tiles, so that each tile is compressed once.
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: grid.columns * 256)
    defer { room.deallocate() }
    for band in 0..<reader.bands {
      guard let raw = GDALGetRasterBand(dataset, Int32(band + 1)),
        GDALSetRasterNoDataValue(raw, .nan) == CE_None
      else { throw failure }
      if !names.isEmpty { GDALSetDescription(raw, names[band]) }
      for row in stride(from: 0, to: grid.rows, by: 256) {
        let rows = min(256, grid.rows - row)
        let window = Window(column: 0, row: row, columns: grid.columns, rows: rows)
        try reader.read(window, band: band, into: room)
        let failed = GDALRasterIOEx(
          raw, GF_Write, 0, Int32(row), Int32(grid.columns), Int32(rows), room.baseAddress,
          Int32(grid.columns), Int32(rows), GDT_Float32, 0, 0, nil)
        guard failed == CE_None else { throw failure }
      }
    }
    // Closing writes what is cached; only the error state tells whether it could.
    CPLErrorReset()
    GDALFlushCache(dataset)
    GDALClose(dataset)
    isOpen = false
    guard CPLGetLastErrorType() != CE_Failure else { throw failure }
  }
}
