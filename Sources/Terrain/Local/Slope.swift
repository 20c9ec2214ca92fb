import CKernels
import Diagnostics
public import Numerics
public import Rasters
public import Vocabulary

/// The steepness of the terrain surface.
public struct Slope: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "slope", .value, "Measures the steepness of the terrain surface.",
    formula: """
      slope = atan √(p² + q²),  p = ∂z/∂x,  q = ∂z/∂y
      horn: p = ((c + 2f + i) − (a + 2d + g)) / 8w,  q = ((g + 2h + i) − (a + 2b + c)) / 8h
      zevenbergen-thorne: p = (f − d) / 2w,  q = (h − b) / 2h
      of the cells a b c / d e f / g h i, w wide and h high; no data at edges and beside no data
      """,
    sources: [
      "Horn (1981), p. 18, doi:10.1109/PROC.1981.11918",
      "Zevenbergen & Thorne (1987), eq. 9 and 10, doi:10.1002/esp.3290120107",
    ],
    example: "slope = slope of dem in degrees")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.angle, .none]),
    "The unit of the result: degrees, radians or percent.", default: .degree)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["horn", "zevenbergen-thorne"]),
    "How the derivatives are estimated from the cells around.",
    default: "horn")

  /// Creates the word.
  public init() {}

  /// A layer of angles, or percent, on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "slope")
    call.requireProjected(dem, for: "slope")
    let unit = call.unit(unit)
    if let unit, unit.dimension == .none, unit.scale != Unit.percent.scale {
      call.report(
        .wrongDimension, "A slope is told in degrees, radians or percent, not in “\(unit.symbol)”.",
        at: self.unit, help: ["Write “in degrees”."])
    }
    return ValueType(.raster, unit: unit, grid: call.type(dem)?.grid)
  }

  /// Computes the slope of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let chosen = try call[unit]
    let stencil = GradientMethod(named: try call[method])
    let told: SlopeUnit =
      chosen.dimension == .none
      ? .percent : (chosen.scale == Unit.radian.scale ? .radians : .degrees)
    let environment = call.environment
    let plan = RasterLayerPlan(call.names.first ?? "slope", unit: chosen)
    return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try slope(
        of: elevation.rasterLayers(in: environment)[0], to: writer, method: stencil, in: told,
        metresPerElevation: elevation.first.unit?.scale ?? 1, threads: environment.threads)
    }
  }
}

/// How a slope is told.
public enum SlopeUnit: String, Sendable, Codable, CaseIterable {
  /// The angle in degrees, 0..<90.
  case degrees
  /// A hundred times the tangent of the angle.
  case percent
  /// The angle in radians, 0..<π/2.
  case radians

  /// The unit's number in the loops over cells.
  var kernel: Int32 {
    switch self {
    case .degrees: Int32(scarp_degrees)
    case .percent: Int32(scarp_percent)
    case .radians: Int32(scarp_radians)
    }
  }
}

/// Computes the steepness of the terrain surface.
///
///     slope = atan √(p² + q²),  p = ∂z/∂x,  q = ∂z/∂y
///
/// - Input: elevation on a projected grid.
/// - Output: degrees, percent or radians, the input's shape; no data at edges and beside no data.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the slope, one band on the same grid.
///   - method: how the derivatives are estimated.
///   - unit: how the slope is told.
///   - metresPerElevation: one unit of elevation in metres.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Horn (1981), p. 18, doi:10.1109/PROC.1981.11918; Zevenbergen & Thorne (1987), eq. 9 and
///   10, doi:10.1002/esp.3290120107.
public func slope(
  of elevation: RasterLayer, to writer: any RasterWriter,
  method: GradientMethod = .horn, in unit: SlopeUnit = .degrees,
  metresPerElevation: Double = 1, threads: Int = ThreadLimit.current
) throws {
  let cell = try CellSides(
    of: elevation.reader.grid, metresPerElevation: metresPerElevation, for: "slope")
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    scarp_slope(level, rows, method.kernel, cell.width, cell.height, unit.kernel, result)
  }
}
