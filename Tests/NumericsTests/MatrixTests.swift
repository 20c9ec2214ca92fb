import Numerics
import Testing

@Suite struct MatrixTests {
  @Test func elementsStandColumnAfterColumn() {
    var matrix = Matrix(rows: 2, columns: 3, columnMajor: [1, 2, 3, 4, 5, 6])
    #expect(matrix[1, 0] == 2)
    #expect(matrix[0, 2] == 5)
    #expect(Array(matrix.column(1)) == [3, 4])
    matrix[1, 2] = 9
    #expect(matrix.elements == [1, 2, 3, 4, 5, 9])
    #expect(Matrix.identity(2).elements == [1, 0, 0, 1])
  }

  @Test func factorKnowsTheDeterminant() {
    let factor = CholeskyFactor(lower: Matrix(rows: 2, columns: 2, columnMajor: [2, 1, 0, 3]))
    #expect(abs(factor.logDeterminant - 3.58351893845611) < 1e-14)
    #expect(LinearAlgebraError.notPositiveDefinite(pivot: 1).message.contains("pivot 2"))
  }
}
