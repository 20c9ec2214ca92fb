import CKernels
public import Numerics
public import Rasters
public import Vocabulary

/// How the terrain surface bends.
public struct Curvature: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "curvature", .value, "Measures how the terrain surface bends, positive where it is convex.",
    formula: """
      p, q = ∂z/∂x, ∂z/∂y;  r, s, t = ∂²z/∂x², ∂²z/∂x∂y, ∂²z/∂y²;  g = p² + q²
      total = −(r + t)
      plan, of the contour: −(q²r − 2pqs + p²t) / g^(3/2), positive on spurs, negative in hollows
      profile, of the line of steepest slope: −(p²r + 2pqs + q²t) / (g (1 + g)^(3/2)), positive \
      where the slope steepens downhill
      in 1/m, the reciprocal of the radius, that is radians per metre; plan and profile are 0 where \
      the surface is level; no data at edges and beside no data
      derivatives from the cells a b c / d e f / g h i, w wide and h high:
      zevenbergen-thorne: p = (f − d)/2w, r = (d − 2e + f)/w², s = (c − a − i + g)/4wh
      evans-young: p = (c + f + i − a − d − g)/6w, r = (a + d + g + c + f + i − 2(b + e + h))/3w², \
      s as before; q and t alike
      """,
    sources: [
      "Zevenbergen & Thorne (1987), doi:10.1002/esp.3290120107",
      "Evans (1980), Z. Geomorph. Suppl. 36, 274–295",
      "Young (1978), Terrain analysis: program documentation, University of Durham",
      "Krcho (1991), Geogr. Phys. Quat.; Schmidt, Evans & Brinkmann (2003), eq. 1–3, "
        + "doi:10.1080/1365881031000114263",
    ],
    example: "profile = curvature of dem, kind profile")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let form = Parameter<String>(
    "kind", .after("kind"), .choice(["total", "plan", "profile"]),
    "Which one: of the surface, of the contour or of the steepest line.",
    default: "total")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["zevenbergen-thorne", "evans-young"]),
    "How the derivatives are estimated.", default: "zevenbergen-thorne")

  /// Creates the word.
  public init() {}

  /// A layer of reciprocal lengths on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "curvature")
    call.requireProjected(dem, for: "curvature")
    return ValueType(.raster, unit: .perMetre, grid: call.type(dem)?.grid)
  }

  /// Computes the curvature of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let environment = call.environment
    let kind: CurvatureKind =
      switch try call[form] {
      case "plan": .plan
      case "profile": .profile
      default: .total
      }
    let surface: SurfaceMethod =
      try call[method] == "evans-young" ? .evansYoung : .zevenbergenThorne
    let plan = RasterLayerPlan(call.names.first ?? "curvature", unit: .perMetre)
    // Bending is told per metre, whatever the elevation's unit.
    let metres = elevation.first.unit?.scale ?? 1
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try curvature(
        of: elevation.rasterLayers(in: environment)[0],
        to: ScaledWriter(writer, by: 1 / metres), kind: kind, method: surface,
        metresPerElevation: metres, threads: environment.threads)
    }
  }
}

/// Which bending of a surface is measured.
public enum CurvatureKind: String, Sendable, Codable, CaseIterable {
  /// The sum of the second derivatives, −∇²z.
  case total
  /// That of the contour line.
  case plan
  /// That of the line of steepest slope.
  case profile
}

/// Through which surface the second derivatives of elevation are taken.
public enum SurfaceMethod: String, Sendable, Codable, CaseIterable {
  /// The surface of fourth order through all nine cells: differences of direct neighbours.
  ///
  /// - Source: Zevenbergen & Thorne (1987), eq. 3–11, doi:10.1002/esp.3290120107.
  case zevenbergenThorne
  /// The quadratic surface of least squares, which smooths.
  ///
  /// - Source: Evans (1980), Z. Geomorph. Suppl. 36, 274–295; Young (1978).
  case evansYoung
}

/// Computes how the terrain surface bends, positive where it is convex.
///
///     total = −(r + t)
///     plan = −(q²r − 2pqs + p²t) / g^(3/2),  profile = −(p²r + 2pqs + q²t) / (g (1 + g)^(3/2))
///     p, q, r, s, t = ∂z/∂x, ∂z/∂y, ∂²z/∂x², ∂²z/∂x∂y, ∂²z/∂y²;  g = p² + q²
///
/// - Input: elevation on a projected grid.
/// - Output: per unit of elevation, the input's shape; plan and profile are 0 where g is; no data at
///   edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the curvature, one band on the same grid.
///   - kind: which curvature.
///   - method: how the derivatives are estimated.
///   - metresPerElevation: one unit of elevation in metres.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Schmidt, Evans & Brinkmann (2003), Int. J. Geogr. Inf. Sci. 17, 797–814, eq. 1–3,
///   doi:10.1080/1365881031000114263; for the derivatives ``SurfaceMethod``.
public func curvature(
  of elevation: RasterLayer, to writer: any RasterWriter, kind: CurvatureKind,
  method: SurfaceMethod = .zevenbergenThorne, metresPerElevation: Double = 1,
  threads: Int = ThreadLimit.current
) throws {
  let cell = try CellSides(
    of: elevation.reader.grid, metresPerElevation: metresPerElevation, for: "curvature")
  let surface = Int32(method == .evansYoung ? scarp_least_squares : scarp_second_differences)
  let form =
    switch kind {
    case .total: Int32(scarp_total)
    case .plan: Int32(scarp_plan)
    case .profile: Int32(scarp_profile)
    }
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    scarp_curvature(level, rows, surface, form, cell.width, cell.height, result)
  }
}
