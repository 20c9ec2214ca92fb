import Formats
import Glibc
import Rasters
import Terrain

/// Local terrain words from file to file, as `gdaldem` computes them.
enum TerrainSubject: Subject {
  static let name = "terrain"
  static let usage = "slope|aspect|tri IN.tif OUT.tif"

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3 else { throw UsageError() }
    let formats = GDALFormats()
    let file = try inputFile(arguments[1])
    let took = try seconds {
      let elevation = RasterLayer(try formats.open(file))
      let writer = try formats.createPlainGeoTIFF(arguments[2], on: elevation.reader.grid)
      switch arguments[0] {
      case "slope": try slope(of: elevation, to: writer)
      case "aspect": try aspect(of: elevation, to: writer)
      case "tri": try ruggedness(of: elevation, to: writer)
      default: throw UsageError()
      }
    }
    tell(arguments[0], took)
  }
}
