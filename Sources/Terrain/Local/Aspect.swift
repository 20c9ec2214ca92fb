import CKernels
import Diagnostics
public import Numerics
public import Rasters
public import Vocabulary

/// The direction that the terrain surface faces.
public struct Aspect: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "aspect", .value, "Measures which way the terrain surface faces, clockwise from north.",
    formula: """
      aspect = atan2(−∂z/∂x, −∂z/∂y), x to the east and y to the north, from 0 to below 360 degrees
      derivatives as in slope; no data at edges, beside no data, and where both derivatives are 0
      into n sectors: class 0, flat, where both are 0; else 1 + ⌊(aspect + 180°/n) / (360°/n)⌋ mod n, \
      so that class 1 is centred on north; n is 4, 8 or 16
      As a factor take cos(aspect) and sin(aspect), northness and eastness: 1 and 359 degrees are near.
      """,
    sources: [
      "Horn (1981), doi:10.1109/PROC.1981.11918",
      "Zevenbergen & Thorne (1987), doi:10.1002/esp.3290120107",
    ],
    example: "aspect = aspect of dem in degrees")
  let dem = Parameter<RasterValue>(
    "dem", .after("of"), .value([.raster]),
    "The elevation, in a unit of length on a projected grid.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.angle]), "The unit of the result.", default: .degree)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["horn", "zevenbergen-thorne"]),
    "How the derivatives are estimated from the cells around.",
    default: "horn")
  let sectors = Parameter<Int?>(
    "sectors", .around("into", "sectors"), .number(Limits(4...16, whole: true)),
    "Classes instead of angles: how many sectors, 4, 8 or 16.", default: nil)

  /// Creates the word.
  public init() {}

  /// A layer of angles, or of classes, on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "aspect")
    call.requireProjected(dem, for: "aspect")
    let grid = call.type(dem)?.grid
    guard call.gives(sectors) else {
      return ValueType(.raster, unit: call.unit(unit), grid: grid)
    }
    if let count = call.number(sectors), AspectSectors(rawValue: Int(count)) == nil {
      call.report(
        .outOfRange, "The circle is cut into 4, 8 or 16 sectors, not into \(Int(count)).",
        at: sectors, help: ["Write: into 8 sectors."])
    }
    if call.gives(unit) {
      call.report(
        .unexpectedWords, "Sectors are classes and have no unit.", at: unit,
        help: ["Leave out the unit, or the sectors."])
    }
    return ValueType(.classes, grid: grid)
  }

  /// Computes the aspect of every cell.
  public func run(_ call: Call) throws -> any Value {
    let elevation = try call[dem]
    let stencil = GradientMethod(named: try call[method])
    let environment = call.environment
    let name = call.names.first ?? "aspect"
    let layer = try elevation.rasterLayers(in: environment)[0]
    guard let count = try call[sectors] else {
      let chosen = try call[unit]
      let plan = RasterLayerPlan(name, unit: chosen)
      return try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
        try aspect(
          of: layer, to: writer, method: stencil,
          in: chosen.scale == Unit.radian.scale ? .radians : .degrees,
          threads: environment.threads)
      }
    }
    guard let sectors = AspectSectors(rawValue: count) else {
      throw RasterError.outOfRange(
        what: "the number of sectors", found: "\(count)", expected: "4, 8 or 16")
    }
    let plan = RasterLayerPlan(name, unit: nil, isNominal: true)
    let made = try RasterValue.make(on: elevation.grid, [plan], in: environment) { writer in
      try aspectSectors(
        of: layer, to: writer, into: sectors, method: stencil, threads: environment.threads)
    }
    var facts = made.first
    facts.labels = facts.codes?.map { sectors.labels[$0] }
    return RasterValue(grid: made.grid, layers: [facts])
  }
}

/// How an aspect is told.
public enum AspectUnit: String, Sendable, Codable, CaseIterable {
  /// Degrees, 0..<360.
  case degrees
  /// Radians, 0..<2π.
  case radians
}

/// Computes which way the terrain surface faces, clockwise from north.
///
///     aspect = atan2(−∂z/∂x, −∂z/∂y),  x to the east and y to the north
///
/// On square cells the same bytes as `gdaldem aspect`, which takes all cells for square; the angle
/// comes from an arc tangent of our own, within 2 units in the last place of a `Double`.
///
/// - Input: elevation on a projected grid.
/// - Output: degrees 0..<360 or radians, the input's shape; no data at edges, beside no data, and where
///   the surface is flat: both derivatives are 0.
/// - Parameters:
///   - elevation: the band of elevations.
///   - writer: takes the aspect, one band on the same grid.
///   - method: how the derivatives are estimated.
///   - unit: how the aspect is told.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Horn (1981), p. 18, doi:10.1109/PROC.1981.11918; Zevenbergen & Thorne (1987), eq. 9 and
///   10, doi:10.1002/esp.3290120107.
public func aspect(
  of elevation: RasterLayer, to writer: any RasterWriter, method: GradientMethod = .horn,
  in unit: AspectUnit = .degrees, threads: Int = ThreadLimit.current
) throws {
  let cell = try CellSides(of: elevation.reader.grid, metresPerElevation: 1, for: "aspect")
  let radians = Float(Double.pi / 180)
  try mapRows(of: elevation, to: writer, threads: threads) { level, rows, result in
    scarp_aspect(level, rows, method.kernel, cell.width / cell.height, .nan, result)
    if unit == .radians { for i in 0..<rows.count { result[i] *= radians } }
  }
}
