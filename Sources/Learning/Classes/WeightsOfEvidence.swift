import Diagnostics
public import Vocabulary

/// What each class says for and against landslides.
public struct WeightsOfEvidence: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "weights of evidence", .value,
    "Weighs each class of each layer as evidence for and against landslides.",
    formula: """
      W⁺ = ln (a / (a + b)) / (c / (c + d)),  W⁻ = ln (b / (a + b)) / (d / (c + d)),  C = W⁺ − W⁻
      s(C) = √(1/a + 1/b + 1/c + 1/d)
      a landslides lie in the class and b outside, c cells without landslides in it and d outside. \
      A class without landslides has no finite W⁺; a correction is added to each of the four. Of a stack of columns the cells are the places.
      """,
    sources: [
      "Bonham-Carter, Agterberg & Wright (1989), Geological Survey of Canada Paper 89-9, 171–183",
      "Haldane (1956), doi:10.1111/j.1469-1809.1956.tb01285.x",
    ],
    example: "weights = weights of evidence of binned given train\n  correction 0.5")
  let stack = Parameter<StackValue>(
    "layers", .after("of"), .value([.stack]),
    "A stack of class layers, read as classes or cut by bin.")
  let places = Parameter<PlacesValue>(
    "places", .after("given"), .value([.places]), "The places whose landslides are counted.",
    learns: .labels)
  let correction = Parameter<Double>(
    "correction", .item("correction"), .number(.positive), "What is added to each of the counts.",
    default: 0)

  /// Creates the word.
  public init() {}

  /// Weights for each class of each layer.
  public func infer(_ call: Inference) -> ValueType { call.numbersOfClasses(stack, .weights) }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    WeightsValue(
      try ClassCounts(of: call[stack], at: call[places], in: call.environment),
      correction: try call[correction])
  }
}
