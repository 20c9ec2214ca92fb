public import Vocabulary

/// Why a distance cannot be measured: facts only; the engine adds the statement that met it.
public enum ProximityError: Error, Sendable, Equatable {
  /// The features to measure to are none.
  case noFeatures(source: String)
  /// The features to measure from are none.
  case nothingToMeasureFrom(source: String)
  /// No cell of the layer holds one of the values.
  case noSuchCell(layer: String, values: [Double])
}

extension ProximityError: Fault {
  /// What was found and what was expected, in one sentence.
  public var message: String {
    switch self {
    case .noFeatures(let source), .nothingToMeasureFrom(let source):
      "“\(source)” holds no feature; at least one was expected."
    case .noSuchCell(let layer, let values):
      "No cell of “\(layer)” holds \(values.map(Quantity.plain).joined(separator: " or "))."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .noFeatures: "Check the file: a distance needs something to measure to."
    case .nothingToMeasureFrom: "Check the file: a distance needs something to measure from."
    case .noSuchCell(let layer, _): "Look at the values of the layer: show \(layer)."
    }
  }

  /// A fault of the data.
  public var exitCode: Int32 { 4 }
}
