public import Vocabulary

/// Patches with truth and detection side by side.
public struct DrawPatches: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw patches", .output, "Draws example patches: the image, the truth and what models found.",
    example: "draw patches of llr on test, 4 across, with truth as fig-patches \"Examples.\"")
  let models = Parameter<any Value>(
    "models", .after("of"), .values([.model]), "Models that read patches.", takesFamily: true)
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The patches from which examples are drawn.")
  let across = Parameter<Int>(
    "across", .before("across"), .number(Limits(1...12, whole: true)), "How many in a row.",
    default: 4)
  let truth = Parameter<(any Value)?>(
    "truth", .after("with"), .value([.raster]), "The layer that says what is there.", default: nil)

  /// Creates the word.
  public init() {}

  /// A figure; the truth must lie on the patches' grid.
  public func infer(_ call: Inference) -> ValueType {
    call.requireOneGrid(call.references(places) + call.references(truth))
    return ValueType(.figure)
  }
}
