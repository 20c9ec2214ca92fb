import Diagnostics
import Evaluation
import Learning
public import Vocabulary

/// ROC curves of models, on places or on the places that their folds held out.
public struct DrawROC: RunnableWord {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let version = 2
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw roc", .output,
    "Draws the receiver operating characteristic of models, with the area under each curve.",
    formula: """
      sensitivity = TP / (TP + FN) over 1 − specificity = FP / (FP + TN), for every threshold; \
      without places, over all places that the folds held out, together.
      AUC ± Φ⁻¹(0.975) · standard error after DeLong: the 95 % interval that so many places allow.
      """,
    sources: [
      "Fawcett (2006), doi:10.1016/j.patrec.2005.10.010",
      "DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595",
    ],
    example: "draw roc of glm, forest on test as fig-roc \"ROC curves on the held-out places.\"")
  let models = Parameter<any Value>(
    "models", .after("of"), .values([.model]), "Models, a family or a group of them.",
    takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "The places on which they are judged; left out for models made by folds.", default: nil)
  let width = FigureSize.width
  let resolution = FigureSize.resolution

  /// Creates the word.
  public init() {}

  /// A figure; a model that was not made by folds needs places.
  public func infer(_ call: Inference) -> ValueType {
    call.requireWidth(width)
    if !call.gives(places) {
      for reference in call.references(models) where reference.type.kind == .model {
        guard !Self.isFolded(reference.type) else { continue }
        call.report(
          .curveNeedsPlaces,
          "“\(reference.text)” was not made by folds, so nothing says where it is judged.",
          span: reference.span, help: ["Add the places, for example: on test."])
      }
    }
    return ValueType(.figure)
  }

  private static func isFolded(_ type: ValueType) -> Bool {
    type.foldedPlaces != nil || type.axes.contains(where: \.isFolds)
      || (!type.members.isEmpty && type.members.allSatisfy { isFolded($0.type) })
  }

  /// Predicts at the places and traces the curves.
  public func run(_ call: Call) throws -> any Value {
    try FigureValue.make(
      try figure(call), as: .svg, FigureSize(call, width, resolution), in: call.environment)
  }

  /// What is drawn.
  func figure(_ call: Call) throws -> ROCFigure {
    let judged = try call[places]
    var entries: [Entrant] = []
    for (mention, member) in try call.members(models) {
      guard let model = member.value as? any Predictor else {
        throw CallFault.mismatch(mention.text, expected: "a fitted model")
      }
      let folds = Set(mention.type.axes.filter(\.isFolds).map(\.name))
      // With places each fold's model is a curve of its own; without, the folds are one.
      let isPooled = judged == nil
      let coordinates = member.coordinates.filter { !isPooled || !folds.contains($0.axis) }
      let label = coordinates.map(\.member).joined(separator: ", ")
      guard let at = judged ?? model.heldOut else {
        throw FigureError.noPlaces(model: mention.text)
      }
      let part = try Self.predict(
        model, at: at, telling: judged != nil, in: call.environment)
      let repetitions = isPooled ? at.foldOrigin?.repetitions ?? 1 : 1
      if let index = entries.firstIndex(where: { $0.mention == mention.text && $0.label == label })
      {
        entries[index].add(part)
      } else {
        entries.append(
          Entrant(mention: mention.text, label: label, part, hasEachPlaceOnce: repetitions == 1))
      }
    }
    let mentions = Set(entries.map(\.mention)).count
    return ROCFigure(
      curves: try entries.map { entrant in
        let predictions = try Predictions(
          labels: entrant.labels, probabilities: entrant.probabilities)
        let curve = try ROCCurve(of: predictions)
        return ROCFigure.Curve(
          name: entrant.name(alone: mentions == 1),
          falsePositiveRates: curve.points.map(\.falsePositiveRate),
          truePositiveRates: curve.points.map(\.truePositiveRate), area: curve.area.value,
          interval: entrant.hasEachPlaceOnce ? curve.area.interval() : nil)
      })
  }

  /// The labels of places and the probabilities that a model gives them.
  private static func predict(
    _ model: any Predictor, at places: PlacesValue, telling: Bool,
    in environment: any RunEnvironment
  ) throws -> (labels: [Double], probabilities: [Double]) {
    let sample = try model.sample(at: places, in: environment, telling: telling)
    guard let labels = sample.labels else { throw LearningError.noLabels }
    return (labels, model.probabilities(for: sample.features))
  }
}

/// One curve to be: a model, or the models of all folds together.
private struct Entrant {
  let mention: String
  let label: String
  var labels: [Double]
  var probabilities: [Double]
  var parts = 1
  /// Whether no place is judged twice, as in repeated folds: only then are there as many to be sure by.
  let hasEachPlaceOnce: Bool

  init(
    mention: String, label: String, _ part: (labels: [Double], probabilities: [Double]),
    hasEachPlaceOnce: Bool
  ) {
    self.hasEachPlaceOnce = hasEachPlaceOnce
    self.mention = mention
    self.label = label
    labels = part.labels
    probabilities = part.probabilities
  }

  mutating func add(_ part: (labels: [Double], probabilities: [Double])) {
    labels += part.labels
    probabilities += part.probabilities
    parts += 1
  }

  func name(alone: Bool) -> String {
    let words = MapScene.words(mention)
    let name = label.isEmpty ? words : (alone ? label : "\(words), \(label)")
    return parts > 1 ? "\(name) (\(parts) folds pooled)" : name
  }
}
