import Formats
import Rasters
import Terrain

/// Filling of sinks, D8 and the wetness index of a DEM: each in memory, then all from file to file.
enum HydrologySubject: Subject {
  static let name = "hydrology"
  static let usage = "IN.tif OUT.tif"

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw UsageError() }
    let formats = GDALFormats()
    let parts = arguments[0].split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let file = try DataFolder(path: parts.count > 1 ? folder + "/" : ".").open(
      String(parts.last ?? ""))
    let layer = RasterLayer(try formats.open(file))
    let field = try ElevationField(reading: layer)
    let fill = try seconds { try fillSinks(in: field) }
    let d8 = try seconds { _ = try UpslopeCells(of: DrainageDirections(of: field)) }
    let whole = try seconds {
      let writer = try formats.createPlainGeoTIFF(arguments[1], on: layer.reader.grid)
      try wetnessIndex(of: layer, to: writer)
    }
    tell("fill", fill)
    tell("d8", d8)
    // The whole reads the DEM twice and writes one layer.
    tell("twi", whole)
  }
}
