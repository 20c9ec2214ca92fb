import Learning
import Numerics
public import Vocabulary

/// Scores of models.
public struct ShowScores: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show scores", .output, "Shows metrics of models, one model a row.",
    formula: """
      Models made with folds are judged on the places that each fold held out: a row for each fold, \
      their mean and standard deviation (n − 1), and “pooled”, over all held-out places together.
      """,
    sources: ["DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595"],
    example: "show scores of glm on test: auc, brier, log loss as tbl-scores \"Scores.\"")
  let models = Parameter<[any Value]>(
    "models", .after("of"), .values([.model]), "The models.", takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "Where they are judged; left out, on the places that each fold held out.", default: nil)
  let metrics = Parameter<[String]>("metrics", .trailing, .metrics, "The metrics.")

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
    let isFolded = judged.contains(where: \.isFolded)
    var notes: [String] = []
    var rows: [[DisplayTable.Cell]] = []
    for model in judged {
      rows += try scoreRows(of: model, metrics, isFolded: isFolded, notes: &notes)
      notes += try remarks(on: model, metrics)
    }
    return DisplayTable(
      columns: [.text("Model")] + (isFolded ? [.text("Fold")] : [])
        + metrics.map { .number($0.title) },
      rows: rows, notes: notes)
  }

  private func scoreRows(
    of model: JudgedModel, _ metrics: [Metric], isFolded: Bool, notes: inout [String]
  ) throws -> [[DisplayTable.Cell]] {
    var rows: [[DisplayTable.Cell]] = []
    func add(_ fold: String, _ values: [Double?]) {
      rows.append(
        [.text(model.name)] + (isFolded ? [.text(fold)] : [])
          + values.map { $0.map { .number($0, decimals: 4) } ?? .empty })
    }
    var columns: [[Double?]] = []
    for metric in metrics {
      var column: [Double?] = []
      for part in model.parts { column.append(try value(metric, part, model.name, &notes)) }
      columns.append(column)
    }
    for (i, part) in model.parts.enumerated() { add(part.fold ?? "", columns.map { $0[i] }) }
    guard model.isFolded else { return rows }
    let whole = columns.map { column in
      let present = column.compactMap { $0 }
      return present.count == column.count ? present : []
    }
    add("mean", whole.map { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) })
    add(
      "standard deviation",
      whole.map { $0.count < 2 ? nil : standardDeviation(of: $0, kind: .sample) })
    let together = JudgedModel.Part(fold: "pooled", predictions: try model.pooled())
    add("pooled", try metrics.map { try value($0, together, model.name, &notes) })
    return rows
  }

  /// The metric, or nothing and a note where it would divide by zero; one class is an error.
  private func value(
    _ metric: Metric, _ part: JudgedModel.Part, _ model: String, _ notes: inout [String]
  ) throws -> Double? {
    do throws(EvaluationError) {
      return try metric.value(of: part.predictions)
    } catch .undefined(let name, let because) {
      notes.append("\(name) of \(model)\(part.fold.map { ", fold \($0)" } ?? ""): \(because).")
      return nil
    } catch {
      throw part.fold.map { EvaluationError.inFold($0, error) } ?? error
    }
  }

  /// What a reader must know to judge the scores: how sure an AUC is, and what guessing would reach.
  private func remarks(
    on model: JudgedModel, _ metrics: [Metric]
  ) throws(EvaluationError) -> [String] {
    guard !model.isFolded else { return [] }
    var notes: [String] = []
    let predictions = try model.pooled()
    if metrics.contains(where: { $0.name == "auc" }),
      let interval = try AreaUnderCurve(of: predictions).interval()
    {
      notes.append(
        "AUC of \(model.name): 95 % interval \(formatFixed(interval.lowerBound, decimals: 4)) to "
          + "\(formatFixed(interval.upperBound, decimals: 4)) (DeLong), \(predictions.count) places."
      )
    }
    if metrics.contains(where: { $0.name == "accuracy" }) {
      let ones = predictions.positives
      let share = 100 * Double(max(ones, predictions.count - ones)) / Double(predictions.count)
      notes.append(
        "The larger class holds \(formatFixed(share, decimals: 1)) % of the places of \(model.name): "
          + "the accuracy of always naming it.")
    }
    return notes
  }
}
