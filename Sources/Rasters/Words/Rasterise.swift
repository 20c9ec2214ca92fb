public import Vocabulary

/// Areas as cells.
public struct Rasterise: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "rasterise", .value, "Marks the cells whose centre lies in an area with 1, the others with 0.",
    example: "truth = rasterise scars onto sharp")
  let features = Parameter<any Value>("areas", .subject, .value([.areas]), "The areas.")
  let target = Parameter<any Value>(
    "grid", .after("onto"), .value([.raster, .classes, .bands]), "The layer whose grid to use.")

  /// Creates the word.
  public init() {}

  /// A layer of 1 and 0 on the grid named.
  public func infer(_ call: Inference) -> ValueType {
    ValueType(.raster, unit: .one, grid: call.type(target)?.grid)
  }
}
