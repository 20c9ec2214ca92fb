public import Numerics
public import Vocabulary

/// A random forest or a decision tree fitted in the run.
public struct ForestValue: Predictor {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .model }

  /// The layers it reads.
  public let stack: StackValue
  /// The fit.
  public let model: ForestModel
  /// How many places were left out because a layer had no value.
  public let missing: Int
  /// The places of the fold that it did not learn from; none for a model of all its places.
  public let heldOut: PlacesValue?

  /// Keeps a fit.
  public init(stack: StackValue, model: ForestModel, missing: Int, heldOut: PlacesValue?) {
    self.stack = stack
    self.model = model
    self.missing = missing
    self.heldOut = heldOut
  }

  /// The columns it was learned from, in order.
  public var featureNames: [String] { model.featureNames }

  /// Whether it is one tree on all places, and no forest.
  public var isSingleTree: Bool { model.settings.rows == nil }

  /// The probability of a landslide for each row of a matrix; see ``ProbabilityModel``.
  public func probabilities(for features: Matrix) -> [Double] {
    model.probabilities(for: features)
  }

  /// For each layer the share of the decrease of impurity that its columns bring about together.
  public var importance: [ImportanceValue.Layer] {
    let share = Dictionary(
      zip(featureNames, model.importance), uniquingKeysWith: { first, _ in first })
    return stack.layers.enumerated().map { index, layer in
      let own = stack.columns.filter { $0.layer == index }.compactMap { share[$0.name] }
      return ImportanceValue.Layer(name: layer.name, values: [100 * own.reduce(0, +)])
    }
  }

  /// A setting.
  public func member(_ name: String) -> (any Value)? {
    let settings = model.settings
    let number: Double? =
      switch name {
      case "trees": Double(settings.trees)
      case "candidates": Double(settings.candidates(of: featureNames.count))
      case "depth": settings.depth.map { Double($0) }
      case "leaf": Double(settings.leaf)
      case "rows": settings.rows
      case "bins": Double(settings.bins)
      default: nil
      }
    return number.map { NumberValue(Quantity($0)) }
  }

  /// What it was fitted on, and what the trees say out of bag.
  public var summary: String {
    let places = "\(model.observations) places, \(featureNames.count) columns"
    if isSingleTree { return "\(places), \(model.nodeCount / 2 + 1) leaves" }
    let trees = "\(model.settings.trees) trees, \(places)"
    guard let outOfBag = model.outOfBag else { return trees }
    return "\(trees), out-of-bag error \(formatFixed(1 - outOfBag.accuracy, decimals: 4))"
  }

  /// The layers by their importance.
  public func display() -> DisplayTable {
    var table = ImportanceValue.gini(importance).display()
    table.notes = notes + table.notes
    return table
  }

  private var notes: [String] {
    let settings = model.settings
    let columns = featureNames.count
    var notes: [String] = []
    let places = "\(model.observations) places, \(model.positives) labelled 1"
    if isSingleTree {
      notes.append("\(places); \(model.nodeCount / 2 + 1) leaves.")
    } else {
      notes.append(
        "\(settings.trees) trees, \(settings.candidates(of: columns)) of \(columns) columns tried "
          + "at each node; \(places).")
    }
    if let outOfBag = model.outOfBag {
      let error = formatFixed(1 - outOfBag.accuracy, decimals: 4)
      notes.append("Out-of-bag error \(error) at \(outOfBag.labels.numbers.count) places.")
    }
    if missing > 0 { notes.append("\(missing) places without a value in every layer left out.") }
    return notes
  }
}
