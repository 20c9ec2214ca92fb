import Glibc
import Rasters
import Testing

@Suite struct ArithmeticTests {
  private func cells(_ tree: Arithmetic, _ layers: [[Float]]) throws -> [Float] {
    let grid = grid(layers[0].count, 1)
    return try written(grid) { writer in
      try compute(
        tree, layers.map { RasterLayer(ArrayReader(grid, $0)) }, to: writer, threads: 2)
    }
  }

  @Test func computesInDouble() throws {
    let tree = Arithmetic.binary(
      .divide, .unary(.ln, .binary(.add, .layer(0), .constant(1))),
      .binary(.power, .layer(1), .constant(2)))
    let a: [Float] = [1, 2.5, 1000]
    let b: [Float] = [3, -0.5, 0.1]
    let expected = zip(a, b).map { Float(log(Double($0) + 1) / (Double($1) * Double($1))) }
    for (x, y) in zip(try cells(tree, [a, b]), expected) { #expect(abs(x - y) <= 1e-6 * abs(y)) }
  }

  @Test(arguments: Arithmetic.Binary.allCases)
  func noDataWins(_ operation: Arithmetic.Binary) throws {
    let tree = Arithmetic.binary(operation, .layer(0), .layer(1))
    let found = try cells(tree, [[.nan, 1, .nan, 0], [0, .nan, .nan, .nan]])
    #expect(found.allSatisfy { $0.isNaN })
  }

  @Test(arguments: Arithmetic.Unary.allCases)
  func noDataStays(_ operation: Arithmetic.Unary) throws {
    let found = try cells(.unary(operation, .layer(0)), [[.nan, 1]])
    #expect(found[0].isNaN && !found[1].isNaN)
  }

  @Test func noDataOfAnUnusedBranchStays() throws {
    // pow(x, 0) is 1 for every number, and `0 and x` is false for every x.
    let power = Arithmetic.binary(.power, .layer(0), .constant(0))
    #expect(try cells(power, [[.nan, 5]])[0].isNaN)
    let both = Arithmetic.binary(.and, .constant(0), .layer(0))
    #expect(try cells(both, [[.nan, 5]])[0].isNaN)
  }

  @Test func comparisonsAndLogic() throws {
    let steep = Arithmetic.binary(
      .and, .binary(.greater, .layer(0), .constant(30)),
      .unary(.not, .binary(.lessOrEqual, .layer(1), .constant(0.25))))
    #expect(
      try cells(steep, [[31, 31, 30, 40], [0.3, 0.25, 1, .nan]]).map { "\($0)" }
        == ["1.0", "0.0", "0.0", "nan"])
  }

  @Test func whatHasNoValueIsNoData() throws {
    let logarithm = Arithmetic.unary(.ln, .layer(0))
    let found = try cells(logarithm, [[-1, 0, 1]])
    #expect(found[0].isNaN && found[1] == -.infinity && found[2] == 0)
  }

  @Test func oneValue() {
    let tree = Arithmetic.binary(.subtract, .layer(1), .binary(.multiply, .layer(0), .constant(2)))
    let compiled = CompiledArithmetic(tree)
    #expect(compiled.layerCount == 2 && compiled.value([3, 10]) == 4)
    #expect(compiled.value([.nan, 10]).isNaN)
  }
}
