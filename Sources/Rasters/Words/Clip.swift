public import Vocabulary

/// Layers within areas.
public struct Clip: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "clip", .value, "Keeps the cells of layers that lie in areas; the others have no data.",
    formula: """
      A cell is kept where its centre lies inside an area, by the even-odd rule; a centre on the \
      west or south edge is inside, on the east or north edge it is not. The grid stays.
      """,
    example: "inside = clip dem to study_mask")
  let layer = Parameter<any Value>(
    "layer", .subject,
    .value([.raster, .classes, .bands, .stack, .prediction, .zones]),
    "What is cut out: layers, a stack, a map.")
  let areas = Parameter<FeaturesValue>(
    "areas", .after("to"), .value([.areas]), "The areas in which cells are kept.")

  /// Creates the word.
  public init() {}

  /// The layers' type.
  public func infer(_ call: Inference) -> ValueType {
    call.type(layer) ?? ValueType(.raster)
  }

  /// Writes the cells that are kept.
  public func run(_ call: Call) throws -> any Value {
    let environment = call.environment
    guard let value = try call[layer] as? any Clippable else {
      throw CallFault.mismatch(layer.name, expected: "layers on a grid")
    }
    let areas = try call[areas]
    let clipped = try value.clipped(
      to: areas.brought(to: value.clipSystem, in: environment), in: environment)
    guard let raster = clipped as? RasterValue, raster.layers.count == 1,
      let name = call.names.first
    else { return clipped }
    var layer = raster.first
    layer.name = name
    return RasterValue(grid: raster.grid, layers: [layer])
  }
}

extension RasterValue: Clippable {
  /// The grid's system.
  public var clipSystem: CoordinateSystem { grid.crs }

  /// The layers with no data outside areas.
  public func clipped(
    to areas: FeatureCollection, in environment: any RunEnvironment
  ) throws -> any Value {
    let cover = AreaCover(areas, on: grid)
    let layers = try rasterLayers(in: environment)
    let plans = self.layers.map { RasterLayerPlan(like: $0) }
    return try RasterValue.make(on: grid, plans, in: environment) { writer in
      try mapBlocks(layers, to: writer, threads: environment.threads) { block, outputs in
        let count = block.window.count
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { marks in
          cover.mark(block.window, into: marks)
          for (index, output) in outputs.enumerated() {
            let cells = block.origin(index)
            for i in 0..<count { output[i] = marks[i] < 0 ? .nan : cells[i] }
          }
        }
      }
    }
  }
}
