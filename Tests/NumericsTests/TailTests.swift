import Numerics
import Testing

/// Tails of Student's and the χ² distribution against SciPy 1.17.1.
@Suite struct TailTests {
  private func near(
    _ found: Double, _ expected: Double, _ note: String, within share: Double = 2e-12
  ) {
    #expect(abs(found - expected) <= share * expected, "\(note): \(found) for \(expected)")
  }

  /// Values of `2 * scipy.stats.t.sf(abs(t), v)`.
  @Test(arguments: [
    (0.1, 3.0, 0.9266523488008059), (2, 10, 0.07338803477074037),
    (-5, 348, 9.10638798137569e-07), (40, 348, 3.308370717263383e-132),
    (1e-8, 5, 0.9999999924078662), (200, 2.5, 2.5430954381379974e-06),
    (1.96, 1e6, 0.04999606758526985),
  ]) func student(t: Double, freedom: Double, expected: Double) {
    near(
      StudentDistribution.twoSided(t, freedom: freedom), expected, "t \(t), \(freedom)",
      within: freedom > 1e4 ? 1e-10 : 2e-12)
  }

  /// Values of `scipy.stats.chi2.sf(x, v)`.
  @Test(arguments: [
    (0.001, 1.0, 0.9747728793699604), (3.84, 1, 0.05004352124870519),
    (50, 1, 1.537459794428033e-12), (700, 1, 2.990226975124623e-154),
    (5, 4, 0.2872974951836458), (100, 4, 9.836624224615988e-21),
    (300, 250, 0.016518273157868715), (200, 250, 0.9912264010113268), (1e-12, 3, 1),
    (90, 100.5, 0.7644325261232705),
  ]) func chiSquare(x: Double, freedom: Double, expected: Double) {
    near(ChiSquareDistribution.upper(x, freedom: freedom), expected, "x \(x), \(freedom)")
  }

  @Test func whatHasNoEnd() {
    #expect(StudentDistribution.twoSided(.infinity, freedom: 3) == 0)
    #expect(StudentDistribution.twoSided(0, freedom: 3) == 1)
    #expect(StudentDistribution.twoSided(.nan, freedom: 3).isNaN)
    #expect(ChiSquareDistribution.upper(.infinity, freedom: 2) == 0)
    #expect(ChiSquareDistribution.upper(0, freedom: 2) == 1)
    #expect(ChiSquareDistribution.upper(.nan, freedom: 2).isNaN)
  }

  /// With one degree of freedom χ² is a squared normal number.
  @Test func oneDegreeIsNormal() {
    for z in stride(from: 0.05, through: 8, by: 0.35) {
      near(
        ChiSquareDistribution.upper(z * z, freedom: 1), NormalDistribution.twoSided(z), "z \(z)")
    }
  }
}
