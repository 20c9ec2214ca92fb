import Formats
import Numerics
import Testing

@Suite struct LinearAlgebraTests {
  let algebra = OpenBLASLinearAlgebra()

  /// A = [[4, 2, 0.6], [2, 2, 0.5], [0.6, 0.5, 3]], worked by hand from A = L Lᵀ.
  @Test func factorSolveInverse() throws {
    let a = Matrix(rows: 3, columns: 3, columnMajor: [4, 2, 0.6, 2, 2, 0.5, 0.6, 0.5, 3])
    let factor = try algebra.factor(a)
    #expect(factor.lower[0, 0] == 2 && factor.lower[1, 0] == 1 && factor.lower[1, 1] == 1)
    #expect(factor.lower[0, 1] == 0 && factor.lower[0, 2] == 0 && factor.lower[1, 2] == 0)
    let x = Matrix(rows: 3, columns: 2, columnMajor: [1, -2, 3, 0.5, 0, 7])
    var right = Matrix(rows: 3, columns: 2)
    for i in 0..<3 {
      for j in 0..<2 { for k in 0..<3 { right[i, j] += a[i, k] * x[k, j] } }
    }
    let solved = algebra.solve(factor, right)
    for (found, expected) in zip(solved.elements, x.elements) {
      #expect(abs(found - expected) < 1e-12)
    }
    let inverse = algebra.inverse(of: factor)
    for i in 0..<3 {
      for j in 0..<3 {
        var sum = 0.0
        for k in 0..<3 { sum += a[i, k] * inverse[k, j] }
        #expect(abs(sum - (i == j ? 1 : 0)) < 1e-12)
        #expect(inverse[i, j] == inverse[j, i])
      }
    }
  }

  @Test func notPositiveDefinite() {
    let indefinite = Matrix(rows: 2, columns: 2, columnMajor: [1, 2, 2, 1])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) {
      try algebra.factor(indefinite)
    }
    let broken = Matrix(rows: 2, columns: 2, columnMajor: [1, 0, 0, .nan])
    #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 1)) { try algebra.factor(broken) }
  }
}
