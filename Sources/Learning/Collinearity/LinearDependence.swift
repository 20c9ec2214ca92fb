import Numerics

/// Which columns are, to within rounding, linear combinations of each other.
enum LinearDependence {
  /// The share of a column's variance that the others must leave unexplained: below it, what is
  /// left is rounding.
  static let leastTolerance = 1e-12

  /// Factors a correlation matrix, or names the columns that make it singular.
  ///
  /// A column whose pivot vanishes is a combination of those before it, and the combination says
  /// which of them take part.
  ///
  /// - Parameters:
  ///   - correlation: k x k, ones on its diagonal.
  ///   - names: the names of its k columns.
  ///   - algebra: what factors and solves.
  /// - Returns: the factor of the whole matrix.
  /// - Throws: ``LearningError/dependentColumns(names:)``.
  static func factor(
    _ correlation: Matrix, names: [String], using algebra: any LinearAlgebra
  ) throws(LearningError) -> CholeskyFactor {
    do throws(LinearAlgebraError) {
      let factor = try algebra.factor(correlation)
      guard
        let p = names.indices.first(where: {
          factor.lower[$0, $0] * factor.lower[$0, $0] < leastTolerance
        })
      else { return factor }
      throw .notPositiveDefinite(pivot: p)
    } catch {
      switch error {
      case .notPositiveDefinite(let pivot):
        throw .dependentColumns(
          names: columns(with: pivot, correlation: correlation, names: names, using: algebra))
      }
    }
  }

  private static func columns(
    with pivot: Int, correlation: Matrix, names: [String], using algebra: any LinearAlgebra
  ) -> [String] {
    var leading = Matrix(rows: pivot, columns: pivot)
    var right = Matrix(rows: pivot, columns: 1)
    for i in 0..<pivot {
      right[i, 0] = correlation[i, pivot]
      for j in 0..<pivot { leading[i, j] = correlation[i, j] }
    }
    guard let factor = try? algebra.factor(leading) else { return Array(names[...pivot]) }
    let weights = algebra.solve(factor, right)
    return (0..<pivot).filter { abs(weights[$0, 0]) > 1e-6 }.map { names[$0] } + [names[pivot]]
  }
}
