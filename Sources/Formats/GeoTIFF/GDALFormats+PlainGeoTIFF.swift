import CGDAL
import Glibc
public import Rasters

extension GDALFormats {
  /// Creates a GeoTIFF without compression, whose cells are written as they come, from any thread.
  ///
  /// `Float32` in strips, band after band, NaN for no data; for files that are read again at once, or
  /// by programs that must be fast. ``writeGeoTIFF(_:names:to:)`` makes files to keep.
  ///
  /// - Parameters:
  ///   - path: the file to create or replace.
  ///   - grid: where the cells lie.
  ///   - bands: the number of bands.
  ///   - names: a description for each band, or none at all.
  /// - Returns: what takes the cells; bytes not written are zero.
  /// - Throws: ``RasterError`` where the file cannot be created.
  public func createPlainGeoTIFF(
    _ path: String, on grid: Grid, bands: Int = 1, names: [String] = []
  ) throws -> RasterStoreWriter {
    precondition(names.isEmpty || names.count == bands, "\(names.count) names of \(bands) bands")
    let failure = RasterError.unreadable(
      file: path, expected: "written as GeoTIFF", found: "the library refused")
    guard let header = TIFFHeader(template(on: grid, bands: bands, names: names), grid, bands)
    else {
      throw failure
    }
    return try RasterStoreWriter(path: path, grid: grid, bands: bands, header: header.bytes)
  }

  /// The library's own file of one cell, for its tags of place, coordinate system and no data.
  private func template(on grid: Grid, bands: Int, names: [String]) -> [UInt8] {
    // A name for this thread and moment: files in memory are shared by the process.
    let path = "/vsimem/scarp-template-\(UInt64.random(in: 0 ... .max)).tif"
    defer { VSIUnlink(path) }
    let driver = GDALGetDriverByName("GTiff")
    guard let dataset = GDALCreate(driver, path, 1, 1, Int32(bands), GDT_Float32, nil) else {
      return []
    }
    var place = [grid.west, grid.cellWidth, 0, grid.north, 0, -grid.cellHeight]
    var isMade = GDALSetGeoTransform(dataset, &place) == CE_None
    if let reference = SpatialReference(grid.crs.wkt) {
      isMade = GDALSetSpatialRef(dataset, reference.handle) == CE_None && isMade
    } else {
      isMade = false
    }
    for band in 0..<bands {
      guard let raw = GDALGetRasterBand(dataset, Int32(band + 1)) else { continue }
      isMade = GDALSetRasterNoDataValue(raw, .nan) == CE_None && isMade
      if !names.isEmpty { GDALSetDescription(raw, names[band]) }
    }
    GDALClose(dataset)
    var count: vsi_l_offset = 0
    guard isMade, let bytes = VSIGetMemFileBuffer(path, &count, 0) else { return [] }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}
