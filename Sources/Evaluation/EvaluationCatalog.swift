public import Vocabulary

/// The words of scores and classes that can be carried out.
public let evaluationWords: [any Word] =
  [
    Best(), Classify(), DensityOf(), Jackknife(), OutOfBagQuantity.error,
    PermutationImportanceOfModel(), ShareOf(), ShowAreas(), ShowConfusion(), ShowCount(),
    ShowDensity(), ShowReport(), ShowScores(), ShowShare(), ShowSummary(), SuccessRate(),
  ] + Metric.all.map { MetricQuantity($0) } + Metric.all.map { MetricQuantity($0, isPooled: true) }
  + Metric.all.map { OutOfBagQuantity($0) }

/// The types of what these words make, for the cache.
public let evaluationValues: [any Value.Type] = [DropsValue.self, ZonesValue.self]

/// The metrics, as the language knows them.
public let metricFacts: [MetricFact] = Metric.all.map { metric in
  MetricFact(
    metric.name, title: metric.title, lowerIsBetter: metric.direction == .lower,
    help: metric.summary, needsDefinition: metric.name == "mape")
}
