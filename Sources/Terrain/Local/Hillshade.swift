import CKernels
import Glibc
public import Numerics
public import Rasters
public import Vocabulary

/// How bright the terrain surface is under a light.
public struct Hillshade: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "hillshade", .value, "Shades the terrain as a light from one side, or several, would.",
    formula: """
      hillshade = 1 + 254 max(0, sin h − cos h (p sin a + q cos a)) / √(1 + p² + q²), rounded
      of a light at azimuth a and altitude h, p = ∂z/∂x to the east, q = ∂z/∂y to the north
      multidirectional: lights from 225, 270, 315 and 360 degrees, each weighted by half the \
      squared cosine of its angle to the aspect
      from 1, dark, to 255; no data at edges and beside no data
      """,
    sources: [
      "Horn (1981), doi:10.1109/PROC.1981.11918",
      "Mark (1992), USGS Open-File Report 92-422, doi:10.3133/ofr92422",
    ],
    example: "shade = hillshade of dem, azimuth 315 degrees, altitude 45 degrees")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let azimuth = Parameter<Quantity>(
    "azimuth", .after("azimuth"), .quantity(.angle), "Where the light is, clockwise from north.",
    default: Quantity(315, .degree))
  let altitude = Parameter<Quantity>(
    "altitude", .after("altitude"), .quantity(.angle), "How high it stands above the horizon.",
    default: Quantity(45, .degree))
  let isMultidirectional = Parameter<Bool>(
    "lights", .flag("multidirectional"), .number(.any), "Four lights instead of one.",
    default: false)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["horn", "zevenbergen-thorne"]),
    "How the derivatives are estimated from the cells around.",
    default: "horn")

  /// Creates the word.
  public init() {}

  /// A layer of plain numbers on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "hillshade")
    call.requireProjected(dem, for: "hillshade")
    return ValueType(.raster, unit: .one, grid: call.type(dem)?.grid)
  }

  /// Computes the brightness of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let environment = call.environment
    let light = TerrainLight(
      azimuth: try call[azimuth].base, altitude: try call[altitude].base,
      isMultidirectional: try call[isMultidirectional])
    let stencil = GradientMethod(named: try call[method])
    let plan = RasterLayerPlan(call.names.first ?? "hillshade", unit: .one, isShade: true)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try hillshade(
        of: elevation.rasterLayers(in: environment)[0], to: writer, under: light, method: stencil,
        metresPerElevation: elevation.first.unit?.scale ?? 1, threads: environment.threads)
    }
  }
}

/// Where the light of a shaded terrain comes from.
public struct TerrainLight: Sendable, Hashable {
  /// Where it is, radians clockwise from north; of several lights it does not count.
  public var azimuth: Double
  /// How high it stands, radians above the horizon.
  public var altitude: Double
  /// Whether there are four lights, from 225, 270, 315 and 360 degrees.
  public var isMultidirectional: Bool

  /// Places a light, from the north-west at half height unless told otherwise.
  public init(
    azimuth: Double = 1.75 * .pi, altitude: Double = 0.25 * .pi, isMultidirectional: Bool = false
  ) {
    self.azimuth = azimuth
    self.altitude = altitude
    self.isMultidirectional = isMultidirectional
  }
}

/// Computes how bright the terrain surface is under a light.
///
///     hillshade = 1 + 254 max(0, sin h − cos h (p sin a + q cos a)) / √(1 + p² + q²), rounded
///
/// Of four lights the brightness before the 1 is the mean weighted by the squared cosine of the angle
/// between light and aspect, and that of the light's height alone where the surface is level.
///
/// - Input: elevation on a projected grid.
/// - Output: whole numbers from 1 to 255, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the brightness, one band on the same grid.
///   - light: where the light is.
///   - method: how the derivatives are estimated.
///   - metresPerElevation: one unit of elevation in metres.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Horn (1981), doi:10.1109/PROC.1981.11918; Mark (1992), USGS Open-File Report 92-422,
///   doi:10.3133/ofr92422.
public func hillshade(
  of elevation: RasterLayer, to writer: any RasterWriter,
  under light: TerrainLight = TerrainLight(),
  method: GradientMethod = .horn, metresPerElevation: Double = 1,
  threads: Int = ThreadLimit.current
) throws {
  let cell = try CellSides(
    of: elevation.reader.grid, metresPerElevation: metresPerElevation, for: "hillshade")
  let lamp = scarp_light(
    sine: sin(light.altitude), cosine: cos(light.altitude), east: sin(light.azimuth),
    north: cos(light.azimuth), width: cell.width, height: cell.height, method: method.kernel,
    is_multidirectional: light.isMultidirectional ? 1 : 0)
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    withUnsafeTemporaryAllocation(of: Double.self, capacity: rows.count) { room in
      guard let shades = room.baseAddress else { return }
      scarp_hillshade(level, rows, lamp, shades)
      for i in 0..<rows.count { result[i] = Float((shades[i] + 0.5).rounded(.down)) }
    }
  }
}
