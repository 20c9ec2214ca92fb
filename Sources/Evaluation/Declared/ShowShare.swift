public import Vocabulary

/// How common a label is in sets of places.
public struct ShowShare: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show share", .output, "Shows how common a label is in sets of places.",
    formula: "share = places, or cells of patches, with the label / all of them",
    example: "show share of 1 in train, boosted, test as tbl-balance \"Share of landslide cells.\"")
  let label = Parameter<Double>(
    "label", .after("of"), .number(Limits(0...1, whole: true)), "The label.")
  let places = Parameter<any Value>(
    "sets", .after("in"), .values([.places]), "The sets of places.")

  /// Creates the word.
  public init() {}

  /// A table with a row for each set.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }
}
