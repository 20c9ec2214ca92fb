import Evaluation
import Numerics
import Testing

/// 150 places, 60 of them landslides, some with the same score.
private func labels() -> [Double] { (0..<150).map { $0 % 5 < 2 ? 1 : 0 } }

@Suite struct ROCBandTests {
  private func predictions() throws -> Predictions {
    let labels = labels()
    let scores = labels.indices.map { i -> Double in
      let rest = 0.4 * labels[i] * Double(i * 53 % 89) / 89
      let score = Double(i * 37 % 101) / 101 * 0.6 + rest
      return (score * 50).rounded(.toNearestOrEven) / 50
    }
    return try Predictions(labels: labels, probabilities: scores)
  }

  private func band(draws: Int? = nil, seed: UInt64 = 1) throws -> ROCBand {
    try ROCBand(
      of: predictions(), draws: draws,
      random: RandomStream(seed: seed, name: "glm", purpose: "ROC band"))
  }

  // numpy 2 and scikit-learn 1.7, with y and s as above:
  //   r = np.random.default_rng(1); pos, neg = s[y == 1], s[y == 0]; grid = np.arange(101) / 100
  //   def se(p, n):
  //       f, t, _ = roc_curve(np.r_[np.ones(len(p)), np.zeros(len(n))], np.r_[p, n],
  //                           drop_intermediate=False)
  //       u = np.unique(f)
  //       return np.interp(grid, u, [t[f == x].max() for x in u])
  //   draws = np.array([se(r.choice(pos, len(pos)), r.choice(neg, len(neg))) for _ in range(20000)])
  //   np.quantile(draws, [0.025, 0.975], axis=0)
  // Two thousand draws of another stream lie within 0.02 of these: five standard errors.
  @Test func liesWhereNumpyPutsIt() throws {
    let band = try band()
    #expect(band.falsePositiveRates.count == 101)
    for (step, low, high) in [
      (0, 0.2667, 0.5167), (5, 0.2875, 0.5444), (10, 0.325, 0.6), (25, 0.4448, 0.7389),
      (50, 0.6417, 0.9084), (75, 0.85, 0.9833), (100, 1, 1),
    ] {
      #expect(abs(band.lows[step] - low) < 0.02, "\(step): \(band.lows[step])")
      #expect(abs(band.highs[step] - high) < 0.02, "\(step): \(band.highs[step])")
    }
  }

  /// The curve itself lies within its band, and one seed gives one band.
  @Test func isRoundItsCurveAndTheSameEachTime() throws {
    let (first, curve) = (try band(), try ROCCurve(of: predictions()))
    #expect(try band() == first)
    #expect(try band(seed: 2) != first)
    for point in curve.points {
      let step = (point.falsePositiveRate * 100).rounded()
      guard abs(point.falsePositiveRate * 100 - step) < 1e-9 else { continue }
      let best =
        curve.points.filter { $0.falsePositiveRate == point.falsePositiveRate }
        .map(\.truePositiveRate).max() ?? 0
      #expect(first.lows[Int(step)] <= best && best <= first.highs[Int(step)])
    }
    #expect(zip(first.lows, first.highs).allSatisfy { 0 <= $0 && $0 <= $1 && $1 <= 1 })
  }

  @Test func manyPlacesNeedFewerDraws() {
    #expect(ROCBand.draws(of: 150) == 2000)
    #expect(ROCBand.draws(of: 10_000) == 2000)
    #expect(ROCBand.draws(of: 40_000) == 500)
    #expect(ROCBand.draws(of: 10_000_000) == 200)
  }

  @Test func oneClassHasNone() throws {
    let predictions = try Predictions(labels: [1, 1], probabilities: [0.2, 0.4])
    #expect(throws: EvaluationError.oneClass(metric: "ROC curve", label: 1, rows: 2)) {
      try ROCBand(of: predictions, random: RandomStream(seed: 1, name: "a", purpose: "ROC band"))
    }
  }
}

@Suite struct ReliabilityCurveTests {
  // scikit-learn 1.7 and statsmodels 0.14, with y and p as here:
  //   sklearn.calibration.calibration_curve(y, p, n_bins=10)
  //   sklearn.metrics.brier_score_loss(y, p)
  //   proportion_confint(hits, n, method="wilson") of each bin
  @Test func isThatOfScikitLearn() throws {
    let labels = labels()
    let probabilities = labels.indices.map { i -> Double in
      let rest = 0.35 * labels[i] * Double(i * 53 % 89) / 89
      return (Double(i * 37 % 101) + 0.5) / 101 * 0.6 + rest
    }
    let curve = try ReliabilityCurve(
      of: Predictions(labels: labels, probabilities: probabilities))
    #expect(abs(curve.brier - 0.200_257_537_973_126_56) < 1e-12)
    let expected: [(Double, Double, Int, Double, Double)] = [
      (0.117647, 0.046164, 17, 0.03288, 0.343364), (0.25, 0.147469, 20, 0.111862, 0.468701),
      (0.285714, 0.246013, 21, 0.138139, 0.499564), (0.375, 0.344482, 24, 0.211594, 0.5729),
      (0.4, 0.446833, 25, 0.234033, 0.592605), (0.375, 0.550186, 24, 0.211594, 0.5729),
      (1, 0.641337, 8, 0.675592, 1), (1, 0.748, 7, 0.64567, 1), (1, 0.858192, 4, 0.510109, 1),
    ]
    #expect(curve.bins.count == ReliabilityCurve.binCount)
    #expect(curve.bins[9] == nil)
    for (bin, (share, probability, count, low, high)) in zip(curve.bins, expected) {
      let bin = try #require(bin)
      #expect(abs(bin.share - share) < 1e-6 && abs(bin.probability - probability) < 1e-6)
      #expect(bin.count == count)
      #expect(abs(bin.interval.lowerBound - low) < 1e-6)
      #expect(abs(bin.interval.upperBound - high) < 1e-6)
    }
  }

  @Test func aProbabilityOfOneIsInTheLastBin() throws {
    let curve = try ReliabilityCurve(of: Predictions(labels: [1, 0], probabilities: [1, 0]))
    #expect(curve.bins[9]?.count == 1 && curve.bins[0]?.count == 1)
    #expect(curve.brier == 0)
  }

  @Test func anIndexIsNoProbability() throws {
    let index = try Predictions(labels: [1, 0], probabilities: [1, 0], isIndex: true)
    #expect(throws: EvaluationError.self) { try ReliabilityCurve(of: index) }
  }
}
