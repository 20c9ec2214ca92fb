public import Vocabulary

/// The direction that the terrain surface faces.
public struct Aspect: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "aspect", .value, "Measures which way the terrain surface faces, clockwise from north.",
    formula: "aspect = atan2(−∂z/∂x, −∂z/∂y), from 0 to 360 degrees; no data where it is flat",
    sources: [
      "Horn (1981), doi:10.1109/PROC.1981.11918",
      "Zevenbergen & Thorne (1987), doi:10.1002/esp.3290120107",
    ],
    example: "aspect = aspect of dem in degrees")
  let dem = Parameter<any Value>("dem", .after("of"), .value([.raster]), "The elevation.")
  let unit = Parameter<Unit>(
    "unit", .after("in"), .unit([.angle]), "The unit of the result.", default: .degree)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["horn", "zevenbergen-thorne"]), "The stencil.",
    default: "horn")

  /// Creates the word.
  public init() {}

  /// A layer of angles on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "aspect")
    call.requireProjected(dem, for: "aspect")
    return ValueType(.raster, unit: call.unit(unit), grid: call.type(dem)?.grid)
  }
}
