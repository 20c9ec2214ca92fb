import Formats
import Rasters

/// What every layer that a study makes or reads is looked through for.
enum StatisticsSubject: Subject {
  static let name = "statistics"
  static let usage = "summary|quantiles IN.tif"

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2 else { throw UsageError() }
    let layer = RasterLayer(try GDALFormats().open(inputFile(arguments[1])))
    let took = try seconds {
      switch arguments[0] {
      case "summary": print(try summarise(layer))
      case "quantiles": print(try quantiles(at: [0.1, 0.5, 0.9], of: layer))
      default: throw UsageError()
      }
    }
    tell(arguments[0], took)
  }
}
