import Diagnostics
import Rasters
public import Vocabulary

/// A DEM without sinks, by cutting channels out of them.
public struct BreachSinks: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "breach sinks", .value, "Lowers cells so that water leaves each sink through a channel.",
    formula: """
      The DEM is flooded from its outlets inwards, the lowest cell first. From a cell without lower \
      neighbour a channel goes back the way the flood came, over the lowest pass, to the first cell \
      that is not higher; the cells on it are lowered to the level of the sink's bottom.
      A channel longer than the length after “within” is not cut, and its sink is filled.
      Breaching changes fewer cells than filling where dams are thin, as roads over culverts are.
      At most 500 million cells, at 13 bytes of memory each.
      """,
    sources: ["Lindsay (2016), doi:10.1002/hyp.10648"],
    example: "breached = breach sinks of dem, within 500 m")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let longest = Parameter<Quantity?>(
    "longest", .after("within"), .quantity(.length),
    "The longest channel to cut; without it, all are cut.", default: nil)

  /// Creates the word.
  public init() {}

  /// A layer in the elevation's unit, on its grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "breaching sinks")
    call.requireProjected(dem, for: "breaching sinks")
    return ValueType(.raster, unit: call.type(dem)?.unit, grid: call.type(dem)?.grid)
  }

  /// Breaches the sinks.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    guard let metres = elevation.grid.crs.metresPerUnit else {
      throw RasterError.degrees(what: "breaching sinks")
    }
    let longest = try call[longest].map { $0.base / metres } ?? .infinity
    return try call.changeSinks(of: elevation, name: "breached") { field, threads in
      try breachSinks(in: field, longest: longest, threads: threads)
    }
  }
}
