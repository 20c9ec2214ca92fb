import Diagnostics
import Evaluation
import Learning
import Vocabulary

/// One curve to be: what a model says at places, or the models of all folds together.
struct Entrant {
  /// How the notebook calls the model.
  let mention: String
  /// Which member of a family it is.
  let label: String
  /// Whether no place is judged twice, as in repeated folds: only then are there as many to be sure by.
  let hasEachPlaceOnce: Bool
  private var labels: [Double] = []
  private var probabilities: [Double] = []
  private var parts = 0
  private var isIndex = false

  private init(_ mention: String, _ label: String, hasEachPlaceOnce: Bool) {
    self.mention = mention
    self.label = label
    self.hasEachPlaceOnce = hasEachPlaceOnce
  }

  /// The labels of the places beside what the model says of them.
  func predictions() throws(EvaluationError) -> Predictions {
    try Predictions(labels: labels, probabilities: probabilities, isIndex: isIndex)
  }

  /// Judges models.
  ///
  /// - Parameters:
  ///   - models: models, or families of them.
  ///   - places: where; where they are not given, on the places that each fold held out.
  ///   - call: the call.
  /// - Returns: one for each model; with places one for the model of each fold.
  /// - Throws: ``FigureError/noPlaces(model:)``, and what reading the layers throws.
  static func all(
    of models: Parameter<any Value>, on places: Parameter<PlacesValue?>, _ call: Call
  ) throws -> [Entrant] {
    let judged = try call[places]
    var entrants: [Entrant] = []
    for (mention, member) in try call.members(models) {
      guard let model = member.value as? any Predictor else {
        throw CallFault.mismatch(mention.text, expected: "a fitted model")
      }
      let folds = Set(mention.type.axes.filter(\.isFolds).map(\.name))
      let coordinates = member.coordinates.filter { judged != nil || !folds.contains($0.axis) }
      let label = coordinates.map(\.member).joined(separator: ", ")
      guard let at = judged ?? model.heldOut else {
        throw FigureError.noPlaces(model: mention.text)
      }
      let sample = try model.sample(at: at, in: call.environment, telling: judged != nil)
      guard let labels = sample.labels else { throw LearningError.noLabels }
      let known = entrants.firstIndex { $0.mention == mention.text && $0.label == label }
      if known == nil {
        let repetitions = judged == nil ? at.foldOrigin?.repetitions ?? 1 : 1
        entrants.append(Entrant(mention.text, label, hasEachPlaceOnce: repetitions == 1))
      }
      let place = known ?? entrants.count - 1
      entrants[place].labels += labels
      entrants[place].probabilities += model.probabilities(for: sample.features)
      entrants[place].isIndex = entrants[place].isIndex || !model.givesProbabilities
      entrants[place].parts += 1
    }
    return entrants
  }

  /// The name in the key.
  ///
  /// - Parameter alone: whether all entrants are of one mention, which then need not be said.
  /// - Returns: the mention, the member of a family, or both.
  func name(alone: Bool) -> String {
    let words = MapScene.words(mention)
    return label.isEmpty ? words : (alone ? label : "\(words), \(label)")
  }

  /// How many folds stand behind the curve, where there are several.
  var detail: String { parts > 1 ? "\(parts) folds pooled" : "" }
}

extension Inference {
  /// Reports models that were not made by folds where no places are given to judge them on.
  func requirePlaces(_ places: Parameter<PlacesValue?>, for models: Parameter<any Value>) {
    guard !gives(places) else { return }
    for reference in references(models) where reference.type.kind == .model {
      guard !Self.isFolded(reference.type) else { continue }
      report(
        .curveNeedsPlaces,
        "“\(reference.text)” was not made by folds, so nothing says where it is judged.",
        span: reference.span, help: ["Add the places, for example: on test."])
    }
  }

  private static func isFolded(_ type: ValueType) -> Bool {
    type.foldedPlaces != nil || type.axes.contains(where: \.isFolds)
      || (!type.members.isEmpty && type.members.allSatisfy { isFolded($0.type) })
  }
}
