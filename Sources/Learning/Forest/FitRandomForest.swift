import Diagnostics
import Numerics
public import Vocabulary

/// Many trees on resampled places.
public struct FitRandomForest: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit random forest", .value,
    "Fits many decision trees on resampled places and averages their leaves.",
    formula: """
      p = mean over trees of the share of landslides in the leaf
      Each tree is grown on places drawn with replacement. At each node the question “column ≤ \
      threshold” is asked that lowers the Gini impurity 2 p (1 − p) most, among a few columns \
      drawn anew; the threshold lies half way between two values. A node of one class is a leaf. \
      Splits are exact: between any two values at the node; with “splits histogram” only between \
      bins of about equally many places, which is faster on more than some 10,000 places. \
      Values are read in single precision; a layer as dummies has a column for each class. \
      What trees say of places that they were not grown from is out of bag.
      """,
    sources: [
      "Breiman (2001), doi:10.1023/A:1010933404324",
      "Breiman, Friedman, Olshen & Stone (1984), doi:10.1201/9781315139470",
    ],
    example: "forest = fit random forest on train, reading scaled\n  trees 500")
  let places = Parameter<PlacesValue>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let stack = Parameter<StackValue>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")
  let example = Parameter<(any Value)?>(
    "as in", .after("as in"), .value([.model]), "A model whose settings hold where none is given.",
    default: nil)
  let trees = Parameter<Int?>(
    "trees", .item("trees"), .number(.count), "How many trees; left out, 500.", default: nil)
  let depth = Parameter<Int?>(
    "depth", .item("depth"), .number(.count), "The greatest depth of a tree.", default: nil)
  let candidates = Parameter<Int?>(
    "candidates", .item("candidates"), .number(.count),
    "How many columns are tried at each split; left out, the root of their number.", default: nil)
  let leaf = Parameter<Int?>(
    "leaf", .item("leaf"), .number(.count),
    "The fewest places in a leaf, counted as often as they were drawn; left out, 1.", default: nil)
  let rows = Parameter<Double?>(
    "rows", .item("rows"), .number(Limits(1e-6...1)),
    "How many places are drawn for a tree, as a share of all; left out, 100%.", default: nil)
  let splits = Parameter<String?>(
    "splits", .item("splits"), .choice(RandomForest.Splits.allCases.map(\.rawValue)),
    "Between which values a node is divided; left out, exact.", default: nil)
  let bins = Parameter<Int?>(
    "bins", .item("bins"), .number(Limits(2...256, whole: true)),
    "The most bins of a column for splits by histogram; left out, 256.", default: nil)
  let folds = Parameter<(any Value)?>(
    "folds", .item("folds"), .either([.number(.count), .value([.folds])]),
    "Into how many folds the places are divided, or the folds.", default: nil)

  /// Creates the word.
  public init() {}

  /// A model that reads the stack.
  public func infer(_ call: Inference) -> ValueType {
    call.requireNoNominalCodes(stack, purpose: "a forest")
    var type = call.model(
      on: places, reading: [stack], folds: folds,
      settings: [trees, depth, candidates, leaf, rows, bins])
    let columns = call.columnCount(type.layers).value
    if let wanted = call.number(candidates), let columns, columns > 0, wanted > Double(columns) {
      call.report(
        .countImpossible,
        "\(Int(wanted)) columns are to be tried at each split, but "
          + "“\(call.references(stack)[0].text)” has \(columns).",
        at: candidates, help: ["Ask for at most \(columns), or leave the line out."])
    }
    if call.gives(bins), !call.gives(example), call.word(splits) != "histogram" {
      call.report(
        .settingUnfit, "Exact splits have no bins.", at: bins,
        help: ["Add a line: splits histogram. Or delete this one."])
    }
    let width = columns.map { Double($0) }
    type.cost = call.costOfTrees(
      call.number(trees) ?? 500, on: places,
      candidates: call.number(candidates) ?? width.map { $0.squareRoot() })
    return type
  }

  /// Grows the trees.
  public func run(_ call: Call) throws -> any Value {
    let (stack, environment) = (try call[stack], call.environment)
    let samples = try call.samples(of: stack, at: places)
    let random = RandomStream(
      seed: environment.seed, name: call.randomName, purpose: "trees")
    let model = try forest(call).fit(
      samples, random: random, threads: environment.threads,
      progress: { environment.progress($0) })
    return ForestValue(
      stack: stack, model: model, missing: samples.missing, heldOut: try call.heldOut(of: places))
  }

  private func forest(_ call: Call) throws -> RandomForest {
    var forest = RandomForest()
    if let value = try call.members(example).first?.member.value {
      guard let model = value as? ForestValue, !model.isSingleTree else {
        throw LearningError.otherLearner(expected: "random forest")
      }
      forest = model.model.settings
    }
    forest.trees = try call[trees] ?? forest.trees
    forest.depth = try call[depth] ?? forest.depth
    forest.candidates = try call[candidates] ?? forest.candidates
    forest.leaf = try call[leaf] ?? forest.leaf
    forest.rows = try call[rows] ?? forest.rows
    forest.splits = try call[splits].flatMap(RandomForest.Splits.init) ?? forest.splits
    forest.bins = try call[bins] ?? forest.bins
    return forest
  }
}
