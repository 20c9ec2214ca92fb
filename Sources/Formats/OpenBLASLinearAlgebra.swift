import COpenBLAS
public import Numerics

/// Linear algebra of symmetric positive definite matrices by LAPACK, as OpenBLAS has it.
///
/// OpenBLAS is held to one thread, as its results may differ between one and several.
public struct OpenBLASLinearAlgebra: LinearAlgebra {
  /// Holds OpenBLAS to one thread.
  public init() { openblas_set_num_threads(1) }

  /// The version and processor kernels of OpenBLAS, “OpenBLAS 0.3.21 …”.
  public static var version: String { String(cString: openblas_get_config()) }
  /// The processor whose kernels OpenBLAS uses, “Cooperlake”.
  public static var core: String { String(cString: openblas_get_corename()) }

  /// Factors a matrix by `dpotrf`; see ``LinearAlgebra``.
  public func factor(_ matrix: Matrix) throws(LinearAlgebraError) -> CholeskyFactor {
    precondition(
      matrix.rows == matrix.columns, "a matrix of \(matrix.rows) x \(matrix.columns)")
    var lower = matrix
    let n = matrix.rows
    guard n > 0 else { return CholeskyFactor(lower: lower) }
    var size = Int32(n)
    var leading = size
    var info: Int32 = 0
    WorkingMemory.use { dpotrf_("L", &size, &lower.elements, &leading, &info) }
    precondition(info >= 0, "dpotrf: argument \(-info)")
    guard info == 0 else { throw .notPositiveDefinite(pivot: Int(info) - 1) }
    for j in 0..<n {
      // LAPACK passes over a pivot that is not a number.
      guard lower[j, j] > 0 else { throw .notPositiveDefinite(pivot: j) }
      for i in 0..<j { lower[i, j] = 0 }
    }
    return CholeskyFactor(lower: lower)
  }

  /// Solves A X = B by `dpotrs`; see ``LinearAlgebra``.
  public func solve(_ factor: CholeskyFactor, _ right: Matrix) -> Matrix {
    precondition(right.rows == factor.size, "\(right.rows) rows for \(factor.size) equations")
    var result = right
    guard factor.size > 0, right.columns > 0 else { return result }
    var size = Int32(factor.size)
    var columns = Int32(right.columns)
    var leading = size
    var rows = size
    var info: Int32 = 0
    WorkingMemory.use {
      dpotrs_(
        "L", &size, &columns, factor.lower.elements, &leading, &result.elements, &rows, &info)
    }
    precondition(info == 0, "dpotrs: argument \(-info)")
    return result
  }

  /// The inverse by `dpotri`; see ``LinearAlgebra``.
  public func inverse(of factor: CholeskyFactor) -> Matrix {
    var result = factor.lower
    let n = factor.size
    guard n > 0 else { return result }
    var size = Int32(n)
    var leading = size
    var info: Int32 = 0
    WorkingMemory.use { dpotri_("L", &size, &result.elements, &leading, &info) }
    precondition(info == 0, "dpotri: \(info)")
    for j in 0..<n {
      for i in 0..<j { result[i, j] = result[j, i] }
    }
    return result
  }
}
