import Glibc
import Numerics

extension Metric {
  /// The metrics of probabilities.
  static let probabilityMetrics = [
    Metric(
      "auc", title: "AUC",
      "The area under the ROC curve: the probability that a landslide ranks above another place.",
      formula:
        "AUC = (Σ rank of landslides − n₁(n₁ + 1)/2) / (n₀ n₁), ties count one half; n₁ landslides, "
        + "n₀ other places, ranks from the lowest probability",
      source: "Hanley & McNeil (1982), doi:10.1148/radiology.143.1.7063747",
      .higher, 0...1, of: .ranks
    ) { predictions, _ throws(EvaluationError) in
      try AreaUnderCurve.value(of: predictions)
    },
    Metric(
      "average precision", title: "Average precision",
      "The mean of the precision over the recall gained at each threshold.",
      formula:
        "AP = Σ (Rₖ − Rₖ₋₁) Pₖ over descending thresholds, Rₖ the recall and Pₖ the precision",
      source: "Davis & Goadrich (2006), doi:10.1145/1143844.1143874",
      .higher, 0...1, of: .ranks
    ) { predictions, _ throws(EvaluationError) in
      try averagePrecision(of: predictions)
    },
    Metric(
      "brier", title: "Brier score", "The mean squared difference of probability and label.",
      formula: "Σ (p − y)² / n", source: "Brier (1950), Monthly Weather Review 78, 1–3",
      .lower, 0...1, of: .probabilities
    ) { predictions, _ throws(EvaluationError) in
      meanSquaredError(of: predictions)
    },
    Metric(
      "log loss", title: "Log loss",
      "The mean negative log-likelihood; infinite where a certain prediction is wrong.",
      formula: "−Σ (y ln p + (1 − y) ln(1 − p)) / n",
      source: "Good (1952), doi:10.1111/j.2517-6161.1952.tb00104.x",
      .lower, 0...Double.infinity, of: .probabilities
    ) { predictions, _ throws(EvaluationError) in
      logLoss(of: predictions)
    },
    Metric(
      "rmse", title: "RMSE", "The root of the mean squared difference of probability and label.",
      formula: "√(Σ (p − y)² / n)", .lower, 0...1, of: .probabilities
    ) { predictions, _ throws(EvaluationError) in
      meanSquaredError(of: predictions).squareRoot()
    },
    Metric(
      "mse", title: "MSE", "The mean squared difference of probability and label.",
      formula: "Σ (p − y)² / n", .lower, 0...1, of: .probabilities
    ) { predictions, _ throws(EvaluationError) in
      meanSquaredError(of: predictions)
    },
    Metric(
      "mape", title: "MAPE",
      "The mean absolute error relative to the label plus one, as the label itself may be 0.",
      formula: "Σ |p − y| / (|y| + 1) / n", .lower, 0...1, of: .probabilities
    ) { predictions, _ throws(EvaluationError) in
      let (labels, probabilities) = (predictions.labels, predictions.probabilities)
      let sum = orderedSum(of: labels.count) { i in
        abs(probabilities[i] - labels[i]) / (abs(labels[i]) + 1)
      }
      return sum / Double(labels.count)
    },
  ]

  private static func meanSquaredError(of predictions: Predictions) -> Double {
    let (labels, probabilities) = (predictions.labels, predictions.probabilities)
    let sum = orderedSum(of: labels.count) { i in
      let d = probabilities[i] - labels[i]
      return d * d
    }
    return sum / Double(labels.count)
  }

  private static func logLoss(of predictions: Predictions) -> Double {
    let (labels, probabilities) = (predictions.labels, predictions.probabilities)
    let sum = orderedSum(of: labels.count) { i in
      labels[i] == 1 ? -log(probabilities[i]) : -log1p(-probabilities[i])
    }
    return sum / Double(labels.count)
  }

  private static func averagePrecision(
    of predictions: Predictions
  ) throws(EvaluationError) -> Double {
    let positives = Double(predictions.positives)
    if positives == 0 {
      throw .oneClass(metric: "Average precision", label: 0, rows: predictions.count)
    }
    var sum = CompensatedSum()
    var before = 0
    for step in ThresholdSteps(of: predictions).steps {
      let precision = Double(step.truePositives) / Double(step.truePositives + step.falsePositives)
      sum.add(Double(step.truePositives - before) / positives * precision)
      before = step.truePositives
    }
    return min(1, sum.value)
  }
}
