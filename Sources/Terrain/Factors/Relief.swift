public import Vocabulary

/// The height range around each cell.
public struct Relief: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "relief", .value, "Measures the height range within a distance of each cell.",
    formula: "relief = max z − min z over the cells whose centres lie within the distance",
    example: "relief = relief of dem in m, within 300 m")
  let dem = Parameter<any Value>("dem", .after("of"), .value([.raster]), "The elevation.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)
  let radius = Parameter<Quantity>(
    "distance", .after("within"), .quantity(.length), "How far from the cell.")

  /// Creates the word.
  public init() {}

  /// A layer of heights on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "relief")
    call.requireProjected(dem, for: "relief")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(dem)?.grid)
  }
}
