import CGDAL
import Rasters

/// A file that GDAL has open; it belongs to one thread at a time.
///
/// Unchecked: whoever shares one keeps it under a lock.
final class GDALFile: @unchecked Sendable {
  /// The dataset.
  let dataset: GDALDatasetH

  /// Opens a raster file.
  static func raster(_ file: InputFile) throws -> GDALFile {
    try GDALFile(
      file, flags: GDAL_OF_RASTER, drivers: GDALLibrary.rasterDrivers, options: [],
      expected: "a GeoTIFF")
  }

  /// Opens a vector file.
  static func vector(_ file: InputFile) throws -> GDALFile {
    // An immutable database needs neither locks nor files beside it, so a read-only folder will do.
    let options = try isDatabase(file) ? ["IMMUTABLE=YES"] : []
    return try GDALFile(
      file, flags: GDAL_OF_VECTOR, drivers: GDALLibrary.vectorDrivers, options: options,
      expected: "a GeoPackage or GeoJSON file")
  }

  private init(
    _ file: InputFile, flags: Int32, drivers: [String], options: [String], expected: String
  ) throws {
    GDALLibrary.prepare()
    try file.verify()
    try Self.refuseXML(file)
    CPLErrorReset()
    CPLSetThreadLocalConfigOption(GDALLibrary.addressAsked, nil)
    let dataset = GDALLibrary.withConstants(drivers) { drivers in
      GDALLibrary.withConstants(options) { options in
        GDALOpenEx(
          file.path, UInt32(flags | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR), drivers, options, nil
        )
      }
    }
    guard CPLGetThreadLocalConfigOption(GDALLibrary.addressAsked, nil) == nil else {
      if let dataset { GDALClose(dataset) }
      throw RasterError.leadsFurther(file: file.name, found: "a description with an address in it")
    }
    guard let dataset else {
      throw RasterError.unreadable(
        file: file.name, expected: expected,
        found: Self.reason(GDALLibrary.lastError, for: file))
    }
    self.dataset = dataset
  }

  deinit { GDALClose(dataset) }

  /// Whether a file starts as an SQLite database does.
  private static func isDatabase(_ file: InputFile) throws -> Bool {
    let magic = Array("SQLite format 3\0".utf8)
    return try file.prefix(magic.count) == magic
  }

  /// Refuses XML whatever its name: virtual rasters and web services are descriptions of other files
  /// and of addresses.
  private static func refuseXML(_ file: InputFile) throws {
    let start = try file.prefix(64).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard start.first != UInt8(ascii: "<") else {
      throw RasterError.leadsFurther(file: file.name, found: "XML")
    }
  }

  /// The library's reason with the file called as the notebook calls it, on one line.
  static func reason(_ text: String, for file: InputFile) -> String {
    var result = ""
    var rest = Substring(text)
    while let range = rest.firstRange(of: file.path) {
      result += rest[..<range.lowerBound] + file.name
      rest = rest[range.upperBound...]
    }
    result += rest
    let line = result.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}
