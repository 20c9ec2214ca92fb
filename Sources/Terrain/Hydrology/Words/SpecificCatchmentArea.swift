import Diagnostics
import Rasters
public import Vocabulary

/// How much land drains through each metre of contour.
public struct SpecificCatchmentArea: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "specific catchment area", .value,
    "Measures the area that drains through each cell, per length of contour.",
    formula: """
      a = A / b, A the area that drains through the cell, with itself, b its side
      b of cells that are not square is the side of the square of the same area.
      \(Water.formula)
      Catchments that reach beyond the raster are counted as far as it goes. At most 500 million \
      cells, at 9 bytes of memory each (13 where water is divided).
      """,
    sources: Water.sources,
    example: "carea = specific catchment area of dem, by d-infinity")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result: m2 per m are m.",
    default: .metre)
  let method = Parameter<String>(
    "method", .after("by"), Water.methods, "How a cell's water is shared.", default: "d8")
  let power = Parameter<Double>(
    "power", .after("power"), .number(.positive), "The power of freeman's shares.", default: 1.1)

  /// Creates the word.
  public init() {}

  /// A layer of lengths on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "the specific catchment area")
    call.requireProjected(dem, for: "the specific catchment area")
    call.requireFreeman(power, method)
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(dem)?.grid)
  }

  /// Computes the specific catchment area of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let chosen = try call[unit]
    let water = try call.water(
      over: elevation, by: Water.method(call[method], power: call[power]))
    let side = try contourLength(of: elevation.grid) / chosen.scale
    let plan = RasterLayerPlan(call.names.first ?? "specific catchment area", unit: chosen)
    return try call.makeWater(water, on: elevation.grid, plan) { $0 * side }
  }
}
