import Vocabulary

/// The forms in which `scarp export` writes what a study makes.
enum ExportFormat: String, CaseIterable {
  /// A table, or all rows of a value, for spreadsheets and programs.
  case csv
  /// A figure in pixels.
  case png
  /// A figure as a drawing.
  case svg
  /// A figure as a page.
  case pdf
  /// A raster.
  case geotiff
  /// A table for a paper.
  case latex

  /// The ending of its files.
  var ending: String {
    switch self {
    case .csv, .png, .svg, .pdf: rawValue
    case .geotiff: "tif"
    case .latex: "tex"
    }
  }

  /// The format of a figure; none for tables and rasters.
  var picture: FigureValue.Format? { FigureValue.Format(rawValue: rawValue) }
}
