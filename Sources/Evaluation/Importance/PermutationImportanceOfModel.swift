import Diagnostics
import Learning
import Numerics
public import Vocabulary

/// What a score loses when a layer tells nothing.
public struct PermutationImportanceOfModel: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "permutation importance", .value,
    "Says what a score of any model loses when a layer's values are exchanged among the places.",
    formula: """
      loss = score − score with the layer's values in a random order of the places, the other way \
      round for a metric of which less is better; mean and standard deviation over the times
      A layer as dummies is exchanged whole. A model made with folds is judged on the places that \
      each fold held out. Layers that tell the same share their importance.
      """,
    sources: [
      "Breiman (2001), section 10, doi:10.1023/A:1010933404324",
      "Fisher, Rudin & Dominici (2019), Journal of Machine Learning Research 20 (177)",
    ],
    example: "losses = permutation importance of forest, by auc on test, 10 times")
  let model = Parameter<any Value>(
    "model", .after("of"), .value([.model]), "Any model that predicts; it is not fitted again.",
    takesFolds: true)
  let metric = Parameter<String>("metric", .after("by"), .metric, "The score, and on which places.")
  let times = Parameter<Int>(
    "times", .before("times"), .number(.count), "How often each layer is exchanged.", default: 10)

  /// Creates the word.
  public init() {}

  /// A number for each layer.
  public func infer(_ call: Inference) -> ValueType {
    let type = call.type(model)
    if let type, type.kind == .model, type.foldedPlaces == nil,
      case .metric(let name, nil) = call.argument(metric)?.content
    {
      call.report(
        .sayOnce, "“\(name)” of what? The model has no folds, and no places are named.", at: metric,
        help: ["Write: by \(name) on test."])
    }
    return .importance(of: type, unit: .one)
  }

  /// Exchanges each layer.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[metric]
    guard let metric = Metric.named(name) else { throw EvaluationError.noSuchMetric(name: name) }
    let times = try call[times]
    let stated = try call.judgingPlaces(self.metric)
    let members = try call.members(model)
    var layers: [ImportanceValue.Layer] = []
    for (part, (mention, member)) in members.enumerated() {
      guard let model = member.value as? any Predictor else {
        throw EvaluationError.notAModel(name: mention.text)
      }
      guard let places = stated ?? model.heldOut else {
        throw EvaluationError.judgedNowhere(name: mention.text)
      }
      let found = try losses(of: model, at: places, metric, times, member.label, call)
      layers = model.stack.layers.indices.map { index in
        ImportanceValue.Layer(
          name: model.stack.layers[index].name,
          values: (part == 0 ? [] : layers[index].values) + found[index])
      }
      call.environment.progress(Double(part + 1) / Double(members.count))
    }
    let folds = members.count > 1 ? " in each of \(members.count) folds" : ""
    return ImportanceValue(
      title: "Loss of \(metric.title)", unit: .one, decimals: 4, layers: layers,
      notes: [
        times == 1
          ? "Each layer was exchanged once\(folds)."
          : "Mean of \(times) exchanges of each layer\(folds)."
      ])
  }

  private func losses(
    of model: any Predictor, at places: PlacesValue, _ metric: Metric, _ times: Int,
    _ member: String,
    _ call: Call
  ) throws -> [[Double]] {
    let samples = try model.sample(at: places, in: call.environment)
    let columns = try model.columns(of: model.stack)
    let groups = model.stack.layers.indices.map { layer in
      columns.indices.filter { columns[$0].layer == layer }
    }
    return try permutationImportance(
      of: model, at: samples, groups: groups, by: metric, times: times,
      random: RandomStream(
        seed: call.environment.seed, name: call.randomName, member: member,
        purpose: "permutation"),
      threads: call.environment.threads)
  }
}
