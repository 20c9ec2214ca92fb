import Diagnostics
public import Vocabulary

/// The best of several models.
public struct Best: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "best", .value, "Picks the best of several models by a metric, and says which.",
    formula: "over folds: the mean of the metric over the folds held out; the one chosen is fitted "
      + "again on all the folds' places",
    example: "best = best of trials by f1 on validation, for each reading")
  let models = Parameter<any Value>(
    "models", .after("of"), .value([.model]), "A family of models.", takesFamily: true)
  let metric = Parameter<String>(
    "metric", .after("by"), .metric,
    "What decides, and on which places; without places, on the folds held out.")
  let kept = Parameter<String?>(
    "kept", .after("for each"), .columnName,
    "The axis along which one is chosen for each member.", default: nil)

  /// Creates the word.
  public init() {}

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

  private func choice(among members: [String]) -> ValueType {
    members.allSatisfy { Double($0) != nil } ? ValueType(.number, unit: .one) : ValueType(.text)
  }
}
