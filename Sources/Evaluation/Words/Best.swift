import Diagnostics
import Learning
public import Vocabulary

/// The best of several models.
public struct Best: RunnableWord, RefittingWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "best", .value, "Picks the best of several models by a metric, and says which.",
    formula: """
      Over folds each candidate's score is the mean of the metric over the folds held out, and the \
      one chosen is fitted again on all places of the folds. Of equal scores the first is taken.
      """,
    example: "best = best of trials by f1 on validation")
  let models = Parameter<any Value>(
    "models", .after("of"), .value([.model]),
    "A family: models made by “each of” or put side by side by “group”.", takesFamily: true)
  let metric = Parameter<String>(
    "metric", .after("by"), .metric,
    "What decides, and on which places; without places, on the folds held out.")
  let kept = Parameter<String?>(
    "kept", .after("for each"), .columnName,
    "The axis along which one is chosen for each member.", default: nil)

  /// Creates the word.
  public init() {}

  /// The parameter whose models are fitted again.
  public var refitted: String { models.name }

  /// To choose is not to judge; whoever judges the chosen one there is told.
  public var judges: Bool { false }

  /// Of models made with folds, the same on all their places.
  public func refits(of models: ValueType) -> [Refit] {
    models.axes.contains(where: \.isFolds) ? [Refit(isWhole: true)] : []
  }

  /// One model, or one for each member of the axes kept, with what was chosen as its parts.
  public func infer(_ call: Inference) -> ValueType {
    guard var result = call.type(models), result.kind != .unknown else {
      return ValueType(.unknown)
    }
    let axes = result.axes.filter { !$0.isFolds }
    if axes.isEmpty {
      call.report(
        .noSuchAxis,
        "“\(call.references(models)[0].text)” is one model, with nothing to choose from.",
        at: models, help: ["Give a setting several values, for example: batch each of 8, 16."])
    }
    judge(&result, call)
    let names = keptNames(axes, call)
    let chosen = axes.filter { !names.contains($0.name) }
    result.foldedPlaces = nil
    result.axes = []
    result.members.removeAll { part in chosen.contains { $0.name == part.name } }
    result.members += chosen.map { ValueType.Member($0.name, choice(among: $0.members)) }
    let keptAxes = axes.filter { names.contains($0.name) }
    for axis in keptAxes.reversed() {
      let one = result
      result.members = axis.members.map { ValueType.Member($0, one) } + one.members
    }
    result.axes = keptAxes
    return result
  }

  /// Records that the places judged on were seen, or reports that there are none.
  private func judge(_ result: inout ValueType, _ call: Inference) {
    guard case .metric(let name, let on) = call.argument(metric)?.content else { return }
    if let on {
      guard let places = on.type.places else { return }
      result.seen.append(Seen(places, .choice, cause: call.name, span: call.span(metric)))
    } else if result.foldedPlaces == nil, !result.axes.contains(where: \.isFolds) {
      call.report(
        .sayOnce,
        "“\(name)” of what? The models were made neither with folds nor judged on places.",
        at: metric, help: ["Write “by \(name) on validation”, or give the models “folds 5”."])
    }
  }

  private func keptNames(_ axes: [Axis], _ call: Inference) -> [String] {
    (call.argument(kept)?.parts ?? []).compactMap { part in
      guard let name = part.plainWord else { return nil }
      if axes.contains(where: { $0.name == name }) { return name }
      let known = axes.map(\.name)
      let near = nearest(to: name, among: known)
      call.report(
        .noSuchAxis,
        "“\(call.references(models).first?.text ?? "")” does not vary along “\(name)”.",
        span: part.span,
        help: [
          near.map { "Did you mean “\($0)”?" }
            ?? "It varies along \(known.joined(separator: ", "))."
        ])
      return nil
    }
  }

  /// Judges the candidates and gives the best of them.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[metric]
    guard let metric = Metric.named(name) else { throw EvaluationError.noSuchMetric(name: name) }
    let judged = try call.judged(models, on: call.judgingPlaces(self.metric))
    let scored = try judged.map { (model: $0, score: try $0.value(of: metric)) }
    guard let first = scored.first else { throw CallFault.missing(models.name) }
    let best = scored.dropFirst().reduce(first) {
      metric.isBetter($1.score, than: $0.score) ? $1 : $0
    }
    let isFolded = best.model.isFolded
    let refit = Refit(call.refit?.layers, isWhole: isFolded)
    let members = try call.members(models, refit: refit == Refit() ? nil : refit).map(\.member)
    guard let chosen = members.first(where: { $0.coordinates == best.model.coordinates }) else {
      throw CallFault.missing(models.name)
    }
    tell(best, among: scored, metric, isFolded: isFolded, call)
    return chosen.value
  }

  /// Says which candidate was chosen, and what the next best has.
  private func tell(
    _ best: (model: JudgedModel, score: Double),
    among scored: [(model: JudgedModel, score: Double)],
    _ metric: Metric, isFolded: Bool, _ call: Call
  ) {
    func words(_ candidate: (model: JudgedModel, score: Double)) -> String {
      let settings = candidate.model.coordinates.map { "\($0.axis) \($0.member)" }
      return "\(settings.joined(separator: ", ")) (\(metric.title) "
        + "\(formatFixed(candidate.score, decimals: 4)))"
    }
    let others = scored.filter { $0.model.coordinates != best.model.coordinates }
    let next = others.dropFirst().reduce(others.first) { kept, other in
      guard let kept else { return other }
      return metric.isBetter(other.score, than: kept.score) ? other : kept
    }
    let how = isFolded ? ", mean over the folds; fitted again on all their places" : ""
    call.environment.warn(
      .bestChosen,
      "Chosen of \(scored.count): \(words(best))\(how). Next: \(next.map(words) ?? "none").",
      help: [])
  }

  private func choice(among members: [String]) -> ValueType {
    members.allSatisfy { Double($0) != nil } ? ValueType(.number, unit: .one) : ValueType(.text)
  }
}
