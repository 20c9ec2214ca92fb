import Formats
import Glibc
import Rasters
import Terrain

/// Distances from file to file: to the cells of a raster that hold 1, as `gdal_proximity` measures
/// them, or to the features of a vector file, on a raster's grid.
enum DistanceSubject: Subject {
  static let name = "distance"
  static let usage = "cells IN.tif OUT.tif | features IN.gpkg GRID.tif OUT.tif"

  static func run(_ arguments: [String]) throws {
    let formats = GDALFormats()
    switch arguments.first {
    case "cells" where arguments.count == 3:
      let took = try seconds {
        let mask = RasterLayer(try formats.open(open(arguments[1])))
        let writer = try formats.createPlainGeoTIFF(arguments[2], on: mask.reader.grid)
        try distance(toCellsOf: mask, named: arguments[1], at: [1], writer: writer)
      }
      tell("distance to cells", took)
    case "features" where arguments.count == 4:
      let took = try seconds {
        let grid = try formats.header(of: open(arguments[2])).grid
        let features = try formats.features(of: open(arguments[1]), layer: nil, to: grid.crs)
        let writer = try formats.createPlainGeoTIFF(arguments[3], on: grid)
        try distance(to: features, writer: writer)
      }
      tell("distance to features", took)
    default: throw UsageError()
    }
  }

  /// A file by its path.
  private static func open(_ path: String) throws -> InputFile {
    let whole = path.contains("/") ? path : "./" + path
    guard let slash = whole.lastIndex(of: "/") else { throw UsageError() }
    return try DataFolder(path: String(whole[..<slash]))
      .open(String(whole[whole.index(after: slash)...]))
  }
}
