import Vocabulary

/// What statements will cost, as far as sizes are known.
extension Checker {
  /// The work of making one member of a value, in elementary operations, or none where a size is
  /// not known: every cell of every layer that is read or made counts once, every number of every
  /// place once, and where a word learns from n places and k columns, n k².
  ///
  /// It is the order of magnitude that matters. A word of which more is known says so in its
  /// `infer`.
  func cost(of call: BoundCall, making type: ValueType) -> Double? {
    let parts = call.ordered.map { (parameter: $0.parameter, references: $0.argument.references) }
    var total = 0.0
    for value in parts.flatMap({ $0.references.map(\.type) }) + [type] {
      guard let size = Self.size(of: value) else { return nil }
      total += size
    }
    for part in parts where part.parameter.learns != nil {
      for places in part.references.map(\.type) {
        guard let count = places.count.value, let columns = Self.columns(of: type) else {
          return nil
        }
        total += Double(count) * Double(columns) * Double(columns)
      }
    }
    return total
  }

  /// How many numbers a value holds; none where that is not known.
  private static func size(of value: ValueType) -> Double? {
    switch value.kind {
    case .raster, .classes, .bands, .stack, .zones:
      guard let grid = value.grid else { return value.kind == .stack ? 0 : nil }
      return grid.extent.map {
        Double($0.columns) * Double($0.rows) * Double(max(1, value.layers.count))
      }
    case .places, .table, .points, .lines, .areas, .folds, .column:
      return value.count.value.map { Double($0) * Double(max(1, value.members.count)) }
    default: return 0
    }
  }

  /// How many columns a model reads.
  private static func columns(of model: ValueType) -> Int? {
    var sum = 0
    for layer in model.layers {
      guard let columns = layer.columns.value else { return nil }
      sum += columns
    }
    return sum
  }
}
