import Evaluation
import Testing

@Suite struct MetricTests {
  @Test func everyMetricIsDeclaredWhole() {
    #expect(
      Metric.all.map(\.name) == [
        "auc", "average precision", "brier", "log loss", "rmse", "mse", "mape", "accuracy",
        "balanced accuracy", "precision", "recall", "sensitivity", "specificity", "f1", "kappa",
      ])
    for metric in Metric.all {
      #expect(metric.summary.hasSuffix(".") && !metric.formula.isEmpty && !metric.title.isEmpty)
    }
    #expect(Metric.named("auc")?.isBetter(0.8, than: 0.7) == true)
    #expect(Metric.named("brier")?.isBetter(0.8, than: 0.7) == false)
    #expect(Metric.named("gini") == nil)
  }

  @Test func perfectAndUselessPredictionsReachTheEnds() throws {
    let labels: [Double] = [0, 0, 1, 1]
    let perfect = try Predictions(labels: labels, probabilities: labels)
    for metric in Metric.all {
      let best = metric.direction == .higher ? metric.range.upperBound : metric.range.lowerBound
      #expect(try metric.value(of: perfect) == best, "\(metric.name)")
    }
    let wrong = try Predictions(labels: labels, probabilities: labels.map { 1 - $0 })
    #expect(try Metric.named("auc")?.value(of: wrong) == 0)
    #expect(try Metric.named("kappa")?.value(of: wrong) == -1)
    #expect(try Metric.named("log loss")?.value(of: wrong) == .infinity)
    let flat = try Predictions(labels: labels, probabilities: labels.map { _ in 0.4 })
    #expect(try AreaUnderCurve(of: flat) == AreaUnderCurve(of: flat))
    #expect(try Metric.named("auc")?.value(of: flat) == 0.5)
    #expect(try ROCCurve(of: flat).points.count == 2)
  }

  /// scikit-learn 1.9.1: `average_precision_score(y, p), roc_auc_score(y, p), log_loss(y, p)` with
  /// ties across the classes.
  @Test func tiesAreShared() throws {
    let predictions = try Predictions(
      labels: [1, 0, 1, 1, 0, 0, 1, 0, 1, 0],
      probabilities: [0.9, 0.8, 0.8, 0.6, 0.5, 0.5, 0.5, 0.3, 0.2, 0.1])
    for (name, value) in [
      ("average precision", 0.708730158730159), ("auc", 0.7), ("log loss", 0.659968251688262),
    ] {
      #expect(abs(try #require(try Metric.named(name)?.value(of: predictions)) - value) < 1e-14)
    }
  }

  @Test func aThresholdIncludesItself() throws {
    let predictions = try Predictions(labels: [1, 0, 1, 0], probabilities: [0.3, 0.3, 0.2, 0.1])
    let confusion = Confusion(of: predictions, at: 0.3)
    #expect(
      confusion
        == Confusion(truePositives: 1, falsePositives: 1, trueNegatives: 1, falseNegatives: 1))
    #expect(predictions.hardened(at: 0.3).probabilities == [1, 1, 0, 0])
    #expect(confusion.kappa == 0)
  }

  @Test func undefinedIsSaidNotGuessed() throws {
    let ones = try Predictions(labels: [1, 1], probabilities: [0.2, 0.9])
    let expected = EvaluationError.oneClass(metric: "AUC", label: 1, rows: 2)
    #expect(throws: expected) { try Metric.named("auc")?.value(of: ones) }
    #expect(throws: expected) { try ROCCurve(of: ones) }
    #expect(expected.message.hasPrefix("AUC undefined"))
    let none = try Predictions(labels: [1, 0], probabilities: [0.2, 0.1])
    #expect(
      throws: EvaluationError.undefined(
        metric: "Precision", because: "no place is predicted a landslide")
    ) {
      try Metric.named("precision")?.value(of: none)
    }
    #expect(ClassReport(of: Confusion(of: none)).macroMean.precision == nil)
    let empty = try Predictions(labels: [0], probabilities: [0.2])
    #expect(Confusion(of: empty).kappa == nil)
    #expect(throws: EvaluationError.self) { try Metric.named("f1")?.value(of: empty) }
    #expect(
      try AreaUnderCurve(of: Predictions(labels: [0, 1], probabilities: [0, 1]))
        .standardError == nil)
  }

  @Test func badInputIsRefused() {
    #expect(throws: EvaluationError.nothingToMeasure) {
      try Predictions(labels: [], probabilities: [])
    }
    #expect(throws: EvaluationError.labelNotBinary(value: 2, row: 1)) {
      try Predictions(labels: [0, 2], probabilities: [0, 1])
    }
    #expect(throws: EvaluationError.notAProbability(value: 1.5, row: 0)) {
      try Predictions(labels: [0], probabilities: [1.5])
    }
    #expect(throws: EvaluationError.self) {
      try Predictions(labels: [0], probabilities: [.nan])
    }
  }
}
