public import Numerics

/// A linear change of each column, learned from some places and applied to any.
///
///     y = (x − center) · factor + base
public struct Scaling: Sendable, Equatable {
  /// How the numbers of a column are brought to a common scale.
  public enum Method: Sendable, Equatable {
    /// The smallest value becomes the lower bound, the largest the upper.
    case minMax(to: ClosedRange<Double>)
    /// The mean becomes 0 and the standard deviation, of the kind stated, 1.
    case standardScore(DeviationKind)
  }

  /// How one column changes.
  public struct Column: Sendable, Hashable, Codable {
    /// The name of the column.
    public let name: String
    /// What is taken from each value: the smallest value, or the mean.
    public let center: Double
    /// What the difference is multiplied by.
    public let factor: Double
    /// What is then added.
    public let base: Double

    /// Creates the change of one column.
    public init(name: String, center: Double, factor: Double, base: Double) {
      self.name = name
      self.center = center
      self.factor = factor
      self.base = base
    }

    /// The changed value; not a number where the value is none.
    public func apply(_ x: Double) -> Double { (x - center) * factor + base }
  }

  /// The method that was learned.
  public let method: Method
  /// The columns, in the order in which they were learned.
  public let columns: [Column]

  /// Learns the change of each column from some places.
  ///
  /// - Parameters:
  ///   - method: which values decide.
  ///   - samples: the places to learn from.
  /// - Throws: ``LearningError/constantColumn(name:)``.
  public init(_ method: Method, learnedFrom samples: SampleMatrix) throws(LearningError) {
    var columns: [Column] = []
    for (j, name) in samples.names.enumerated() {
      let values = Array(samples.features.column(j))
      switch method {
      case .minMax(let range):
        var (low, high) = (Double.infinity, -Double.infinity)
        for x in values {
          low = min(low, x)
          high = max(high, x)
        }
        guard high > low else { throw .constantColumn(name: name) }
        let factor = (range.upperBound - range.lowerBound) / (high - low)
        columns.append(Column(name: name, center: low, factor: factor, base: range.lowerBound))
      case .standardScore(let kind):
        if values.count < 2 { throw .tooFewRows(rows: values.count, needed: 2) }
        let deviation = standardDeviation(of: values, kind: kind)
        guard deviation > 0 else { throw .constantColumn(name: name) }
        columns.append(
          Column(name: name, center: mean(of: values), factor: 1 / deviation, base: 0))
      }
    }
    self.method = method
    self.columns = columns
  }

  /// Applies the learned change to other places, which may fall outside the range learned.
  ///
  /// - Parameter samples: places with the same columns in the same order.
  /// - Returns: the same places with the changed values.
  /// - Throws: ``LearningError/otherColumns(expected:found:)``.
  public func applied(to samples: SampleMatrix) throws(LearningError) -> SampleMatrix {
    guard samples.names == columns.map(\.name) else {
      throw .otherColumns(expected: columns.map(\.name), found: samples.names)
    }
    var elements = samples.features.elements
    for (j, column) in columns.enumerated() {
      for i in j * samples.count..<(j + 1) * samples.count {
        elements[i] = column.apply(elements[i])
      }
    }
    return samples.replacing(
      features: Matrix(rows: samples.count, columns: columns.count, columnMajor: elements))
  }
}
