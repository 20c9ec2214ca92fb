import Diagnostics
import Rasters
public import Vocabulary

/// How much land drains through each cell.
public struct FlowAccumulation: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "flow accumulation", .value, "Counts the cells, or the area, that drain through each cell.",
    formula: """
      flow accumulation = the cell itself, and its shares of what its higher neighbours have got
      \(Water.formula)
      Catchments that reach beyond the raster are counted as far as it goes. At most 500 million \
      cells, at 9 bytes of memory each (13 where water is divided).
      """,
    sources: Water.sources,
    example: "flow = flow accumulation of dem in cells")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.none, .area]), "Cells, or a unit of area.", default: .cells)
  let method = Parameter<String>(
    "method", .after("by"), Water.methods, "How a cell's water is shared.", default: "d8")
  let power = Parameter<Double>(
    "power", .after("power"), .number(.positive), "The power of freeman's shares.", default: 1.1)

  /// Creates the word.
  public init() {}

  /// A layer of counts or areas on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "flow accumulation")
    call.requireProjected(dem, for: "flow accumulation")
    call.requireFreeman(power, method)
    let unit = call.unit(unit)
    if let unit, unit.dimension == .none, unit.scale != Unit.cells.scale {
      call.report(
        .wrongDimension,
        "Flow accumulation is told in cells or as an area, not in “\(unit.symbol)”.",
        at: self.unit, help: ["Write “in cells” or “in m2”."])
    }
    return ValueType(.raster, unit: unit, grid: call.type(dem)?.grid)
  }

  /// Computes the flow accumulation of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let chosen = try call[unit]
    let water = try call.water(
      over: elevation, by: Water.method(call[method], power: call[power]))
    guard let area = elevation.grid.cellArea else {
      throw RasterError.degrees(what: "flow accumulation")
    }
    let size = chosen.dimension == .area ? area / chosen.scale : 1
    let plan = RasterLayerPlan(call.names.first ?? "flow", unit: chosen)
    return try call.makeWater(water, on: elevation.grid, plan) { $0 * size }
  }
}

extension Call {
  /// Makes a layer of what is computed from the number of upslope cells.
  func makeWater(
    _ water: FieldWater, on grid: Grid, _ plan: RasterLayerPlan,
    _ value: @Sendable (Double) -> Double
  ) throws -> any Value {
    try RasterValue.make(on: grid, [plan], in: environment) { writer in
      try writeCells(on: grid, to: writer, threads: environment.threads) { first, part in
        for column in part.indices {
          let cells = water[first + column]
          part[column] = cells == 0 ? .nan : Float(value(cells))
        }
      }
    }
  }
}
