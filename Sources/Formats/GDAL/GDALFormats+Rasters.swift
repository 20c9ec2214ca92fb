import CGDAL
public import Rasters

extension GDALFormats {
  /// What a raster file says of itself; see ``FormatReader``.
  public func header(of file: InputFile) throws -> RasterHeader {
    try examine(GDALFile.raster(file), file).header
  }

  /// Opens a raster file; see ``FormatReader``.
  public func open(_ file: InputFile) throws -> any RasterReader {
    let dataset = try GDALFile.raster(file)
    let (header, rules) = try examine(dataset, file)
    return GDALRasterReader(dataset, file: file, grid: header.grid, rules: rules)
  }

  /// Reads the header and holds it against the limits, before anything of its sizes is allocated.
  private func examine(
    _ dataset: GDALFile, _ file: InputFile
  ) throws -> (header: RasterHeader, rules: [CellRules]) {
    let columns = Int(GDALGetRasterXSize(dataset.dataset))
    let rows = Int(GDALGetRasterYSize(dataset.dataset))
    let count = Int(GDALGetRasterCount(dataset.dataset))
    guard columns > 0, rows > 0, count > 0 else {
      throw RasterError.unreadable(
        file: file.name, expected: "a raster with bands", found: "it has none")
    }
    let (cells, overflow) = columns.multipliedReportingOverflow(by: rows)
    try limit(file, "cells", overflow ? .max : cells, limits.cells)
    try limit(file, "bands", count, limits.bands)
    let together = text(GDALGetMetadataItem(dataset.dataset, "INTERLEAVE", "IMAGE_STRUCTURE"))
    let planes = together == "PIXEL" ? count : 1
    var bands: [RasterHeader.Band] = []
    var rules: [CellRules] = []
    for number in 1...count {
      guard let raw = GDALGetRasterBand(dataset.dataset, Int32(number)) else {
        throw RasterError.corrupt(file: file.name, band: number, blockColumn: 0, blockRow: 0)
      }
      let (band, rule) = try examine(raw, number: number, planes: planes, file)
      bands.append(band)
      rules.append(rule)
    }
    let grid = try place(of: dataset, file, columns: columns, rows: rows)
    return (RasterHeader(grid: grid, bands: bands), rules)
  }

  private func examine(
    _ raw: GDALRasterBandH, number: Int, planes: Int, _ file: InputFile
  ) throws -> (RasterHeader.Band, CellRules) {
    let type = GDALGetRasterDataType(raw)
    var name = text(GDALGetDataTypeName(type)) ?? "unknown"
    if text(GDALGetMetadataItem(raw, "PIXELTYPE", "IMAGE_STRUCTURE")) == "SIGNEDBYTE" {
      name = "Int8"
    }
    let whole = ["Byte", "UInt16", "Int16", "UInt32", "Int32"]
    guard whole.contains(name) || name == "Float32" || name == "Float64" else {
      throw RasterError.unsupportedType(file: file.name, type: name)
    }
    var width: Int32 = 0
    var height: Int32 = 0
    GDALGetBlockSize(raw, &width, &height)
    // Up to 31 bits each, so that the first product fits.
    let (block, overflow) = (Int(width) * Int(height)).multipliedReportingOverflow(
      by: planes * Int(GDALGetDataTypeSizeBytes(type)))
    try limit(file, "bytes in one block", overflow ? .max : block, limits.blockBytes)
    var has: Int32 = 0
    let value = GDALGetRasterNoDataValue(raw, &has)
    let noData = has != 0 ? value : nil
    let mask = GDALGetMaskFlags(raw)
    let scale = GDALGetRasterScale(raw, nil)
    let offset = GDALGetRasterOffset(raw, nil)
    let band = RasterHeader.Band(
      name: text(GDALGetDescription(raw)) ?? "", type: name, noData: noData.map(Self.shown),
      blockColumns: Int(width), blockRows: Int(height))
    let rules = CellRules(
      file: file.name, band: number, isFloat: name != "Float64" && !name.hasSuffix("Int32"),
      isInteger: whole.contains(name), noData: noData, scale: scale, offset: offset,
      isMasked: mask & GMF_PER_DATASET != 0)
    return (band, rules)
  }

  /// Where the cells lie: north-up, with a coordinate system, or an error.
  private func place(
    of dataset: GDALFile, _ file: InputFile, columns: Int, rows: Int
  ) throws -> Grid {
    var t = [Double](repeating: 0, count: 6)
    let known = GDALGetGeoTransform(dataset.dataset, &t) == CE_None
    guard known, t.allSatisfy(\.isFinite), t[1] > 0, t[5] < 0, t[2] == 0, t[4] == 0 else {
      throw RasterError.notNorthUp(file: file.name)
    }
    guard let raw = GDALGetSpatialRef(dataset.dataset),
      let reference = SpatialReference(copying: raw)
    else { throw RasterError.noCoordinateSystem(file: file.name) }
    let grid = Grid(
      columns: columns, rows: rows, west: t[0], north: t[3], cellWidth: t[1], cellHeight: -t[5],
      crs: try Self.facts(of: reference, in: file))
    guard grid.isOnEarth else {
      throw RasterError.outOfRange(
        what: "the place of “\(file.name)”",
        found: "\(t[0]), \(t[3]) with cells of \(t[1]) by \(-t[5])",
        expected: "a place on the Earth, with cells that can be told apart")
    }
    return grid
  }

  func limit(_ file: InputFile, _ what: String, _ found: Int, _ limit: Int) throws {
    if found > limit {
      throw RasterError.tooLarge(file: file.name, what: what, found: found, limit: limit)
    }
  }

  func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

  /// A declared value without “.0”.
  private static func shown(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
