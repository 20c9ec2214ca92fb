public import Vocabulary

/// How many there are.
public struct ShowCount: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show count", .output, "Shows how many places, features or rows there are, with their labels.",
    example: "show count of places, train, validation, test as tbl-patches \"Patches in each set.\""
  )
  let things = Parameter<any Value>(
    "things", .after("of"),
    .values([.places, .points, .lines, .areas, .table, .raster, .classes, .folds]),
    "What is counted.", takesFamily: true)

  /// Creates the word.
  public init() {}

  /// A table with a row for each.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }
}
