import Diagnostics
public import Vocabulary

/// The sum of weights of evidence as log odds.
public struct FitWeightsOfEvidence: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit weights of evidence", .value,
    "Adds the weights of the classes of a place to the log odds of landslides before.",
    formula: """
      P(y = 1 | classes) = 1 / (1 + exp(−(ln (π / (1 − π)) + Σ W⁺)))
      W⁺ as of “weights of evidence”, from all cells of the stack and the landslides of the places. \
      π, the prior, is the share of landslides among the places, as it is in other models, unless it \
      is stated. Probabilities hold where the layers are independent of one another; those that \
      repeat each other count twice. A class without landslides needs a correction.
      """,
    sources: [
      "Bonham-Carter, Agterberg & Wright (1989), Geological Survey of Canada Paper 89-9, 171–183",
      "Agterberg & Cheng (2002), doi:10.1023/A:1021193827501",
    ],
    example: "woe = fit weights of evidence on train, reading binned\n  correction 0.5")
  let places = Parameter<PlacesValue>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<StackValue>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of class layers that it learns from and predicts by.")
  let correction = Parameter<Double>(
    "correction", .item("correction"), .number(.positive),
    "What is added to each of the four counts of a class.", default: 0)
  let prior = Parameter<Double?>(
    "prior", .item("prior"), .number(.share),
    "The probability before any layer is known; left out, the share of landslides among the places.",
    default: nil)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.requireClasses(stack)
    if let prior = call.number(prior), prior <= 0 || prior >= 1 {
      call.report(
        .settingUnfit, "A prior of \(Quantity.plain(prior)) leaves nothing to learn.",
        at: self.prior, help: ["Write a share above 0 and below 1."])
    }
    return call.model(on: places, reading: [stack], folds: folds, settings: [correction, prior])
  }

  /// Counts the classes.
  public func run(_ call: Call) throws -> any Value {
    let (stack, places) = (try call[stack], try call[places])
    let counts = try ClassCounts(of: stack, at: places, in: call.environment)
    let labels = places.labelCounts
    let share = labels.map { Double($0.ones) / Double($0.ones + $0.zeros) }
    guard let prior = try call[prior] ?? share, prior > 0, prior < 1 else {
      throw LearningError.oneClass(label: 1, rows: places.count)
    }
    return ClassIndexValue(
      stack: stack,
      model: try ClassIndexModel(
        .weightsOfEvidence, counts, of: stack, correction: call[correction], prior: prior),
      heldOut: try call.heldOut(of: self.places))
  }
}
