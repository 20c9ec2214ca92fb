public import Vocabulary

/// Many trees that vote.
public struct FitRandomForest: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit random forest", .value, "Fits many decision trees on resampled places and averages them.",
    formula: "p = mean over trees of the share of landslides in the leaf",
    sources: ["Breiman (2001), doi:10.1023/A:1010933404324"],
    example: "forest = fit random forest on train, reading scaled\n  trees 500")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<any Value>(
    "layers", .after("reading"), .value([.stack]), "The layers it reads.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let trees = Parameter<Int>(
    "trees", .item("trees"), .number(.count), "How many trees.", default: 500)
  let depth = Parameter<Int?>(
    "depth", .item("depth"), .number(.count), "The greatest depth of a tree.", default: nil)
  let candidates = Parameter<Int?>(
    "candidates", .item("candidates"), .number(.count),
    "How many layers are tried at each split; left out, the root of their number.", default: nil)
  let leaf = Parameter<Int>(
    "leaf", .item("leaf"), .number(.count), "The fewest places in a leaf.", default: 1)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.model(
      on: places, reading: [stack], folds: folds, settings: [trees, depth, candidates, leaf])
  }
}
