public import Vocabulary

/// How much land drains through each cell.
public struct FlowAccumulation: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "flow accumulation", .value, "Counts the cells, or the area, that drain through each cell.",
    formula: "a cell gives all it receives and its own area to its steepest lower neighbour",
    sources: [
      "O'Callaghan & Mark (1984), doi:10.1016/S0734-189X(84)80011-0",
      "Freeman (1991), doi:10.1016/0098-3004(91)90048-I",
    ],
    example: "flow = flow accumulation of dem in cells")
  let dem = Parameter<any Value>("dem", .after("of"), .value([.raster]), "The elevation.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.none, .area]), "Cells, or a unit of area.", default: .cells)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["d8", "freeman"]), "How flow is shared.", default: "d8")

  /// Creates the word.
  public init() {}

  /// A layer of counts or areas on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "flow accumulation")
    call.requireProjected(dem, for: "flow accumulation")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(dem)?.grid)
  }
}
