import Commands
import Diagnostics
import Engine
import Foundation
import Language
import Notebooks
import Vocabulary

/// The studies that the language was written for, and the data they are checked with.
enum Studies {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let names = [
    "hokkaido-cnn1d", "iburi-unet", "isfahan-cnndnn", "ludian-hybrid", "veneto-sacnn",
  ]

  /// The text of a study: one of the five designs, or a notebook of the project.
  static func text(of name: String) throws -> String {
    let file =
      ["ecuador", "quickstart"].contains(name)
      ? root.appending(path: "notebooks/\(name).md")
      : root.appending(path: "../shared/design/notebooks/\(name).md")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// All that is wrong with a text, as a study that stands alone; files are there as `facts` says.
  static func diagnostics(
    _ text: String, name: String,
    facts: @escaping (String, Kind) -> FactsAnswer = { _, _ in .missing }
  ) -> (source: Source, diagnostics: [Diagnostic]) {
    let reading = Notebook.read(bytes: Array(text.utf8), name: "\(name).md")
    guard let notebook = reading.notebook else { return (reading.source, reading.diagnostics) }
    var options = CheckOptions()
    options.facts = facts
    let program = check(StudyText(notebook), against: .standard, options: options)
    return (reading.source, reading.diagnostics + program.diagnostics)
  }

  /// What the headers of the files of ecuador-lsl say.
  static func ecuadorFacts(_ path: String, _ kind: Kind) -> FactsAnswer {
    var facts = FileFacts()
    let extent = GridFact.Extent(
      columns: 415, rows: 383, west: 711_962.7, north: 9_560_811, cellWidth: 10, cellHeight: 10,
      crs: "EPSG:32717", isGeographic: false)
    switch path {
    case "dem.tif":
      facts.grid = extent
      facts.bands = 1
    case "ta.tif":
      facts.grid = extent
      facts.bands = 5
    case "study_mask.gpkg":
      facts.columns = []
      facts.count = 1
      facts.geometry = "areas"
      facts.crs = "EPSG:32717"
      facts.isGeographic = false
    case "lsl.gpkg":
      facts.columns = ["lslpts", "fold_random", "fold_spatial"]
      facts.count = 350
      facts.geometry = "points"
      facts.crs = "EPSG:32717"
      facts.isGeographic = false
    case "lsl.csv":
      facts.columns = [
        "id", "x", "y", "lslpts", "slope", "cplan", "cprof", "elev", "log10_carea", "fold_random",
        "fold_spatial",
      ]
      facts.count = 350
      let folds = (1...5).map { FileFacts.Level(value: "\($0)", count: 70) }
      facts.levels = [
        "lslpts": [.init(value: "0", count: 175), .init(value: "1", count: 175)],
        "fold_random": folds, "fold_spatial": folds,
      ]
    default: return .missing
    }
    return .known(facts)
  }
}
