import Diagnostics
public import Vocabulary

/// What a score loses without each layer.
public struct Jackknife: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "jackknife", .value,
    "Fits a model again without each layer in turn and says what a score loses.",
    formula: "drop = (score with all − score without the layer) / score with all",
    sources: ["Phillips, Anderson & Schapire (2006), doi:10.1016/j.ecolmodel.2005.03.026"],
    example: "drops = jackknife spatial_spectral, by auc on test")
  let model = Parameter<any Value>("model", .subject, .value([.model]), "The model.")
  let metric = Parameter<String>("metric", .after("by"), .metric, "The score, and on which places.")

  /// Creates the word.
  public init() {}

  /// One share for each layer that the model reads.
  public func infer(_ call: Inference) -> ValueType {
    guard let model = call.type(model), model.kind != .unknown else { return ValueType(.unknown) }
    var result = ValueType(.drops, unit: .percent)
    if case .metric(let name, nil) = call.argument(metric)?.content,
      model.foldedPlaces == nil
    {
      call.report(
        .sayOnce, "“\(name)” of what? The model has no folds, and no places are named.", at: metric,
        help: ["Write: by \(name) on test."])
    }
    let layers = model.layers
    result.members = layers.map { ValueType.Member($0.name, ValueType(.number, unit: .percent)) }
    result.count = layers.isEmpty ? .unknown : .known(layers.count)
    return result
  }
}
