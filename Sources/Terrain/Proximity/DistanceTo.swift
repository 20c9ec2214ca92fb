import Diagnostics
import Rasters
public import Vocabulary

/// How far the nearest feature is.
public struct DistanceTo: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "distance to", .value,
    "Measures how far each cell's centre is from the nearest of some points, lines or areas.",
    formula: """
      distance = min ‖centre − feature‖, 0 where the centre lies within an area
      Lines and edges are measured to exactly, never as cells. Features are brought to the grid's \
      coordinate system. Every cell has a distance, whether the layer has data there or not.
      """,
    sources: [
      "Euclidean distance of a point to a segment: orthogonal projection, held to its ends"
    ],
    example: "to_fault = distance to faults in m, onto dem")
  let features = Parameter<FeaturesValue>(
    "features", .subject, .value([.points, .lines, .areas]), "Points, lines or areas to measure to."
  )
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)
  let target = Parameter<RasterValue>(
    "grid", .after("onto"), .value([.raster, .classes, .bands, .prediction, .zones]),
    "The layer whose grid to use.")

  /// Creates the word.
  public init() {}

  /// A layer of lengths on the grid named.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(target, for: "a distance")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(target)?.grid)
  }

  /// Measures the distance of every cell.
  public func run(_ call: Call) throws -> any Value {
    let grid = try call[target].grid
    let unit = try call[unit]
    let environment = call.environment
    let features = try call[features].brought(to: grid.crs, in: environment)
    let plan = RasterLayerPlan(call.names.first ?? "distance", unit: unit)
    return try RasterValue.make(on: grid, [plan], in: environment) { writer in
      try distance(
        to: features, writer: writer, unit: unit.scale, threads: environment.threads)
    }
  }
}
