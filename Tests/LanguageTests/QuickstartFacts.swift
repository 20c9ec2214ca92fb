import Language
import Vocabulary

extension Studies {
  /// What is known of the files of a study; none of those of the five designs are there.
  static func facts(of name: String) -> (String, Kind) -> FactsAnswer {
    switch name {
    case "ecuador": ecuadorFacts
    case "quickstart": quickstartFacts
    default: { _, _ in .missing }
    }
  }

  /// What the headers of the files of the simulated area say.
  static func quickstartFacts(_ path: String, _ kind: Kind) -> FactsAnswer {
    var facts = FileFacts()
    switch path {
    case "dem.tif", "lithology.tif", "land-cover.tif", "truth.tif":
      facts.grid = GridFact.Extent(
        columns: 500, rows: 400, west: 500_000, north: 4_400_000, cellWidth: 20, cellHeight: 20,
        crs: "EPSG:32633", isGeographic: false)
      facts.bands = 1
    case "rain.csv":
      facts.columns = ["station", "x", "y", "annual_rain"]
      facts.count = 25
    case "faults.geojson", "landslides.geojson", "surveyed.geojson", "clouds.geojson":
      facts.columns = path == "landslides.geojson" ? ["id", "area_m2"] : ["id"]
      facts.count = path == "landslides.geojson" ? 575 : 4
      facts.geometry = path == "faults.geojson" ? "lines" : "areas"
      facts.crs = "EPSG:4326"
      facts.isGeographic = true
    default: return .missing
    }
    return .known(facts)
  }
}
