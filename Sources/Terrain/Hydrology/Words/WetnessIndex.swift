import Diagnostics
import Glibc
public import Numerics
public import Rasters
public import Vocabulary

/// Where water gathers.
public struct WetnessIndex: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "wetness index", .value, "Says where water gathers, from the land above and the slope.",
    formula: """
      wetness index = ln(a / 1 m / tan β), a the specific catchment area, β the slope
      β is Horn's slope of the DEM as it is, and the floor where it is less; a is of the filled DEM.
      \(Water.formula)
      No data at edges and beside no data. At most 500 million cells, at 9 bytes of memory each (13 \
      where water is divided).
      """,
    sources: [
      "Beven & Kirkby (1979), doi:10.1080/02626667909491834",
      "Sørensen, Zinko & Seibert (2006), doi:10.5194/hess-10-101-2006",
    ] + Water.sources,
    example: "twi = wetness index of dem")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let method = Parameter<String>(
    "method", .after("by"), Water.methods, "How a cell's water is shared.", default: "d8")
  let power = Parameter<Double>(
    "power", .after("power"), .number(.positive), "The power of freeman's shares.", default: 1.1)
  let floor = Parameter<Quantity>(
    "floor", .after("floor"), .quantity(.angle), "The least slope, for level ground.",
    default: Quantity(0.1, .degree))

  /// Creates the word.
  public init() {}

  /// A layer of plain numbers on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "the wetness index")
    call.requireProjected(dem, for: "the wetness index")
    call.requireFreeman(power, method)
    if let floor = call.quantity(floor)?.base, floor <= 0 || floor >= .pi / 2 {
      call.report(
        .outOfRange, "The floor of the slope lies between 0 and 90 degrees.", at: self.floor,
        help: ["Write for example: floor 0.1 degrees."])
    }
    return ValueType(.raster, unit: .one, grid: call.type(dem)?.grid)
  }

  /// Computes the wetness index of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let environment = call.environment
    let least = try call[floor].base
    let water = try call.water(
      over: elevation, by: Water.method(call[method], power: call[power]))
    let plan = RasterLayerPlan(call.names.first ?? "wetness index", unit: .one)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try writeWetness(
        water, of: elevation.rasterLayers(in: environment)[0], to: writer, floor: least,
        metresPerElevation: elevation.first.unit?.scale ?? 1, threads: environment.threads)
    }
  }
}

/// Writes ln(a / tan β), the slope not under `floor`.
private func writeWetness(
  _ water: FieldWater, of elevation: RasterLayer, to writer: any RasterWriter, floor: Double,
  metresPerElevation: Double, threads: Int
) throws {
  let least = tan(floor)
  try writeIndex(
    water, of: elevation, to: writer, metresPerElevation: metresPerElevation, threads: threads
  ) { area, tangent in
    tangent.isNaN ? .nan : log(area / max(tangent, least))
  }
}

/// Computes the topographic wetness index of a DEM.
///
///     wetness index = ln(a / 1 m / tan β)
///
/// a is the specific catchment area, m² per m, of the DEM whose sinks are filled, and β Horn's slope
/// of the DEM as it is.
///
/// - Input: elevation on a projected grid.
/// - Output: plain numbers, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes one band on the same grid.
///   - method: how water is shared.
///   - floor: the least slope, radians.
///   - metresPerElevation: one unit of elevation in metres.
///   - scratch: a folder for files without names, used where memory is short.
///   - threads: how many threads may work; it does not change the result.
/// - Returns: what was filled.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/tooLarge(file:what:found:limit:)``, and what reader and writer throw.
/// - Source: Beven & Kirkby (1979), doi:10.1080/02626667909491834.
@discardableResult
public func wetnessIndex(
  of elevation: RasterLayer, to writer: any RasterWriter, by method: FlowMethod = .steepest,
  floor: Double = 0.1 * .pi / 180, metresPerElevation: Double = 1, scratch: String? = nil,
  threads: Int = ThreadLimit.current
) throws -> SinkChange {
  let (water, change) = try FieldWater.run(
    over: elevation, by: method, scratch: scratch, name: "the elevation", threads: threads)
  try writeWetness(
    water, of: elevation, to: writer, floor: floor, metresPerElevation: metresPerElevation,
    threads: threads)
  return change
}
