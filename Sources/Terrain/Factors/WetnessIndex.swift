public import Vocabulary

/// Where water gathers.
public struct WetnessIndex: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "wetness index", .value, "Says where water gathers, from the land above and the slope.",
    formula: "wetness index = ln(a / 1 m / tan β), a the area above per contour length, β slope",
    sources: ["Beven & Kirkby (1979), doi:10.1080/02626667909491834"],
    example: "twi = wetness index of dem")
  let dem = Parameter<any Value>("dem", .after("of"), .value([.raster]), "The elevation.")

  /// Creates the word.
  public init() {}

  /// A layer of plain numbers on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "the wetness index")
    call.requireProjected(dem, for: "the wetness index")
    return ValueType(.raster, unit: .one, grid: call.type(dem)?.grid)
  }
}
