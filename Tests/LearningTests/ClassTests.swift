import Learning
import Testing
import Vocabulary

/// Classes and what is counted in them, without a notebook.
@Suite struct ClassTests {
  @Test func aClassIncludesItsLowerLimit() throws {
    let bins = try Bins(limits: [10, 20.5, 30])
    #expect(bins.labels == ["below 10", "10 to 20.5", "20.5 to 30", "from 30"])
    let codes = [-1e9, 9.999, 10, 20.49, 20.5, 29.9, 30, 1e9].map { bins.code(of: $0) }
    #expect(codes == [1, 1, 2, 2, 3, 3, 4, 4])
    #expect(bins.code(of: .nan).isNaN)
    #expect(bins.code(of: -.infinity) == 1)
    #expect(try Bins(limits: [-0.1, 0.1]).labels == ["below −0.1", "−0.1 to 0.1", "from 0.1"])
  }

  @Test func limitsMustAscend() {
    for limits in [[], [1, 1], [2, 1], [.nan, 1]] as [[Double]] {
      #expect(throws: LearningError.self) { try Bins(limits: limits) }
    }
  }

  @Test func sectorsAreCentredOnNorth() {
    let bins = Bins(sectors: 8, unit: .degree, withFlat: false)
    #expect(bins.labels == ["N", "NE", "E", "SE", "S", "SW", "W", "NW"])
    let angles = [0, 22.4, 22.5, 67.5, 90, 180, 337.4, 337.5, 359.9, 360, 382.5]
    #expect(
      angles.map { bins.labels[Int(bins.code(of: $0)) - 1] } == [
        "N", "N", "NE", "E", "E", "S", "NW", "N", "N", "N", "NE",
      ])
    #expect(bins.code(of: -1).isNaN)
    #expect(bins.code(of: .nan).isNaN)
    #expect(bins.code(of: .infinity).isNaN)
  }

  @Test func flatGroundIsAClassOfItsOwn() {
    let bins = Bins(sectors: 4, unit: .radian, withFlat: true)
    #expect(bins.labels == ["N", "E", "S", "W", "flat"])
    #expect([-1, 0, 1.6, 3.2, 4.7, 6.2].map { bins.code(of: $0) } == [5, 1, 2, 3, 4, 1])
    #expect(
      Bins(sectors: 3, unit: .degree, withFlat: false).labels == ["0°", "120°", "240°"])
    #expect(Bins(sectors: 16, unit: .degree, withFlat: false).labels[1] == "NNE")
  }

  /// The slope classes of ecuador-lsl/README.md, whose ratios and weights have six decimals.
  @Test func slopeClassesOfTheReadme() {
    let cells = [1236, 6720, 18582, 33112, 28237, 7909]
    let slides = [0, 0, 8, 40, 84, 43]
    let expected: [(fr: Double, plus: Double, minus: Double, contrast: Double)] = [
      (0, -.infinity, 0.013010, -.infinity), (0, -.infinity, 0.072869, -.infinity),
      (0.235671, -1.446715, 0.169185, -1.615899), (0.661278, -0.414201, 0.164931, -0.579132),
      (1.628434, 0.488769, -0.305187, 0.793957), (2.976160, 1.094257, -0.196140, 1.290397),
    ]
    for i in cells.indices {
      let ratio = frequencyRatio(landslides: slides[i], of: 175, cells: cells[i], of: 95_796)
      let weights = EvidenceWeights(landslides: slides[i], of: 175, cells: cells[i], of: 95_796)
      for (found, wanted) in [
        (ratio, expected[i].fr), (weights.positive, expected[i].plus),
        (weights.negative, expected[i].minus), (weights.contrast, expected[i].contrast),
      ] {
        #expect(found == wanted || abs(found - wanted) <= 5.1e-7, "\(i): \(found) for \(wanted)")
      }
    }
  }

  /// statsmodels 0.15.0: Table2x2([[40.5, 135.5], [33072.5, 62549.5]]) has log_oddsratio
  /// -0.570413544 and log_oddsratio_se 0.179213994.
  @Test func theContrastIsALogOddsRatio() {
    let weights = EvidenceWeights(
      landslides: 40, of: 175, cells: 33_112, of: 95_796, correction: 0.5)
    #expect(abs(weights.contrast + 0.570413544) < 1e-9)
    #expect(abs(weights.contrastError - 0.179213994) < 1e-9)
    #expect(abs(weights.studentised + 0.570413544 / 0.179213994) < 1e-7)
  }

  @Test func classesWithoutCellsHaveNoNumber() {
    #expect(frequencyRatio(landslides: 0, of: 5, cells: 0, of: 10).isNaN)
    #expect(EvidenceWeights(landslides: 0, of: 5, cells: 0, of: 10).positive.isNaN)
    // More landslides than cells in a class leave no share of cells without.
    #expect(EvidenceWeights(landslides: 3, of: 5, cells: 2, of: 10).positive.isNaN)
    #expect(EvidenceWeights(landslides: 2, of: 5, cells: 2, of: 10).positive == .infinity)
  }
}
