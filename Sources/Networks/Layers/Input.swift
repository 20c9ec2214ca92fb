public import Vocabulary

/// What a network reads at each place.
public struct Input: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "input", .layer,
    "Says what a network reads at each place; the layers are those it is trained on.",
    formula: "window h x w: the cells around a place; sequence: its columns in order; patch: a "
      + "patch of cells; vector: its columns",
    example: "input window side x side")
  let window = Parameter<[Double]?>(
    "window", .after("window"), .pair, "The sides of the window, in cells, both odd.", default: nil)
  let form = Parameter<String?>(
    "form", .subject, .choice(["sequence", "patch", "vector"]), "Another form.", default: nil)

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}
