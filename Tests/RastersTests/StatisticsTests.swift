import Rasters
import Testing

@Suite struct StatisticsTests {
  let reader = ArrayReader.noise(grid(700, 803))
  var sorted: [Float] { reader.values.filter { !$0.isNaN }.sorted() }

  @Test func orderStatisticsAreExact() throws {
    let sorted = sorted
    let ranks = [0, sorted.count - 1, 5, 5, sorted.count / 2, sorted.count / 3]
    let found = try orderStatistics(ranks: ranks, of: RasterLayer(reader), threads: 2)
    #expect(found == ranks.map { sorted[$0] })
    #expect(throws: RasterError.self) {
      try orderStatistics(ranks: [sorted.count], of: RasterLayer(reader), threads: 1)
    }
  }

  @Test func moreRanksThanOnePassHolds() throws {
    let sorted = sorted
    let ranks = (0..<500).map { $0 * (sorted.count - 1) / 499 }
    let found = try orderStatistics(ranks: ranks, of: RasterLayer(reader), threads: 2)
    #expect(found == ranks.map { sorted[$0] })
  }

  /// Made by numpy: np.quantile(np.float64([-3, -0.5, 0, 2.25, 1e9]), [0, .1, .5, .77, 1]).
  @Test func quantilesAreLinear() throws {
    let values: [Float] = [2.25, .nan, -3, 0, -0.5, 1e9]
    let layer = RasterLayer(ArrayReader(grid(6, 1), values))
    let found = try quantiles(at: [0, 0.1, 0.5, 0.77, 1], of: layer, threads: 1)
    let expected = [-3, -2.0, 0, 80_000_002.07, 1e9]
    for (a, b) in zip(found, expected) { #expect(abs(a - b) <= 1e-9 * max(1, abs(b))) }
  }

  @Test func summary() throws {
    let values: [Float] = [1, 2, 3, 4, .nan, .infinity, -.infinity, .nan]
    let layer = RasterLayer(ArrayReader(grid(4, 2), values))
    let found = try summarise(layer, threads: 1)
    #expect(found.count == 4 && found.noData == 2 && found.infinite == 2)
    #expect(found.minimum == 1 && found.maximum == 4 && found.mean == 2.5)
    #expect(abs(found.deviation - 1.25.squareRoot()) < 1e-15)
    let none = try summarise(RasterLayer(ArrayReader(grid(1, 1), [.nan])), threads: 1)
    #expect(none.count == 0 && none.mean.isNaN)
  }

  @Test func summaryIsTheSameForAnyNumberOfThreads() throws {
    let one = try summarise(RasterLayer(reader), threads: 1)
    #expect(try summarise(RasterLayer(reader), threads: 3) == one)
    #expect(try summarise(RasterLayer(reader), threads: 8) == one)
    let exact = sorted.reduce(0.0) { $0 + Double($1) } / Double(sorted.count)
    #expect(abs(one.mean - exact) < 1e-9)
  }

  @Test func classCodesAscend() throws {
    let layer = RasterLayer(ArrayReader(grid(6, 1), [7, 2, .nan, -1, 7, 65_535]))
    #expect(try classCodes(of: layer, name: "rock", threads: 1) == [-1, 2, 7, 65_535])
    let bad = RasterLayer(ArrayReader(grid(2, 1), [1, 1.5]))
    #expect(throws: RasterError.notClasses(layer: "rock", found: "1.5")) {
      try classCodes(of: bad, name: "rock", threads: 1)
    }
  }
}
