public import Vocabulary

/// How the terrain surface bends.
public struct Curvature: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "curvature", .value, "Measures how the terrain surface bends, positive where it is convex.",
    formula: "total = −(∂²z/∂x² + ∂²z/∂y²); plan: along the contour; profile: down the slope",
    sources: ["Zevenbergen & Thorne (1987), doi:10.1002/esp.3290120107"],
    example: "profile = curvature of dem, kind profile")
  let dem = Parameter<any Value>("dem", .after("of"), .value([.raster]), "The elevation.")
  let form = Parameter<String>(
    "kind", .after("kind"), .choice(["total", "plan", "profile"]), "Which curvature.",
    default: "total")

  /// Creates the word.
  public init() {}

  /// A layer of reciprocal lengths on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "curvature")
    call.requireProjected(dem, for: "curvature")
    return ValueType(.raster, unit: .perMetre, grid: call.type(dem)?.grid)
  }
}
