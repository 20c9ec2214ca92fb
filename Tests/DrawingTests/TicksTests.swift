import Drawing
import Testing

@Suite("Round values along an axis")
struct TicksTests {
  @Test(
    "steps are 1, 2 or 5 times a power of ten",
    arguments: [
      (0.0, 1.0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (0.0, 100.0, 5, [0, 20, 40, 60, 80, 100]),
      (-3.2, 4.1, 6, [-3, -2, -1, 0, 1, 2, 3, 4]),
      (712_345.0, 716_175.0, 4, [713_000, 714_000, 715_000, 716_000]),
      (0.0, 0.35, 4, [0, 0.1, 0.2, 0.3]),
      (1e-7, 5e-7, 4, [1e-7, 2e-7, 3e-7, 4e-7, 5e-7]),
      (1747.0, 3177.0, 5, [1800, 2000, 2200, 2400, 2600, 2800, 3000]),
    ])
  func roundValues(low: Double, high: Double, intervals: Int, expected: [Double]) {
    #expect(Ticks(in: low...high, intervals: intervals).values == expected)
  }

  @Test func labelsShareTheirDecimals() {
    #expect(Ticks(in: 0...1).labels == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(Ticks(in: -20...20, intervals: 4).labels == ["−20", "−10", "0", "10", "20"])
  }

  @Test func everyTickIsWithinTheRangeAndTheirNumberIsNearTheWish() {
    var seed: UInt64 = 7
    for _ in 0..<2000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let low = Double(Int64(bitPattern: seed) >> 40) / 1000
      let high = low + Double(seed >> 33 & 0xFFFF) / 100 + 0.001
      let ticks = Ticks(in: low...high, intervals: 5)
      #expect(ticks.values.allSatisfy { $0 >= low - ticks.step * 1e-8 })
      #expect(ticks.values.allSatisfy { $0 <= high + ticks.step * 1e-8 })
      #expect((2...9).contains(ticks.values.count))
      #expect(Set(ticks.labels).count == ticks.values.count)
    }
  }

  @Test func aRangeOfOneValueHasOneTick() {
    #expect(Ticks(in: 5...5).values == [5])
    #expect(Ticks(in: 0...Double.infinity).values == [0])
  }

  @Test(
    "lengths of scale bars",
    arguments: [
      (1499.0, 1000.0), (999, 500), (0.21, 0.2), (5, 5), (0, 0), (20_000, 20_000),
    ])
  func lengths(length: Double, expected: Double) {
    #expect(Ticks.roundLength(atMost: length) == expected)
  }
}
