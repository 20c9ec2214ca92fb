import Numerics
public import Vocabulary

/// One tree of questions.
public struct FitDecisionTree: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit decision tree", .value, "Fits one tree of yes-or-no questions about the layers.",
    formula: """
      p = share of landslides in the leaf
      At each node the question “column ≤ threshold” is asked that lowers the Gini impurity \
      2 p (1 − p) most; the threshold lies half way between two values. Of questions that are \
      equally good one is taken at random. A node of one class is a leaf. Values are read in \
      single precision; a layer as dummies has a column for each class.
      """,
    sources: ["Breiman, Friedman, Olshen & Stone (1984), doi:10.1201/9781315139470"],
    example: "trees = fit decision tree on train, reading scaled\n  depth each of 3, 5, 8")
  let places = Parameter<PlacesValue>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<StackValue>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let depth = Parameter<Int?>(
    "depth", .item("depth"), .number(.count), "The greatest number of questions in a row.",
    default: nil)
  let leaf = Parameter<Int?>(
    "leaf", .item("leaf"), .number(.count), "The fewest places in a leaf; left out, 1.",
    default: nil)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.requireNoNominalCodes(stack, purpose: "a tree")
    var type = call.model(on: places, reading: [stack], folds: folds, settings: [depth, leaf])
    type.cost = call.costOfTrees(
      1, on: places, candidates: call.columnCount(type.layers).value.map { Double($0) })
    return type
  }

  /// Grows the tree.
  public func run(_ call: Call) throws -> any Value {
    var tree = RandomForest.decisionTree()
    if let value = try call.members(example).first?.member.value {
      guard let model = value as? ForestValue, model.isSingleTree else {
        throw LearningError.otherLearner(expected: "decision tree")
      }
      tree = model.model.settings
    }
    tree.depth = try call[depth] ?? tree.depth
    tree.leaf = try call[leaf] ?? tree.leaf
    let (stack, environment) = (try call[stack], call.environment)
    let samples = try call.samples(of: stack, at: places)
    let model = try tree.fit(
      samples,
      random: RandomStream(seed: environment.seed, name: call.randomName, purpose: "trees"),
      threads: 1)
    return ForestValue(
      stack: stack, model: model, missing: samples.missing, heldOut: try call.heldOut(of: places))
  }
}

extension Inference {
  /// The work of growing trees: at each of about 2 log₂ n levels every place is looked at once for
  /// each candidate.
  func costOfTrees(
    _ trees: Double, on places: any AnyParameter, candidates: Double?
  ) -> Double? {
    guard let count = type(places)?.count.value, let candidates else { return nil }
    let levels = Double(2 * (Int.bitWidth - count.leadingZeroBitCount))
    return trees * Double(count) * levels * candidates
  }
}
