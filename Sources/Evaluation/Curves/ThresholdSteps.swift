import Numerics

/// How many positives and negatives lie at or above each distinct probability, from the highest.
struct ThresholdSteps: Sendable {
  /// The counts at one threshold.
  struct Step: Sendable {
    let threshold: Double
    let truePositives: Int
    let falsePositives: Int
  }

  let steps: [Step]

  init(of predictions: Predictions) {
    let order = ascendingOrder(of: predictions.probabilities).reversed()
    var steps: [Step] = []
    var (ones, zeros) = (0, 0)
    var last: Double?
    for i in order {
      let p = predictions.probabilities[i]
      if let last, last != p {
        steps.append(Step(threshold: last, truePositives: ones, falsePositives: zeros))
      }
      if predictions.labels[i] == 1 { ones += 1 } else { zeros += 1 }
      last = p
    }
    if let last {
      steps.append(Step(threshold: last, truePositives: ones, falsePositives: zeros))
    }
    self.steps = steps
  }
}
