import Numerics
import Synchronization
import Testing

@Suite struct StatisticsTests {
  let values = [3.5, -1.25, 7, 0.1, 2, 2, 11.75]

  /// numpy 2: `np.mean(v)`, `np.std(v)`, `np.std(v, ddof=1)`.
  @Test func momentsAgreeWithNumpy() {
    #expect(abs(mean(of: values) - 3.585714285714286) < 1e-15)
    #expect(abs(standardDeviation(of: values, kind: .population) - 4.121088126567882) < 1e-15)
    #expect(abs(standardDeviation(of: values, kind: .sample) - 4.45128392392898) < 1e-15)
    #expect(mean(of: []).isNaN)
    #expect(standardDeviation(of: [1], kind: .sample).isNaN)
    #expect(standardDeviation(of: [1], kind: .population) == 0)
  }

  /// numpy 2: `np.quantile(v, [0, 0.1, 0.25, 0.5, 0.8, 1])`.
  @Test func quantilesAgreeWithNumpy() {
    let expected = [-1.25, -0.43999999999999995, 1.05, 2, 6.3000000000000025, 11.75]
    let found = quantiles(of: values, at: [0, 0.1, 0.25, 0.5, 0.8, 1])
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-15) }
    #expect(quantiles(of: [], at: [0.5])[0].isNaN)
    #expect(quantiles(of: [4], at: [0.3]) == [4])
  }

  /// scipy 1.17: `scipy.stats.rankdata(v)`.
  @Test func midranksShareTies() {
    #expect(midranks(of: values) == [5, 1, 6, 2, 3.5, 3.5, 7])
    #expect(midranks(of: []) == [])
    #expect(ascendingOrder(of: values) == [1, 3, 4, 5, 0, 2, 6])
  }

  /// scipy 1.17: `scipy.stats.pearsonr(v, [1, 4, -2, 8, 5, 7, 3])[0]`.
  @Test func pearsonAgreesWithScipy() {
    #expect(abs(pearson(values, [1, 4, -2, 8, 5, 7, 3]) + 0.5282517209963955) < 1e-15)
    #expect(pearson(values, values) == 1)
    #expect(pearson(values, values.map { _ in 3 }).isNaN)
  }

  @Test func sumsKeepWhatRoundingLoses() {
    #expect(orderedSum(of: [1, 1e100, 1, -1e100]) == 2)
    #expect(orderedSum(of: [1, .infinity]) == .infinity)
    #expect(orderedSum(of: [1, .infinity, -.infinity]).isNaN)
    #expect(orderedSum(of: []) == 0)
  }

  @Test func chunksGiveTheSameBytesOnAnyThreads() {
    var stream = RandomStream(seed: 5, name: "x", purpose: "sum")
    let numbers = (0..<30_001).map { _ in (stream.uniform() - 0.5) * 1e8 }
    let chunks = FixedChunks(of: numbers.count, size: 64)
    let sums = [1, 2, 3, 8, 64].map { threads in
      chunks.map(threads: threads) { range in numbers[range].reduce(0, +) }
    }
    #expect(sums.allSatisfy { $0 == sums[0] })
    #expect(chunks.chunkCount == 469)
    #expect(chunks.range(of: 468) == 29_952..<30_001)
    #expect(FixedChunks(of: 0, size: 8).map { $0.count } == [])
  }

  /// mpmath 1.3, 40 digits: `mp.erfc(-mpf(x) / mp.sqrt(2)) / 2`.
  @Test(arguments: [
    (-37.5, 4.6053530095819548e-308), (-20.3, 6.4292444676983463e-92),
    (-8.7, 1.6594208699647842e-18), (-5.247, 7.7297949502495069e-8),
    (-1.96, 0.024997895148220436), (-0.1, 0.46017216272297102),
    (0.7, 0.75803634777692697), (3.3, 0.99951657585761622),
  ])
  func normalCumulative(_ x: Double, _ expected: Double) {
    #expect(abs(NormalDistribution.cumulative(x) - expected) <= 2e-15 * expected)
  }

  /// mpmath 1.3, 40 digits: the root of the above by `mp.findroot`.
  @Test(arguments: [
    (1e-300, -37.047096299361199), (1e-20, -9.2623400897984076), (1e-5, -4.2648907939228246),
    (0.0234, -1.9881057100410928), (0.075, -1.4395314709384559), (0.3, -0.52440051270804082),
    (0.5, 0.0), (0.9, 1.2815515655446006), (0.975, 1.9599639845400539),
    (0.999999, 4.7534243088170878),
  ])
  func normalQuantile(_ p: Double, _ expected: Double) {
    #expect(abs(NormalDistribution.quantile(p) - expected) <= 1e-15 * abs(expected))
  }

  @Test func normalAtItsEnds() {
    #expect(NormalDistribution.cumulative(-.infinity) == 0)
    #expect(NormalDistribution.cumulative(.infinity) == 1)
    #expect(NormalDistribution.cumulative(.nan).isNaN)
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(1.5).isNaN)
    #expect(NormalDistribution.twoSided(0) == 1)
  }
}

@Suite struct ThreadTeamTests {
  @Test func everyNumberIsCalledOnce() {
    for count in [1, 2, 5, 64] {
      let calls = (0..<count).map { _ in Counter() }
      ThreadTeam.run(count) { calls[$0].value.wrappingAdd(1, ordering: .relaxed) }
      #expect(calls.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
    }
  }

  private final class Counter: Sendable {
    let value = Atomic<Int>(0)
  }
}
