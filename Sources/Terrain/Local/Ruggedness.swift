import CKernels
public import Numerics
public import Rasters
public import Vocabulary

/// The terrain ruggedness index: how much a cell's neighbours differ from it.
public struct Ruggedness: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "ruggedness", .value,
    "Measures how much a cell's eight neighbours differ from it in height: TRI.",
    formula: """
      riley: √(Σ (zᵢ − z)²);  wilson: Σ |zᵢ − z| / 8, over the eight neighbours zᵢ of z
      no data at edges and beside no data
      """,
    sources: [
      "Riley, DeGloria & Elliot (1999), Intermountain J. Sci. 5, 23–27",
      "Wilson, O'Connell, Brown, Guinan & Grehan (2007), eq. 11, doi:10.1080/01490410701295962",
    ],
    example: "tri = ruggedness of dem in m")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.length]), "The unit of the result.", default: .metre)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["riley", "wilson"]), "How differences are summed.",
    default: "riley")

  /// Creates the word.
  public init() {}

  /// A layer of heights on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "ruggedness")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(dem)?.grid)
  }

  /// Computes the index of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let (chosen, environment) = (try call[unit], call.environment)
    let method: RuggednessMethod = try call[method] == "riley" ? .riley : .wilson
    let plan = RasterLayerPlan(call.names.first ?? "ruggedness", unit: chosen)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try ruggedness(
        of: elevation.rasterLayers(in: environment)[0],
        to: ScaledWriter(writer, by: heightFactor(from: elevation.first.unit, to: chosen)),
        method: method, threads: environment.threads)
    }
  }
}

/// How the differences between a cell and its neighbours are summed.
public enum RuggednessMethod: String, Sendable, Codable, CaseIterable {
  /// The root of the sum of squares.
  ///
  /// - Source: Riley, DeGloria & Elliot (1999), Intermountain J. Sci. 5, 23–27.
  case riley
  /// The mean of absolute differences.
  ///
  /// - Source: Wilson et al. (2007), eq. 11, doi:10.1080/01490410701295962.
  case wilson
}

/// Computes the terrain ruggedness index.
///
///     riley: √(Σ (zᵢ − z)²),  wilson: Σ |zᵢ − z| / 8,  over the eight neighbours
///
/// The same bytes as `gdaldem TRI`.
///
/// - Input: elevation, any unit.
/// - Output: the same unit, 0 or more, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the index, one band on the same grid.
///   - method: how differences are summed.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: ``RuggednessMethod``.
public func ruggedness(
  of elevation: RasterLayer, to writer: any RasterWriter, method: RuggednessMethod = .riley,
  threads: Int = ThreadLimit.current
) throws {
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    scarp_ruggedness(level, rows, method == .wilson ? 1 : 0, result)
  }
}
