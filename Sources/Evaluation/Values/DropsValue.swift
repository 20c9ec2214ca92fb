public import Vocabulary

/// What a score loses without each layer of a model.
public struct DropsValue: ValueWithMembers {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .drops }

  /// One layer.
  public struct Layer: Sendable, Hashable, Codable {
    /// The layer's name.
    public let name: String
    /// The score of the model without the layer.
    public let without: Double
    /// The score of the model that reads this layer alone.
    public let alone: Double
  }

  /// The metric as tables head it.
  public let metric: String
  /// Whether a smaller score is better.
  public let isLowerBetter: Bool
  /// The score with all layers.
  public let all: Double
  /// The layers, in the model's order.
  public let layers: [Layer]
  /// How many folds each score is the mean of; 0 for a score on named places.
  public let folds: Int

  /// What the score loses without a layer, as a share of the score with all layers; below 0 where
  /// the model is better without it, and not a number where the score with all is 0.
  public func drop(_ layer: Layer) -> Double {
    let loss = isLowerBetter ? layer.without - all : all - layer.without
    return all == 0 ? .nan : loss / abs(all)
  }

  /// The drop of one layer.
  public func member(_ name: String) -> (any Value)? {
    layers.first { $0.name == name }.map {
      NumberValue(Quantity(100 * drop($0), .percent))
    }
  }

  /// The layer without which most is lost.
  public var summary: String {
    let ordered = layers.filter { !drop($0).isNaN }.max { drop($0) < drop($1) }
    guard let ordered else { return "\(layers.count) layers" }
    return "\(layers.count) layers; most is lost without \(ordered.name): "
      + formatSignificant(100 * drop(ordered), digits: 4) + "%"
  }

  /// One row for each layer.
  public func display() -> DisplayTable {
    let judged = folds == 0 ? "" : ", mean of \(folds) folds"
    return DisplayTable(
      columns: [
        .text("Layer"), .number("Drop", unit: "%"), .number("\(metric) without"),
        .number("\(metric) alone"),
      ],
      rows: layers.map { layer in
        let lost = drop(layer)
        return [
          .text(layer.name), lost.isNaN ? .empty : .number(100 * lost, decimals: 2),
          .number(layer.without, decimals: 3), .number(layer.alone, decimals: 3),
        ]
      },
      notes: ["With all layers: \(metric) \(formatFixed(all, decimals: 3))\(judged)."])
  }
}
