public import Vocabulary

/// One tree of questions.
public struct FitDecisionTree: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit decision tree", .value, "Fits one tree of yes-or-no questions about the layers.",
    formula: "each question lowers the Gini impurity 2 p (1 − p) most",
    sources: ["Breiman, Friedman, Olshen & Stone (1984), doi:10.1201/9781315139470"],
    example: "trees = fit decision tree on train, reading scaled\n  depth each of 3, 5, 8")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<any Value>(
    "layers", .after("reading"), .value([.stack]), "The layers it reads.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let depth = Parameter<Int?>(
    "depth", .item("depth"), .number(.count), "The greatest number of questions in a row.",
    default: nil)
  let leaf = Parameter<Int>(
    "leaf", .item("leaf"), .number(.count), "The fewest places in a leaf.", default: 1)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.model(on: places, reading: [stack], folds: folds, settings: [depth, leaf])
  }
}
