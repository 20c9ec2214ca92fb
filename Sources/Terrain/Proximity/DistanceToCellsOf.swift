import Diagnostics
import Rasters
public import Vocabulary

/// How far the nearest cell of some value is.
public struct DistanceToCellsOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "distance to cells", .value,
    "Measures how far each cell's centre is from that of the nearest cell of a layer with a value.",
    formula: """
      distance(x, y) = min √(w²(x − i)² + h²(y − j)²) over the cells (i, j) that hold a value
      w and h: width and height of a cell. 0 in these cells; no data where the layer has none.
      """,
    sources: [
      "Meijster, Roerdink & Hesselink (2000), doi:10.1007/0-306-47025-X_36",
      "Felzenszwalb & Huttenlocher (2012), doi:10.4086/toc.2012.v008a019",
    ],
    example: "to_scar = distance to cells of truth at 1 in m")
  let layer = Parameter<RasterValue>(
    "layer", .after("of"), .value([.raster, .classes]), "The layer whose cells are looked for.")
  let values = Parameter<[Double]>(
    "values", .after("at"), .quantities(.none),
    "The value, or values, of the cells to measure to: 1, or the codes of classes.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)

  /// Creates the word.
  public init() {}

  /// A layer of lengths on the layer's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(layer, for: "a distance")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(layer)?.grid)
  }

  /// Measures the distance of every cell.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[layer]
    let wanted = try call[values]
    let unit = try call[unit]
    let environment = call.environment
    let plan = RasterLayerPlan(call.names.first ?? "distance", unit: unit)
    return try RasterValue.make(on: value.grid, [plan], in: environment) { writer in
      try distance(
        toCellsOf: value.rasterLayers(in: environment)[0], named: value.first.name, at: wanted,
        writer: writer, unit: unit.scale, threads: environment.threads)
    }
  }
}
