import Evaluation
import Learning
import ReferenceData
import Testing

/// Figures of ecuador-lsl/README.md and, to more digits, by scikit-learn 1.9.1 from the fitted
/// probabilities `p` of statsmodels 0.15.0 and `c = p >= 0.5`.
@Suite struct MetricReferenceTests {
  private func fitted() throws -> Predictions {
    let samples = try glmSamples("ecuador-lsl/lsl.csv", ecuadorNames, label: "lslpts")
    let model = try LogisticRegression().fit(samples, using: PlainAlgebra())
    return try Predictions(
      labels: samples.binaryLabels(), probabilities: model.probabilities(for: samples.features))
  }

  /// The values that these commands print.
  ///
  ///     roc_auc_score(y, p), average_precision_score(y, p), brier_score_loss(y, p), log_loss(y, p),
  ///     accuracy_score(y, c), balanced_accuracy_score(y, c), precision_score(y, c),
  ///     recall_score(y, c), f1_score(y, c), cohen_kappa_score(y, c)
  @Test(arguments: [
    ("auc", 0.821583673469388), ("average precision", 0.803616320511501),
    ("brier", 0.173406383151554), ("log loss", 0.532618997583426), ("rmse", 0.41642092064587),
    ("mse", 0.173406383151554), ("accuracy", 0.754285714285714),
    ("balanced accuracy", 0.754285714285714), ("precision", 0.748603351955307),
    ("recall", 0.765714285714286), ("sensitivity", 0.765714285714286),
    ("specificity", 0.742857142857143), ("f1", 0.757062146892655), ("kappa", 0.508571428571429),
  ])
  func metricsAgreeWithScikitLearn(_ name: String, _ expected: Double) throws {
    let metric = try #require(Metric.named(name))
    #expect(abs(try metric.value(of: fitted()) - expected) < 1e-13)
  }

  /// The variance by all pairs, with numpy.
  ///
  ///     psi = (a[:, None] > b) + 0.5 * (a[:, None] == b)
  ///     sqrt(psi.mean(1).var(ddof=1) / len(a) + psi.mean(0).var(ddof=1) / len(b))
  @Test func delongAgreesWithAllPairs() throws {
    let predictions = try fitted()
    let area = try AreaUnderCurve(of: predictions)
    #expect(abs(try #require(area.standardError) - 0.0225496705694898) < 1e-14)
    let interval = try #require(area.interval())
    #expect(abs(interval.lowerBound - 0.777387131289945) < 1e-14)
    #expect(abs(interval.upperBound - 0.865780215648831) < 1e-14)
    let tied = try AreaUnderCurve(of: rounded(predictions))
    #expect(abs(tied.value - 0.815771428571429) < 1e-14)
    #expect(abs(try #require(tied.standardError) - 0.0229048842256413) < 1e-14)
    let precision = try #require(Metric.named("average precision"))
    #expect(abs(try precision.value(of: rounded(predictions)) - 0.787293030953307) < 1e-14)
  }

  /// The points that this command prints.
  ///
  ///     roc_curve(y, np.round(p, 1), drop_intermediate=False)
  @Test func curveAgreesWithScikitLearn() throws {
    let curve = try ROCCurve(of: rounded(fitted()))
    let rates = [
      (0.0, 0.0), (0.005714285714285714, 0.03428571428571429),
      (0.05142857142857143, 0.4228571428571429), (0.10857142857142857, 0.5885714285714285),
      (0.21142857142857144, 0.7085714285714285), (0.3485714285714286, 0.8228571428571428),
      (0.46285714285714286, 0.8857142857142857), (0.6171428571428571, 0.9314285714285714),
      (0.7828571428571428, 0.9542857142857143), (0.9428571428571428, 0.9885714285714285),
      (1, 1),
    ]
    for (x, y) in rates {
      #expect(
        curve.points.contains {
          abs($0.falsePositiveRate - x) < 1e-15 && abs($0.truePositiveRate - y) < 1e-15
        })
    }
    #expect(curve.points.count <= 12)
    #expect(curve.points[0].threshold == .infinity)
    var trapezoids = 0.0
    for (a, b) in zip(curve.points, curve.points.dropFirst()) {
      trapezoids +=
        (b.falsePositiveRate - a.falsePositiveRate) * (a.truePositiveRate + b.truePositiveRate) / 2
    }
    #expect(abs(trapezoids - curve.area.value) < 1e-14)
  }

  /// The rows that this command prints.
  ///
  ///     classification_report(y, c, digits=12)
  @Test func reportAgreesWithScikitLearn() throws {
    let confusion = Confusion(of: try fitted())
    #expect(
      confusion
        == Confusion(
          truePositives: 134, falsePositives: 45, trueNegatives: 130, falseNegatives: 41))
    let report = ClassReport(of: confusion)
    let expected = [
      [0.760233918129, 0.742857142857, 0.751445086705],
      [0.748603351955, 0.765714285714, 0.757062146893],
      [0.754418635042, 0.754285714286, 0.754253616799],
      [0.754418635042, 0.754285714286, 0.754253616799],
    ]
    let rows = report.classes + [report.macroMean, report.weightedMean]
    for (row, values) in zip(rows, expected) {
      for (found, value) in zip([row.precision, row.recall, row.f1], values) {
        #expect(abs(try #require(found) - value) < 6e-13)
      }
    }
    #expect(rows.map(\.support) == [175, 175, 350, 350])
  }

  private func rounded(_ predictions: Predictions) throws -> Predictions {
    try Predictions(
      labels: predictions.labels,
      probabilities: predictions.probabilities.map { ($0 * 10).rounded() / 10 })
  }
}
