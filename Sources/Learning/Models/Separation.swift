import Numerics

/// How some columns tell the two classes apart, so that a logistic regression has no greatest
/// likelihood and its coefficients would grow without end.
///
/// - Source: Albert & Anderson (1984), "On the existence of maximum likelihood estimates in logistic
///   regression models", Biometrika 71, 1–10, doi:10.1093/biomet/71.1.1.
public struct Separation: Sendable, Equatable {
  /// Whether no place of either class lies on the boundary between them; otherwise some do, and the
  /// separation is quasi-complete.
  public let isComplete: Bool
  /// The columns whose combination separates.
  public let names: [String]

  /// Creates a separation by some columns.
  public init(isComplete: Bool, names: [String]) {
    self.isComplete = isComplete
    self.names = names
  }

  /// What was found, one sentence.
  public var message: String {
    let columns = names.map { "“\($0)”" }.joined(separator: ", ")
    let how = isComplete ? "completely" : "but for places on the boundary (quasi-completely)"
    return "\(names.count > 1 ? "A combination of \(columns)" : columns) separates the classes "
      + "\(how): no finite coefficients have the greatest likelihood."
  }
}

extension Separation {
  /// Looks for one column that separates the classes by itself.
  ///
  ///     complete:        max x of one class < min x of the other
  ///     quasi-complete:  max x of one class = min x of the other
  ///
  /// - Parameters:
  ///   - samples: complete rows with labels of both classes.
  ///   - labels: their labels, 0 or 1.
  /// - Returns: the first such column, complete before quasi-complete; none where no column by
  ///   itself separates.
  static func bySingleColumn(of samples: SampleMatrix, labels: [Double]) -> Separation? {
    var quasi: Separation?
    for (j, name) in samples.names.enumerated() {
      var (low, high) = ([Double.infinity, .infinity], [-Double.infinity, -.infinity])
      for (x, label) in zip(samples.features.column(j), labels) {
        let side = label == 1 ? 1 : 0
        low[side] = min(low[side], x)
        high[side] = max(high[side], x)
      }
      if high[0] < low[1] || high[1] < low[0] { return Separation(isComplete: true, names: [name]) }
      if quasi == nil && (high[0] == low[1] || high[1] == low[0]) {
        quasi = Separation(isComplete: false, names: [name])
      }
    }
    return quasi
  }
}
