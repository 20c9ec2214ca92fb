public import Vocabulary

/// Normal layers, each by itself.
public struct FitGaussianNaiveBayes: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit gaussian naive bayes", .value,
    "Fits a normal distribution to each column for each label and weighs them by Bayes' rule.",
    formula: "p(1 | x) ∝ p(1) Π N(xⱼ; μⱼ₁, σ²ⱼ₁ + ε)",
    sources: ["Hand & Yu (2001), doi:10.1111/j.1751-5823.2001.tb00465.x"],
    example:
      "gnbs = fit gaussian naive bayes on train, reading scaled\n  smoothing each of 1e-9, 1e-6")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<any Value>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let smoothing = Parameter<Double>(
    "smoothing", .item("smoothing"), .number(.positive),
    "ε as a share of the greatest variance of a column.", default: 1e-9)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.model(on: places, reading: [stack], folds: folds, settings: [smoothing])
  }
}
