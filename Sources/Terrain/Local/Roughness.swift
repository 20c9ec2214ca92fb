import CKernels
public import Numerics
public import Rasters
public import Vocabulary

/// The height range among a cell and its eight neighbours.
public struct Roughness: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "roughness", .value, "Measures the height range among a cell and its eight neighbours.",
    formula: "roughness = max z − min z over 3 × 3 cells; no data at edges and beside no data",
    sources: ["Wilson et al. (2007), doi:10.1080/01490410701295962"],
    example: "rough = roughness of dem in m")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)

  /// Creates the word.
  public init() {}

  /// A layer of heights on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "roughness")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(dem)?.grid)
  }

  /// Computes the roughness of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let (chosen, environment) = (try call[unit], call.environment)
    let plan = RasterLayerPlan(call.names.first ?? "roughness", unit: chosen)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try roughness(
        of: elevation.rasterLayers(in: environment)[0],
        to: ScaledWriter(writer, by: heightFactor(from: elevation.first.unit, to: chosen)),
        threads: environment.threads)
    }
  }
}

/// Computes the height range among each cell and its eight neighbours.
///
///     roughness = max z − min z over 3 × 3 cells
///
/// The same bytes as `gdaldem roughness`.
///
/// - Input: elevation, any unit.
/// - Output: the same unit, 0 or more, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the range, one band on the same grid.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Wilson, O'Connell, Brown, Guinan & Grehan (2007), doi:10.1080/01490410701295962.
public func roughness(
  of elevation: RasterLayer, to writer: any RasterWriter, threads: Int = ThreadLimit.current
) throws {
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    scarp_roughness(level, rows, result)
  }
}
