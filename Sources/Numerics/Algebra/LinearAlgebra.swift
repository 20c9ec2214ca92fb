/// Dense linear algebra of symmetric positive definite matrices, in double precision.
///
/// The sciences ask for it by this protocol, so that they neither link nor name a library; the
/// program that computes hands in an implementation. Every operation gives the same bytes for the
/// same input, whatever else runs.
public protocol LinearAlgebra: Sendable {
  /// Factors a symmetric positive definite matrix.
  ///
  ///     A = L Lᵀ
  ///
  /// - Parameter matrix: square; only its lower triangle is read.
  /// - Returns: the factor, with zeros above its diagonal.
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)`` where a pivot is zero, negative or
  ///   not a number.
  func factor(_ matrix: Matrix) throws(LinearAlgebraError) -> CholeskyFactor

  /// Solves A X = B for X.
  ///
  /// - Parameters:
  ///   - factor: the factor of A, n x n.
  ///   - right: B, n x m.
  /// - Returns: X, n x m.
  func solve(_ factor: CholeskyFactor, _ right: Matrix) -> Matrix

  /// The inverse of the matrix that was factored, both triangles filled and exactly symmetric.
  func inverse(of factor: CholeskyFactor) -> Matrix
}

/// What linear algebra could not do, as facts.
public enum LinearAlgebraError: Error, Sendable, Equatable {
  /// The matrix is not positive definite: the pivot with this number, counted from zero, is the
  /// first that is not positive.
  case notPositiveDefinite(pivot: Int)

  /// What happened, one sentence.
  public var message: String {
    switch self {
    case .notPositiveDefinite(let pivot):
      "The matrix is not positive definite: its pivot \(pivot + 1) is not positive."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .notPositiveDefinite:
      "Leave out the columns that are combinations of others."
    }
  }
}
