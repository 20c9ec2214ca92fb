import Evaluation
import Testing

@Suite struct ClassTests {
  @Test func lowerLimitsBelongToTheirClass() throws {
    let breaks = try ClassBreaks.equalIntervals(over: 0...1, count: 5)
    #expect(breaks.limits == [0, 0.2, 0.4, 0.6, 0.8, 1])
    let found = [0, 0.1999, 0.2, 0.6, 0.799, 0.8, 1].map { breaks.classIndex(of: $0) }
    #expect(found == [0, 0, 1, 3, 3, 4, 4])
    #expect(breaks.classIndex(of: -0.01) == nil)
    #expect(breaks.classIndex(of: 1.01) == nil)
    #expect(breaks.classIndex(of: .nan) == nil)
  }

  @Test func quantilesHoldEquallyMany() throws {
    let values = (0..<100).map { Double($0 * $0) } + [.nan]
    let breaks = try ClassBreaks.quantiles(of: values, count: 4)
    var counts = [0, 0, 0, 0]
    for value in values {
      if let i = breaks.classIndex(of: value) { counts[i] += 1 }
    }
    #expect(counts == [25, 25, 25, 25])
    #expect(breaks.limits.first == 0 && breaks.limits.last == 9801)
  }

  @Test func impossibleClassesAreRefused() {
    #expect(throws: EvaluationError.tooFewDistinctValues(classes: 2, limits: [1, 1, 2])) {
      try ClassBreaks.quantiles(of: [1, 1, 1, 2], count: 2)
    }
    #expect(throws: EvaluationError.limitsNotAscending([0, 2, 2])) {
      try ClassBreaks(limits: [0, 2, 2])
    }
    #expect(throws: EvaluationError.self) {
      try ClassBreaks(limits: [0, .nan])
    }
    #expect(throws: EvaluationError.noClasses(0)) {
      try ClassBreaks.equalIntervals(over: 0...1, count: 0)
    }
    #expect(throws: EvaluationError.nothingToMeasure) {
      try ClassBreaks.quantiles(of: [.nan], count: 3)
    }
  }

  /// The equal-interval classes of ecuador-lsl/README.md.
  @Test func classTableOfEcuador() throws {
    let cells = [30062, 27710, 20723, 12238, 5063]
    let table = try ClassTable(
      cells: cells, areas: cells.map { Double($0) * 100 }, landslides: [10, 14, 37, 61, 53])
    let expected = [
      (31.3813, 0.1821, 3.3265), (28.9261, 0.2766, 5.0523), (21.6324, 0.9774, 17.8546),
      (12.7751, 2.7285, 49.8447), (5.2852, 5.7303, 104.6810),
    ]
    for (row, (share, ratio, density)) in zip(table.rows, expected) {
      #expect(abs(row.areaShare * 100 - share) <= 5.1e-5)
      #expect(abs(try #require(row.frequencyRatio) - ratio) <= 5.1e-5)
      #expect(abs(try #require(row.density) - density) <= 5.1e-5)
    }
  }

  @Test func cellsAreCountedByClass() throws {
    let table = try ClassTable(
      classes: [0, 0, nil, 2], count: 3, cellArea: 25, landslides: [2, nil, 2])
    #expect(table.rows.map(\.cells) == [2, 0, 1])
    #expect(table.rows.map(\.landslides) == [0, 0, 2])
    #expect(table.rows[1].frequencyRatio == nil && table.rows[1].density == nil)
    #expect(table.rows[2].frequencyRatio == 3)
    #expect(table.rows[0].area == 50)
    let plain = try ClassTable(classes: [0], count: 1, cellArea: 1)
    #expect(plain.rows[0].landslides == nil && plain.rows[0].landslideShare == nil)
    #expect(throws: EvaluationError.nothingToMeasure) {
      try ClassTable(classes: [nil], count: 1, cellArea: 1)
    }
  }

  /// Mid-rank: below 0.5 lie two of five cells, at 0.5 two.
  @Test func successRateCountsTiesHalf() throws {
    let curve = try SuccessRateCurve(
      cells: [0.1, 0.2, 0.5, 0.5, 0.9, .nan], landslides: [0.5, 0.9, .nan])
    #expect(abs(curve.area - ((2 + 1) / 5.0 + (4 + 0.5) / 5.0) / 2) < 1e-15)
    var trapezoids = 0.0
    for (a, b) in zip(curve.points, curve.points.dropFirst()) {
      trapezoids += (b.areaShare - a.areaShare) * (a.landslideShare + b.landslideShare) / 2
    }
    #expect(abs(trapezoids - curve.area) < 1e-15)
    #expect(curve.points.first == curve.points.first { $0.areaShare == 0 })
    #expect(throws: EvaluationError.noLandslides) {
      try SuccessRateCurve(cells: [1], landslides: [.nan])
    }
  }
}
