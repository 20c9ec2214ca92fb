public import Learning
public import Vocabulary

/// A model with what it said at the places it is judged on: its test places, or for a model made
/// with folds the places that each fold held out.
public struct JudgedModel: Sendable {
  /// What was said at the places of one fold, or at all.
  public struct Part: Sendable {
    /// The fold's name; none for a single model.
    public let fold: String?
    /// The labels and the probabilities.
    public let predictions: Predictions
    /// The number of each place in the set it belongs to.
    var places: [Int32] = []
  }

  /// How the notebook calls the model, with its member of a family.
  public let name: String
  /// Which member of a family it is, but for the fold.
  public let coordinates: [Coordinate]
  /// The division whose held-out places it is judged on; none where places were named.
  public let origin: FoldOrigin?
  /// The set of places that all of these belong to.
  let root: String
  /// One part, or one for each fold.
  public let parts: [Part]

  /// Whether it was judged fold by fold.
  public var isFolded: Bool { parts.first?.fold != nil }

  /// All places together.
  public func pooled() throws(EvaluationError) -> Predictions {
    try Predictions(
      labels: parts.flatMap(\.predictions.labels),
      probabilities: parts.flatMap(\.predictions.probabilities),
      isIndex: parts.contains(where: \.predictions.isIndex))
  }

  /// A metric for each part.
  public func values(of metric: Metric) throws(EvaluationError) -> [Double] {
    var values: [Double] = []
    for part in parts {
      do throws(EvaluationError) {
        values.append(try metric.value(of: part.predictions))
      } catch {
        throw part.fold.map { .inFold($0, error) } ?? error
      }
    }
    return values
  }

  /// The metric of a single model, the mean over the folds of a model made with folds.
  public func value(of metric: Metric) throws(EvaluationError) -> Double {
    let values = try values(of: metric)
    return values.reduce(0, +) / Double(values.count)
  }
}

extension Call {
  /// Judges the models that a parameter names.
  ///
  /// - Parameters:
  ///   - models: one or more models or families.
  ///   - places: where to judge them; where it is not given, on the places that each fold held out.
  /// - Returns: one for each model, the folds of one put together, in the order of mention.
  /// - Throws: ``EvaluationError`` and what reading the layers throws.
  public func judged<Models>(
    _ models: Parameter<Models>, on places: Parameter<PlacesValue?>
  ) throws -> [JudgedModel] {
    try judged(models, on: try self[places])
  }

  /// Judges the models that a parameter names, or the same fitted again.
  ///
  /// - Parameters:
  ///   - models: one or more models or families.
  ///   - stated: where to judge them; where it is none, on the places that each fold held out.
  ///   - refit: how they are fitted again.
  /// - Returns: one for each model, the folds of one put together, in the order of mention.
  /// - Throws: ``EvaluationError`` and what reading the layers throws.
  public func judged<Models>(
    _ models: Parameter<Models>, on stated: PlacesValue?, refit: Refit? = nil
  ) throws -> [JudgedModel] {
    try judged(members(models, refit: refit), on: stated)
  }

  /// Judges members of families.
  ///
  /// - Parameters:
  ///   - models: the members with the mentions that name them.
  ///   - stated: where to judge them; where it is none, on the places that each fold held out.
  /// - Returns: one for each model, the folds of one put together, in the order given.
  /// - Throws: ``EvaluationError`` and what reading the layers throws.
  public func judged(
    _ models: [(mention: Reference, member: FamilyMember)], on stated: PlacesValue?
  ) throws -> [JudgedModel] {
    struct Entry {
      let coordinates: [Coordinate]
      let origin: FoldOrigin?
      let root: String
      var parts: [JudgedModel.Part] = []
    }
    var names: [String] = []
    var entries: [String: Entry] = [:]
    for (mention, member) in models {
      guard let model = member.value as? any Predictor else {
        throw EvaluationError.notAModel(name: mention.text)
      }
      let foldAxis = mention.type.axes.first(where: \.isFolds)?.name
      let others = member.coordinates.filter { $0.axis != foldAxis }
      let name = ([mention.text] + others.map(\.member)).joined(separator: ", ")
      let fold = member.coordinates.first { $0.axis == foldAxis }?.member
      guard let judge = stated ?? model.heldOut else {
        throw EvaluationError.judgedNowhere(name: name)
      }
      let samples = try model.sample(at: judge, in: environment, telling: stated != nil)
      guard let labels = samples.labels else { throw LearningError.noLabels }
      let predictions = try Predictions(
        labels: labels, probabilities: model.probabilities(for: samples.features),
        isIndex: !model.givesProbabilities)
      let numbers = judge.numbers.numbers
      if entries[name] == nil { names.append(name) }
      entries[name, default: Entry(coordinates: others, origin: judge.foldOrigin, root: judge.root)]
        .parts.append(
          JudgedModel.Part(
            fold: fold, predictions: predictions,
            places: samples.rows.map { numbers[$0] }))
    }
    return names.compactMap { name in
      entries[name].map {
        JudgedModel(
          name: name, coordinates: $0.coordinates, origin: $0.origin, root: $0.root,
          parts: $0.parts)
      }
    }
  }
}
