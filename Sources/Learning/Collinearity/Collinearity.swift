public import Numerics

/// How far each column can be told from the others.
///
///     R = correlation matrix,  VIFⱼ = (R⁻¹)ⱼⱼ,  tolerance = 1 / VIF = 1 − R²ⱼ
///
/// - Source: Belsley, Kuh & Welsch (1980), "Regression diagnostics", section 3.2,
///   doi:10.1002/0471725153.
public struct Collinearity: Sendable, Equatable {
  /// The names of the columns.
  public let names: [String]
  /// Pearson's correlation coefficient of each pair of columns, k x k.
  public let pearson: Matrix
  /// The variance inflation factor of each column, at least 1.
  public let inflation: [Double]

  /// The share of each column's variance that the others leave unexplained, 0...1.
  public var tolerance: [Double] { inflation.map { 1 / $0 } }
  /// The greatest variance inflation factor.
  public var highestInflation: Double { inflation.max() ?? 1 }

  /// Measures the collinearity of some columns.
  ///
  /// - Parameters:
  ///   - samples: at least two rows.
  ///   - algebra: what inverts the correlation matrix.
  /// - Throws: ``LearningError/constantColumn(name:)``,
  ///   ``LearningError/dependentColumns(names:)`` or ``LearningError/tooFewRows(rows:needed:)``.
  public init(of samples: SampleMatrix, using algebra: any LinearAlgebra) throws(LearningError) {
    if samples.count < 2 { throw .tooFewRows(rows: samples.count, needed: 2) }
    names = samples.names
    pearson = try StandardisedDesign(samples).correlation()
    let factor = try LinearDependence.factor(pearson, names: names, using: algebra)
    let inverse = algebra.inverse(of: factor)
    inflation = names.indices.map { max(1, inverse[$0, $0]) }
  }
}
