public import Numerics

/// Linear algebra by the textbook, for tests that must not need a library.
public struct PlainAlgebra: LinearAlgebra {
  /// Creates it.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func factor(_ matrix: Matrix) throws(LinearAlgebraError) -> CholeskyFactor {
    let n = matrix.rows
    var lower = Matrix(rows: n, columns: n)
    for j in 0..<n {
      for i in j..<n {
        var sum = matrix[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        if i == j {
          guard sum > 0 else { throw .notPositiveDefinite(pivot: j) }
          lower[j, j] = sum.squareRoot()
        } else {
          lower[i, j] = sum / lower[j, j]
        }
      }
    }
    return CholeskyFactor(lower: lower)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func solve(_ factor: CholeskyFactor, _ right: Matrix) -> Matrix {
    let (n, lower) = (factor.size, factor.lower)
    var x = right
    for c in 0..<right.columns {
      for i in 0..<n {
        for k in 0..<i { x[i, c] -= lower[i, k] * x[k, c] }
        x[i, c] /= lower[i, i]
      }
      for i in (0..<n).reversed() {
        for k in (i + 1)..<max(n, i + 1) { x[i, c] -= lower[k, i] * x[k, c] }
        x[i, c] /= lower[i, i]
      }
    }
    return x
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func inverse(of factor: CholeskyFactor) -> Matrix {
    var inverse = solve(factor, .identity(factor.size))
    for i in 0..<factor.size {
      for j in 0..<i { inverse[i, j] = inverse[j, i] }
    }
    return inverse
  }
}
