import Diagnostics
import Vocabulary

/// A model judged on some places.
struct Judgement {
  let model: Reference
  let places: Reference
  let span: Span
}

/// What values have seen, and whether they are judged on it.
extension Checker {
  /// Adds to a type what its arguments have seen and what its own making sees.
  func addSeen(_ type: inout ValueType, _ call: BoundCall, name: String) {
    addSources(&type, call, name: name)
    var seen = type.seen
    for (parameter, argument) in call.ordered {
      for reference in argument.references where reference.type.kind != .places {
        seen += reference.type.seen
      }
      guard let way = parameter.learns else { continue }
      for reference in argument.references {
        guard let places = reference.type.places else { continue }
        seen.append(
          Seen(
            places, way, cause: name, span: argument.span, sources: reference.type.sources))
        if type.kind == .model, way == .labels { trainingSets.append(places) }
      }
    }
    var known: Set<Seen> = []
    type.seen = seen.filter { known.insert($0).inserted }
  }

  /// Adds to features and places what they were made of: the features named, else their own name.
  private func addSources(_ type: inout ValueType, _ call: BoundCall, name: String) {
    let kinds: Set<Kind> = [.points, .lines, .areas, .places, .table]
    guard kinds.contains(type.kind) else { return }
    var sources: [String] = []
    for reference in call.ordered.flatMap(\.argument.references)
    where kinds.contains(reference.type.kind) {
      for source in reference.type.sources where !sources.contains(source) {
        sources.append(source)
      }
    }
    type.sources = sources.isEmpty ? [name] : sources
  }

  /// Notes what a call judges where; looked at when the whole study is known.
  func prepareJudgement(_ call: BoundCall) {
    if let word = call.word as? any RefittingWord, word.judges {
      prepareRefits(call, of: word.refitted)
    }
    guard call.word.entry.category != .value,
      let parameter = call.word.parameters.first(where: {
        $0.name == "places" && $0.role == .after("on")
      }), let places = call.arguments[parameter.name]?.references.first
    else { return }
    for (other, argument) in call.ordered where other.name != parameter.name {
      for model in argument.references where !model.type.seen.isEmpty {
        judgements.append(Judgement(model: model, places: places, span: argument.span))
      }
    }
  }

  /// Notes where models that are fitted again are judged: on the places beside the metric.
  private func prepareRefits(_ call: BoundCall, of name: String) {
    guard let models = call.arguments[name] else { return }
    for (_, argument) in call.ordered {
      guard case .metric(_, let places?) = argument.content else { continue }
      for model in models.references where !model.type.seen.isEmpty {
        judgements.append(Judgement(model: model, places: places, span: models.span))
      }
    }
  }

  /// Reports every model that is judged on places which its making has seen.
  ///
  /// A model judged on the very places it was fitted to is a success rate, which studies show beside
  /// the prediction rate; it is reported only where another model of the study holds those places out.
  func judge() {
    var told: Set<String> = []
    for judgement in judgements {
      guard let judged = judgement.places.type.places else { continue }
      let seen = judgement.model.type.seen.filter { $0.places.overlaps(judged) }
      let isFitted = seen.contains { $0.way == .labels && $0.places == judged }
      let isHeldOut = trainingSets.contains { $0.root == judged.root && !$0.overlaps(judged) }
      if isFitted, !isHeldOut { continue }
      for sight in seen {
        let name = judgement.model.name
        let key = "\(sight.cause) \(sight.way) \(judgement.places.text)"
        guard !allows("leakage of", name), !allows("leakage of", sight.cause),
          told.insert(key).inserted
        else { continue }
        report(sight, judgement)
      }
    }
  }

  private func report(_ sight: Seen, _ judgement: Judgement) {
    let model = judgement.model.text
    let places = judgement.places.text
    let line = study.source.line(at: sight.span.lower)
    let what = "“\(model)” is judged on “\(places)”, "
    let code: Code
    let how: String
    switch sight.way {
    case .choice:
      code = .leakageByChoice
      how = "on which “\(sight.cause)” was chosen (line \(line))."
    case .features:
      code = .leakageByFeatures
      how = "whose values “\(sight.cause)” has learned from (line \(line))."
    case .labels:
      code = .leakageByLabels
      how = "whose labels “\(sight.cause)” has learned from (line \(line))."
    }
    report(
      code, what + how, at: judgement.span.union(judgement.places.span),
      help: [
        "Learn and choose on places that are not in “\(places)”.",
        "To repeat a study that did this: allow leakage of \(judgement.model.name) because \"…\".",
      ])
  }
}
