import Diagnostics
public import Vocabulary

/// The sum of frequency ratios as an index.
public struct FitFrequencyRatio: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit frequency ratio", .value,
    "Ranks places by the sum of the frequency ratios of their classes.",
    formula: """
      s = Σ FR over the layers;  index = (s − least s) / (greatest s − least s)
      FR as of “frequency ratio”, from all cells of the stack and the landslides of the places. The \
      index ranks and is no probability: AUC, average precision and success rates judge it, a Brier \
      score does not.
      """,
    sources: ["Lee & Talib (2005), doi:10.1007/s00254-005-1228-z"],
    example: "frm = fit frequency ratio on train, reading binned")
  let places = Parameter<PlacesValue>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<StackValue>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of class layers that it learns from and predicts by.")
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.requireClasses(stack)
    call.warnOfSharesOfPlaces(stack, "frequency ratio")
    return call.model(on: places, reading: [stack], folds: folds, settings: [])
  }

  /// Counts the classes.
  public func run(_ call: Call) throws -> any Value {
    let stack = try call[stack]
    let counts = try ClassCounts(of: stack, at: call[places], in: call.environment)
    return ClassIndexValue(
      stack: stack,
      model: try ClassIndexModel(
        .frequencyRatio, counts, of: stack, correction: 0, prior: nil),
      heldOut: try call.heldOut(of: places))
  }
}
