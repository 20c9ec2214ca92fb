public import Numerics
public import Vocabulary

/// Areas as cells.
public struct Rasterise: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "rasterise", .value, "Marks the cells whose centre lies in an area with 1, the others with 0.",
    formula: """
      Inside is told by the even-odd rule; a centre on the west or south edge of an area is inside, \
      on the east or north edge it is not. Areas are brought to the grid's coordinate system. Every \
      cell is marked, whether the layer has data there or not.
      """,
    example: "truth = rasterise scars onto dem")
  let features = Parameter<FeaturesValue>(
    "areas", .subject, .value([.areas]), "The areas whose cells are marked.")
  let target = Parameter<RasterValue>(
    "grid", .after("onto"), .value([.raster, .classes, .bands, .prediction, .zones]),
    "The layer whose grid to use.")

  /// Creates the word.
  public init() {}

  /// A layer of 1 and 0 on the grid named.
  public func infer(_ call: Inference) -> ValueType {
    ValueType(.raster, unit: .one, grid: call.type(target)?.grid)
  }

  /// Marks every cell.
  public func run(_ call: Call) throws -> any Value {
    let grid = try call[target].grid
    let environment = call.environment
    let areas = try call[features].brought(to: grid.crs, in: environment)
    let plan = RasterLayerPlan(call.names.first ?? "areas", unit: .one)
    return try RasterValue.make(on: grid, [plan], in: environment) { writer in
      try rasterise(areas, to: writer, threads: environment.threads)
    }
  }
}

/// Marks the cells whose centre lies in an area with 1 and the others with 0.
///
/// - Input: areas in the grid's coordinate system.
/// - Output: 1 or 0 in every cell, by the rule of ``AreaCover``.
/// - Parameters:
///   - areas: the areas; where they overlap, a cell is still 1.
///   - writer: takes the marks, one band.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: what the writer throws.
public func rasterise(
  _ areas: FeatureCollection, to writer: any RasterWriter, threads: Int = ThreadLimit.current
) throws {
  precondition(writer.bands == 1, "\(writer.bands) bands for one mask")
  let cover = AreaCover(areas, on: writer.grid)
  try mapBlocks([], to: writer, threads: threads) { block, outputs in
    let count = block.window.count
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { marks in
      cover.mark(block.window, into: marks)
      for cell in 0..<count { outputs[0][cell] = marks[cell] < 0 ? 0 : 1 }
    }
  }
}
