public import Numerics
public import Rasters
public import Vocabulary

/// The height range around each cell.
public struct Relief: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "relief", .value, "Measures the height range within a distance of each cell.",
    formula: """
      relief = max z − min z over the cells whose centres lie within the distance
      no data where a cell within the distance has none, or lies beyond the edge
      """,
    sources: ["Smith (1935), Geogr. Rev. 25, 272–284, doi:10.2307/209602"],
    example: "relief = relief of dem in m, within 300 m")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
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

  /// Computes the relief of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let (chosen, environment) = (try call[unit], call.environment)
    let distance = try call[radius].base
    let plan = RasterLayerPlan(call.names.first ?? "relief", unit: chosen)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try relief(
        of: elevation.rasterLayers(in: environment)[0],
        to: ScaledWriter(writer, by: heightFactor(from: elevation.first.unit, to: chosen)),
        within: distance, threads: environment.threads)
    }
  }
}

/// Computes the height range within a distance of each cell.
///
///     relief = max z − min z over the cells whose centres lie within the distance
///
/// Each row of the disc is one window of cells; its extremes are those of two windows whose width is a
/// power of two, which are found for all places of a row by doubling. A cell costs as much as the disc
/// has rows, and memory holds some rows of one tile.
///
/// - Input: elevation, any unit, on a projected grid.
/// - Output: the same unit, 0 or more, the input's shape; no data where a cell within the distance has
///   none, is infinite, or lies beyond the edge.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the range, one band on the same grid.
///   - distance: metres, at least the side of a cell.
///   - threads: how many tiles to work at a time; it does not change the result.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/outOfRange(what:found:expected:)`` of a distance below the side of a cell,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Smith (1935), Geogr. Rev. 25, 272–284, doi:10.2307/209602.
public func relief(
  of elevation: RasterLayer, to writer: any RasterWriter, within distance: Double,
  threads: Int = ThreadLimit.current
) throws {
  let grid = elevation.reader.grid
  let cell = try CellSides(of: grid, metresPerElevation: 1, for: "relief")
  if let difference = grid.difference(from: writer.grid) {
    throw RasterError.gridMismatch(difference: difference)
  }
  guard distance.isFinite, distance >= min(cell.width, cell.height) else {
    throw RasterError.outOfRange(
      what: "the distance", found: "\(Quantity(distance, .metre).text)",
      expected: "at least the side of a cell, \(min(cell.width, cell.height)) m")
  }
  let disc = Disc(radius: distance, cell: cell, on: grid)
  let plan = BlockPlan(grid: grid, columns: ReliefTile.columns, rows: ReliefTile.rows)
  try plan.forEach(threads: threads) { _, window, _ in
    let tile = ReliefTile(window, disc)
    if disc.isWithin(grid) { try tile.gather(from: elevation) }
    try tile.write(to: writer)
  }
}
