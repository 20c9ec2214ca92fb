import Numerics
import Testing

/// statsmodels.stats.proportion.proportion_confint(hits, count, alpha=1 - confidence, method="wilson")
/// of statsmodels 0.14.
@Suite struct WilsonTests {
  @Test(arguments: [
    (8, 10, 0.95, 0.490_162_471_536_641_83, 0.943_317_848_545_624_7),
    (0, 7, 0.95, 0, 0.354_330_435_066_687_5),
    (7, 7, 0.95, 0.645_669_564_933_312_5, 1),
    (137, 700, 0.9, 0.172_239_739_629_998_47, 0.221_531_941_882_531_6),
  ]) func isThatOfStatsmodels(
    hits: Int, count: Int, confidence: Double, low: Double, high: Double
  ) {
    let interval = wilsonInterval(hits, of: count, confidence: confidence)
    #expect(abs(interval.lowerBound - low) < 1e-14)
    #expect(abs(interval.upperBound - high) < 1e-14)
  }
}
