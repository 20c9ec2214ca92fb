/// One change of a column's values, stated or learned, which is applied wherever they are read.
public enum ColumnStep: Sendable, Hashable, Codable {
  /// A linear change; see ``Scaling``.
  case scaled(Scaling.Column)
  /// Values become the codes of classes.
  case binned(Bins)
  /// Codes of classes become numbers.
  case recoded(ClassNumbers)

  /// Changes values in place; those that are not numbers stay so.
  func apply(to values: UnsafeMutableBufferPointer<Double>) {
    switch self {
    case .scaled(let scale):
      let (center, factor, base) = (scale.center, scale.factor, scale.base)
      for i in values.indices { values[i] = (values[i] - center) * factor + base }
    case .binned(let bins): bins.apply(to: values)
    case .recoded(let numbers): numbers.apply(to: values)
    }
  }

  /// Whether both are changes of one kind, whatever they hold.
  func isLike(_ other: ColumnStep) -> Bool {
    switch (self, other) {
    case (.scaled, .scaled), (.binned, .binned), (.recoded, .recoded): true
    default: false
    }
  }
}
