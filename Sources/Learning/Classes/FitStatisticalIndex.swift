import Diagnostics
public import Vocabulary

/// The sum of the logarithms of frequency ratios as an index.
public struct FitStatisticalIndex: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit statistical index", .value,
    "Ranks places by the sum of the logarithms of the frequency ratios of their classes.",
    formula: """
      s = Σ ln FR over the layers;  index = (s − least s) / (greatest s − least s)
      FR as of “frequency ratio”. A class without landslides has no finite logarithm: a correction c \
      makes its share of the landslides (m + c) / (M + 2c), and that of the cells likewise. The index \
      ranks and is no probability.
      """,
    sources: [
      "van Westen (1997), ILWIS 2.1 for Windows Applications Guide, ITC Enschede, 73–84",
      "van Westen, Rengers & Soeters (2003), doi:10.1023/B:NHAZ.0000007097.42735.9e",
    ],
    example: "si = fit statistical index on train, reading binned\n  correction 0.5")
  let places = Parameter<PlacesValue>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<StackValue>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of class layers that it learns from and predicts by.")
  let correction = Parameter<Double>(
    "correction", .item("correction"), .number(.positive), "What is added to each count.",
    default: 0)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.requireClasses(stack)
    call.warnOfSharesOfPlaces(stack, "statistical index")
    return call.model(on: places, reading: [stack], folds: folds, settings: [correction])
  }

  /// Counts the classes.
  public func run(_ call: Call) throws -> any Value {
    let stack = try call[stack]
    let counts = try ClassCounts(of: stack, at: call[places], in: call.environment)
    return ClassIndexValue(
      stack: stack,
      model: try ClassIndexModel(
        .statisticalIndex, counts, of: stack, correction: call[correction], prior: nil),
      heldOut: try call.heldOut(of: places))
  }
}
