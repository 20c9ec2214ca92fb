public import Vocabulary

/// Range, mean and unit of layers.
public struct ShowSummary: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show summary", .output, "Shows range, mean, unit and cells without data of each layer.",
    example: "show summary of factors as tbl-factors \"Range, mean and unit of each factor.\"")
  let layers = Parameter<any Value>(
    "layers", .after("of"), .values([.stack, .raster, .classes, .bands]), "The layers.",
    takesFamily: true)

  /// Creates the word.
  public init() {}

  /// A table with a row for each layer.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }
}
