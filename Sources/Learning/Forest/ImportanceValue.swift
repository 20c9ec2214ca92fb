import Numerics
public import Vocabulary

/// How much each layer matters to a model.
public struct ImportanceValue: ValueWithMembers {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .importance }

  /// One layer.
  public struct Layer: Sendable, Hashable, Codable {
    /// The layer's name.
    public let name: String
    /// Its importance, measured once or several times: for folds, for repeats.
    public let values: [Double]

    /// Creates a layer.
    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }

    /// The mean of what was measured.
    public var mean: Double { values.reduce(0, +) / Double(values.count) }
    /// The standard deviation (n − 1) of what was measured; none for one value.
    public var deviation: Double? {
      values.count < 2 ? nil : standardDeviation(of: values, kind: .sample)
    }
  }

  /// What is measured, as tables head it.
  public let title: String
  /// The unit of the numbers.
  public let unit: Unit
  /// How many decimals tables print.
  public let decimals: Int
  /// The layers, in the model's order.
  public let layers: [Layer]
  /// What a reader must know of the numbers.
  public let notes: [String]

  /// Creates importances.
  public init(title: String, unit: Unit, decimals: Int, layers: [Layer], notes: [String]) {
    self.title = title
    self.unit = unit
    self.decimals = decimals
    self.layers = layers
    self.notes = notes
  }

  /// The importances by the decrease of impurity, in hundredths of the whole.
  static func gini(_ layers: [Layer], notes: [String] = []) -> ImportanceValue {
    ImportanceValue(
      title: "Importance", unit: .percent, decimals: 2, layers: layers,
      notes: notes + [
        "Importance: share of the decrease of Gini impurity. It favours layers with many values."
      ])
  }

  /// The importance of one layer.
  public func member(_ name: String) -> (any Value)? {
    layers.first { $0.name == name }.map { NumberValue(Quantity($0.mean, unit)) }
  }

  /// The layer that matters most.
  public var summary: String {
    let most = layers.max { $0.mean < $1.mean }
    return "\(layers.count) layers"
      + (most.map { layer in
        let share = formatSignificant(layer.mean, digits: 4)
        return "; most important is \(layer.name): \(share)\(unit == .percent ? "%" : "")"
      } ?? "")
  }

  /// One row for each layer, the most important first.
  public func display() -> DisplayTable {
    let order = layers.indices.sorted {
      (layers[$1].mean, $0) < (layers[$0].mean, $1)
    }
    let deviates = layers.contains { $0.deviation != nil }
    return DisplayTable(
      columns: [.text("Layer"), .number(title, unit: unit.symbol)]
        + (deviates ? [.number("Standard deviation", unit: unit.symbol)] : []),
      rows: order.map { index in
        let layer = layers[index]
        return [.text(layer.name), .number(layer.mean, decimals: decimals)]
          + (deviates
            ? [layer.deviation.map { .number($0, decimals: decimals) } ?? .empty] : [])
      }, notes: notes)
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Kind {
  /// How much each layer matters to a model.
  public static let importance = Kind("importance")
}
