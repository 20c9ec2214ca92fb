public import Numerics
public import Vocabulary

/// A model that sums a number for each class, fitted in the run.
public struct ClassIndexValue: Predictor {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .model }

  /// The layers it reads.
  public let stack: StackValue
  /// What was learned.
  public let model: ClassIndexModel
  /// The places of the fold that it did not learn from; none for a model of all its places.
  public let heldOut: PlacesValue?

  /// Keeps a model.
  public init(stack: StackValue, model: ClassIndexModel, heldOut: PlacesValue?) {
    self.stack = stack
    self.model = model
    self.heldOut = heldOut
  }

  /// The columns it was learned from, in order.
  public var featureNames: [String] { model.featureNames }
  /// Weights of evidence give probabilities, ratios an index.
  public var givesProbabilities: Bool { model.method == .weightsOfEvidence }

  /// The index or probability for each row of a matrix; see ``ProbabilityModel``.
  public func probabilities(for features: Matrix) -> [Double] {
    model.probabilities(for: features)
  }

  /// A setting, or the ratios or weights of one layer.
  public func member(_ name: String) -> (any Value)? {
    switch name {
    case "correction": NumberValue(Quantity(model.correction))
    case "prior": model.prior.map { NumberValue(Quantity($0)) }
    default: table.member(name)
    }
  }

  private var table: any ValueWithMembers {
    model.method == .weightsOfEvidence
      ? WeightsValue(model.counts, correction: model.correction) : RatiosValue(model.counts)
  }

  /// What it was learned from.
  public var summary: String {
    let layers = model.counts.layers.count
    return "\(model.method.rawValue) of \(layers) layer\(layers == 1 ? "" : "s"), "
      + model.counts.wholes
  }

  /// The number of each class, with what it was counted from.
  public func display() -> DisplayTable {
    let range = model.range
    let note =
      if let prior = model.prior {
        "Probability from the prior \(formatSignificant(prior, digits: 6)) and the sum of W⁺, as if "
          + "the layers were independent of one another."
      } else {
        "The index is the sum over the layers, brought from "
          + "\(formatSignificant(range.lowerBound, digits: 6)) to "
          + "\(formatSignificant(range.upperBound, digits: 6)), its least and greatest, to 0 to 1; it is "
          + "no probability."
      }
    let title =
      switch model.method {
      case .frequencyRatio: "Frequency ratio"
      case .statisticalIndex: "ln ratio"
      case .weightsOfEvidence: "W⁺"
      }
    return model.counts.table(
      [.number(title)],
      notes: [note]
        + (model.correction > 0
          ? ["\(Quantity.plain(model.correction)) was added to each count."] : [])
    ) { layer, i in [finiteCell(model.numbers[layer].numbers[i])] }
  }
}
