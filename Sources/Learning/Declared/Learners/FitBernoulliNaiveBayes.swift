public import Vocabulary

/// Yes-or-no layers, each by itself.
public struct FitBernoulliNaiveBayes: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit bernoulli naive bayes", .value,
    "Counts how often each yes-or-no column holds for each label and weighs them by Bayes' rule.",
    formula:
      "P(xⱼ = 1 | y) = (nⱼᵧ + α) / (nᵧ + 2 α); a column is yes where it exceeds the threshold",
    sources: ["McCallum & Nigam (1998), AAAI Workshop on Learning for Text Categorization"],
    example: "bnbs = fit bernoulli naive bayes on train, reading scaled\n  alpha each of 0.1, 1")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<any Value>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let alpha = Parameter<Double>(
    "alpha", .item("alpha"), .number(.positive), "What is added to every count.", default: 1)
  let threshold = Parameter<Double>(
    "threshold", .item("threshold"), .number(.any), "Above which a column is a yes.", default: 0)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.model(on: places, reading: [stack], folds: folds, settings: [alpha, threshold])
  }
}
