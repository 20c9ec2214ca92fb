import Learning
public import Vocabulary

/// A metric of a model: `auc of glm on test`.
public struct MetricQuantity: RunnableWord {
  /// The word's entry of the manual.
  public let entry: Entry
  let models = Parameter<any Value>(
    "models", .after("of"), .value([.model]), "The model, or a family of models.",
    takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "Where it is judged; left out, on the places that each fold held out.", default: nil)
  private let metric: Metric
  private let isPooled: Bool

  /// Creates the word of one metric.
  ///
  /// - Parameters:
  ///   - metric: the metric.
  ///   - isPooled: whether the places of all folds are taken together, instead of the mean over the
  ///     folds.
  public init(_ metric: Metric, isPooled: Bool = false) {
    self.metric = metric
    self.isPooled = isPooled
    let name = isPooled ? "pooled \(metric.name)" : metric.name
    let summary = metric.summary.dropLast()
    entry = Entry(
      name, .quantity,
      isPooled ? "\(summary), over the held-out places of all folds together." : metric.summary,
      formula: metric.explainedFormula
        + (isPooled
          ? "" : "\nof a model made with folds and no places named: the mean over the folds"),
      sources: metric.source.map { [$0] } ?? [],
      example: isPooled ? "\(name) of spatial" : "\(name) of glm on test, 3 decimals")
  }

  /// A number, or one for each member of a family.
  public func infer(_ call: Inference) -> ValueType {
    call.requirePlaces(places, toJudge: models, as: entry.phrase)
    return call.scoreType(of: models)
  }

  /// Judges the model.
  public func run(_ call: Call) throws -> any Value {
    let judged = try call.judged(models, on: places)
    let values = try judged.map { model in
      isPooled ? try metric.value(of: model.pooled()) : try model.value(of: metric)
    }
    if values.count == 1 { return NumberValue(Quantity(values[0])) }
    return NumbersValue(names: judged.map(\.name), values: values)
  }
}
