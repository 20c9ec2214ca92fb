import Learning
import Numerics
public import Vocabulary

/// Scores of models.
public struct ShowScores: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show scores", .output, "Shows metrics of models, one model a row.",
    formula: """
      A model made with folds is judged on the places that each fold held out: a row for each fold, \
      their mean and standard deviation (n − 1), and “pooled”, over all held-out places together. \
      Several such models have one row each, with these three beside one another; models of spatial \
      folds stand above those of random ones.
      With “marking best” the best of each column is bold, and the AUC of each other model is compared \
      with the best on the same places.
      AUC ± Φ⁻¹(0.975) · standard error after DeLong is the 95 % interval that so many places allow.
      """,
    sources: [
      "DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595",
      "Brenning (2005), doi:10.5194/nhess-5-853-2005",
    ],
    example: "show scores of glm on test: auc, brier, log loss as tbl-scores \"Scores.\"")
  let models = Parameter<[any Value]>(
    "models", .after("of"), .values([.model]),
    "Models, families or groups of them: a row or a table for each.", takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "Where they are judged; left out, on the places that each fold held out.", default: nil)
  let best = Parameter<Bool>(
    "best", .flag("marking best"), .text, "Mark the best model of each metric.", default: false)
  let metrics = Parameter<[String]>(
    "metrics", .trailing, .metrics, "The metrics, each a column: see the list of metrics.")

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

  /// Creates the word.
  public init() {}

  /// A table with a column for each metric.
  public func infer(_ call: Inference) -> ValueType {
    call.requirePlaces(places, toJudge: models, as: "scores")
    return ValueType(.display)
  }

  /// Judges the models.
  public func run(_ call: Call) throws -> any Value {
    let metrics = try call[metrics].map { name throws(EvaluationError) in
      guard let metric = Metric.named(name) else { throw .noSuchMetric(name: name) }
      return metric
    }
    let judged = try call.judged(models, on: places)
    let folded = judged.filter(\.isFolded)
    if folded.count > 1 || folded.contains(where: { $0.parts.count > 20 }) {
      return try ScoreComparison(judged, metrics).table(marksBest: call[best])
    }
    return try ScoreList(judged, metrics).table(marksBest: call[best])
  }
}
