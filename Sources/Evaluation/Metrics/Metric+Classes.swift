extension Metric {
  /// The metrics of classes.
  static let classMetrics = [
    ofConfusion(
      "accuracy", title: "Accuracy", "The share of places whose class is right.",
      formula: "(TP + TN) / n", source: "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010", 0...1
    ) { confusion throws(EvaluationError) in confusion.accuracy },
    ofConfusion(
      "balanced accuracy", title: "Balanced accuracy", "The mean of sensitivity and specificity.",
      formula: "(TP / (TP + FN) + TN / (TN + FP)) / 2",
      source: "Brodersen et al. (2010), doi:10.1109/ICPR.2010.764", 0...1
    ) { confusion throws(EvaluationError) in
      (try sensitivity(of: confusion, "Balanced accuracy")
        + specificity(of: confusion, "Balanced accuracy")) / 2
    },
    ofConfusion(
      "precision", title: "Precision", "The share of predicted landslides that are landslides.",
      formula: "TP / (TP + FP)", source: "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010", 0...1
    ) { confusion throws(EvaluationError) in
      try defined(confusion.precision, "Precision", "no place is predicted a landslide")
    },
    ofConfusion(
      "recall", title: "Recall", "The share of landslides that are predicted.",
      formula: "TP / (TP + FN)", source: "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010", 0...1
    ) { confusion throws(EvaluationError) in try sensitivity(of: confusion, "Recall") },
    ofConfusion(
      "sensitivity", title: "Sensitivity", "The share of landslides that are predicted; recall.",
      formula: "TP / (TP + FN)", source: "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010", 0...1
    ) { confusion throws(EvaluationError) in try sensitivity(of: confusion, "Sensitivity") },
    ofConfusion(
      "specificity", title: "Specificity", "The share of other places that are predicted as such.",
      formula: "TN / (TN + FP)", source: "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010", 0...1
    ) { confusion throws(EvaluationError) in try specificity(of: confusion, "Specificity") },
    ofConfusion(
      "f1", title: "F1", "The harmonic mean of precision and recall.",
      formula: "2 TP / (2 TP + FP + FN)",
      source: "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010", 0...1
    ) { confusion throws(EvaluationError) in
      try defined(confusion.f1, "F1", "no place is, or is predicted, a landslide")
    },
    ofConfusion(
      "kappa", title: "Kappa", "The agreement beyond what chance would give.",
      formula: "(pₒ − pₑ) / (1 − pₑ), pₒ the share of places whose class is right, "
        + "pₑ the share to be expected by chance from the counts of both classes",
      source: "Cohen (1960), doi:10.1177/001316446002000104",
      -1...1
    ) { confusion throws(EvaluationError) in
      try defined(confusion.kappa, "Kappa", "all labels and predictions are of one class")
    },
  ]

  private static func ofConfusion(
    _ name: String, title: String, _ summary: String, formula: String, source: String? = nil,
    _ range: ClosedRange<Double>,
    compute: @escaping @Sendable (Confusion) throws(EvaluationError) -> Double
  ) -> Metric {
    Metric(
      name, title: title, summary, formula: formula, source: source, .higher, range, of: .classes
    ) { predictions, threshold throws(EvaluationError) in
      try compute(Confusion(of: predictions, at: threshold))
    }
  }

  private static func sensitivity(
    of confusion: Confusion, _ metric: String
  ) throws(EvaluationError) -> Double {
    try defined(confusion.sensitivity, metric, "no place is a landslide")
  }

  private static func specificity(
    of confusion: Confusion, _ metric: String
  ) throws(EvaluationError) -> Double {
    try defined(confusion.specificity, metric, "all places are landslides")
  }

  private static func defined(
    _ value: Double?, _ metric: String, _ because: String
  ) throws(EvaluationError) -> Double {
    guard let value else { throw .undefined(metric: metric, because: because) }
    return value
  }
}
