import Glibc

/// The Cholesky factor of a symmetric positive definite matrix.
///
///     A = L Lᵀ,  L lower triangular with a positive diagonal
///
/// Made by ``LinearAlgebra/factor(_:)`` and taken by its other operations.
public struct CholeskyFactor: Sendable, Equatable {
  /// L; the elements above its diagonal are zero.
  public let lower: Matrix

  /// Wraps a lower triangular matrix with a positive diagonal and zeros above it.
  public init(lower: Matrix) {
    precondition(lower.rows == lower.columns, "a factor of \(lower.rows) x \(lower.columns)")
    self.lower = lower
  }

  /// The number of rows, and of columns, of the matrix that was factored.
  public var size: Int { lower.rows }

  /// The natural logarithm of the determinant of the matrix that was factored.
  ///
  ///     ln det A = 2 Σ ln Lᵢᵢ
  public var logDeterminant: Double {
    var sum = 0.0
    for i in 0..<size { sum += log(lower[i, i]) }
    return 2 * sum
  }
}
