import Diagnostics
import Learning
public import Vocabulary

/// What a score loses without each layer.
public struct Jackknife: RunnableWord, RefittingWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "jackknife", .value,
    "Fits a model again without each layer in turn, and with each alone, and says what a score loses.",
    formula: """
      drop = (score with all − score without the layer) / |score with all|, the other way round for \
      a metric of which less is better
      A layer as dummies is left out whole. Folds, settings and random numbers stay those of the \
      model; a model made with folds is judged on the places that each fold held out, and its \
      scores are means over the folds.
      """,
    sources: ["Phillips, Anderson & Schapire (2006), doi:10.1016/j.ecolmodel.2005.03.026"],
    example: "drops = jackknife spatial_spectral, by auc on test")
  let model = Parameter<any Value>(
    "model", .subject, .value([.model]), "The model that is fitted again, with all its settings.",
    takesFolds: true)
  let metric = Parameter<String>("metric", .after("by"), .metric, "The score, and on which places.")

  /// Creates the word.
  public init() {}

  /// The parameter whose model is fitted again.
  public var refitted: String { model.name }

  /// Its scores judge the model.
  public var judges: Bool { true }

  /// The model without each layer, then with each alone; none where it reads fewer than two.
  public func refits(of model: ValueType) -> [Refit] {
    guard model.kind == .model, model.layers.count > 1 else { return [] }
    return model.layers.map { Refit(.without($0.name)) }
      + model.layers.map { Refit(.only($0.name)) }
  }

  /// One share for each layer that the model reads.
  public func infer(_ call: Inference) -> ValueType {
    guard let model = call.type(model), model.kind != .unknown else { return ValueType(.unknown) }
    var result = ValueType(.drops, unit: .percent)
    if case .metric(let name, nil) = call.argument(metric)?.content, model.foldedPlaces == nil {
      call.report(
        .sayOnce, "“\(name)” of what? The model has no folds, and no places are named.", at: metric,
        help: ["Write: by \(name) on test."])
    }
    let layers = model.layers
    if layers.count == 1 {
      call.report(
        .countImpossible,
        "“\(call.references(self.model)[0].text)” reads one layer, without which nothing is left.",
        at: self.model, help: ["Give the model at least two layers."])
    }
    result.members = layers.map { ValueType.Member($0.name, ValueType(.number, unit: .percent)) }
    result.count = layers.isEmpty ? .unknown : .known(layers.count)
    let folds = call.references(self.model).first?.type.axes.first(where: \.isFolds)?.members.count
    result.cost = model.cost.map { $0 * Double(2 * layers.count * (folds ?? 1)) }
    return result
  }

  /// Judges the model and all that were fitted again.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[metric]
    guard let metric = Metric.named(name) else { throw EvaluationError.noSuchMetric(name: name) }
    let places = try call.judgingPlaces(self.metric)
    guard let type = call.argument(model)?.references.first?.type,
      let whole = try call.judged(model, on: places).first
    else { throw CallFault.missing(model.name) }
    func score(_ layers: Refit.Layers) throws -> Double {
      guard let judged = try call.judged(model, on: places, refit: Refit(layers)).first else {
        throw CallFault.missing(model.name)
      }
      return try judged.value(of: metric)
    }
    return DropsValue(
      metric: metric.title, isLowerBetter: metric.direction == .lower,
      all: try whole.value(of: metric),
      layers: try type.layers.map { layer in
        DropsValue.Layer(
          name: layer.name, without: try score(.without(layer.name)),
          alone: try score(.only(layer.name)))
      }, folds: whole.isFolded ? whole.parts.count : 0)
  }
}
