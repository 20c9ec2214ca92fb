public import Vocabulary

/// Where running water can erode.
public struct StreamPower: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "stream power", .value, "Says where running water can erode, as the stream power index.",
    formula: "stream power = a / 1 m · tan β, a the area above per contour length, β slope",
    sources: ["Moore, Grayson & Ladson (1991), doi:10.1002/hyp.3360050103"],
    example: "spi = stream power of dem")
  let dem = Parameter<any Value>("dem", .after("of"), .value([.raster]), "The elevation.")

  /// Creates the word.
  public init() {}

  /// A layer of plain numbers on the elevation's grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "stream power")
    call.requireProjected(dem, for: "stream power")
    return ValueType(.raster, unit: .one, grid: call.type(dem)?.grid)
  }
}
