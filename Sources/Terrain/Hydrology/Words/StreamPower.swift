import Diagnostics
import Rasters
public import Vocabulary

/// Where running water can erode.
public struct StreamPower: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "stream power", .value, "Says where running water can erode, as the stream power index.",
    formula: """
      stream power = a / 1 m · tan β, a the specific catchment area, β the slope
      β is Horn's slope of the DEM as it is; a is of the filled DEM.
      \(Water.formula)
      No data at edges and beside no data. At most 500 million cells, at 9 bytes of memory each (13 \
      where water is divided).
      """,
    sources: ["Moore, Grayson & Ladson (1991), doi:10.1002/hyp.3360050103"] + Water.sources,
    example: "spi = stream power of dem")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let method = Parameter<String>(
    "method", .after("by"), Water.methods, "How a cell's water is shared.", default: "d8")
  let power = Parameter<Double>(
    "power", .after("power"), .number(.positive), "The power of freeman's shares.", default: 1.1)

  /// Creates the word.
  public init() {}

  /// A layer of plain numbers on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "stream power")
    call.requireProjected(dem, for: "stream power")
    call.requireFreeman(power, method)
    return ValueType(.raster, unit: .one, grid: call.type(dem)?.grid)
  }

  /// Computes the stream power index of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let environment = call.environment
    let water = try call.water(
      over: elevation, by: Water.method(call[method], power: call[power]))
    let plan = RasterLayerPlan(call.names.first ?? "stream power", unit: .one)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try writeIndex(
        water, of: elevation.rasterLayers(in: environment)[0], to: writer,
        metresPerElevation: elevation.first.unit?.scale ?? 1, threads: environment.threads
      ) { area, tangent in area * tangent }
    }
  }
}
