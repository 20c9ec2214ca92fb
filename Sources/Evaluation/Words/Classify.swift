import Diagnostics
import Rasters
public import Vocabulary

/// A map in classes.
public struct Classify: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "classify", .value, "Cuts a prediction, or another layer, into named classes.",
    formula: """
      quantiles: each class has equally many cells; linear between order statistics
      equal intervals: of 0 to 1 for a prediction, of the range of the cells for another layer
      A class includes its lower limit and not its upper one, but for the last.
      """,
    sources: ["Cantarino et al. (2019), doi:10.1007/s10346-018-1063-4"],
    example: "zones = classify chance into \"very low\", low, moderate, high, \"very high\" "
      + "by quantiles")
  let layer = Parameter<RasterValue>(
    "layer", .subject, .value([.prediction, .raster]), "The prediction or layer.")
  let names = Parameter<[String]>(
    "classes", .after("into"), .classNames, "The classes, from the lowest values to the highest.")
  let rule = Parameter<String?>(
    "rule", .after("by"),
    .choice(["quantiles", "equal intervals", "natural breaks", "geometric intervals"]),
    "How the limits are found.", default: nil)
  let limits = Parameter<[Quantity]>(
    "limits", .after("at"), .breaks, "The limits between the classes.", default: [])

  /// Creates the word.
  public init() {}

  /// Zones with the classes named.
  public func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.zones, grid: call.type(layer)?.grid)
    type.classes = classNames(call)
    type.count = .known(type.classes.count)
    checkNames(type.classes, call)
    if call.gives(rule) == call.gives(limits) {
      call.report(
        .classedHow,
        call.gives(rule)
          ? "The limits are given, and found by a rule as well." : "It is not said where to cut.",
        at: call.gives(rule) ? limits : names,
        help: ["Write “by quantiles”, “by equal intervals”, or “at” and the limits."])
    }
    if let word = call.word(rule), word == "natural breaks" || word == "geometric intervals" {
      call.report(
        .notHere, "“by \(word)” is not here yet.", at: rule,
        help: ["Cut by quantiles or by equal intervals, or at given limits."])
    }
    if call.gives(limits) { checkLimits(call, classes: type.classes.count) }
    return type
  }

  private func classNames(_ call: Inference) -> [String] {
    let parts: [Argument]
    switch call.argument(names)?.content {
    case .list(let list): parts = list
    default: parts = call.argument(names).map { [$0] } ?? []
    }
    return parts.compactMap { part in
      switch part.content {
      case .text(let text), .word(let text): text
      default: nil
      }
    }
  }

  private func checkNames(_ classes: [String], _ call: Inference) {
    var seen: Set<String> = []
    for name in classes where !seen.insert(name).inserted {
      call.report(
        .classTwice, "The class “\(name)” is named twice.", at: names,
        help: ["Give each class a name of its own."])
    }
    if classes.count < 2 {
      call.report(
        .classTwice, "There is one class, and at least two are needed.", at: names,
        help: ["Name at least two classes."])
    }
  }

  private func checkLimits(_ call: Inference, classes: Int) {
    let parts: [Argument]
    switch call.argument(limits)?.content {
    case .list(let list): parts = list
    default: parts = call.argument(limits).map { [$0] } ?? []
    }
    if parts.count != classes - 1, classes >= 2 {
      call.report(
        .limitCount,
        "\(classes) classes have \(classes - 1) limits between them, found \(parts.count).",
        at: limits, help: ["Give \(classes - 1) limits, or other classes."])
    }
    let known = parts.compactMap { part -> Quantity? in
      switch part.content {
      case .quantity(let quantity): quantity
      case .reference(let reference): reference.type.known
      default: nil
      }
    }
    for (a, b) in zip(known, known.dropFirst()) where a.base >= b.base {
      call.report(
        .limitsFall, "\(b.text) follows \(a.text).", at: limits,
        help: ["Write the limits from the lowest to the highest."])
      break
    }
    guard let unit = call.type(layer)?.unit else { return }
    for quantity in known where quantity.unit.dimension != unit.dimension {
      let name = call.references(layer)[0].text
      call.report(
        .wrongDimension,
        "“\(name)” is \(unit.symbol.isEmpty ? "a plain number" : "in \(unit.symbol)"), but the limit is "
          + "\(quantity.text).", at: limits, help: ["Write the limits in the unit of the layer."])
      break
    }
  }

  /// Finds the limits and cuts the cells.
  public func run(_ call: Call) throws -> any Value {
    let raster = try call[layer]
    let labels = try call[names]
    let isPrediction = call.argument(layer)?.references.first?.type.kind == .prediction
    let cells = try raster.rasterLayers(in: call.environment)[0]
    let found: ClassBreaks
    switch try call[rule] {
    case "quantiles"?:
      let shares = (0...labels.count).map { Double($0) / Double(labels.count) }
      let values = try quantiles(at: shares, of: cells, threads: call.environment.threads)
      guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw EvaluationError.tooFewDistinctValues(classes: labels.count, limits: values)
      }
      found = try ClassBreaks(limits: values)
    case "equal intervals"?:
      let statistics = raster.first.statistics
      let range = isPrediction ? 0...1 : statistics.minimum...statistics.maximum
      found = try .equalIntervals(over: range, count: labels.count)
    case let rule?: throw EvaluationError.ruleNotHere(rule)
    case nil:
      let unit = raster.first.unit ?? .one
      let inner = try call[limits].map { $0.value(in: unit) ?? $0.base }
      found = try ClassBreaks(
        limits: [isPrediction ? 0 : -.infinity] + inner + [isPrediction ? 1 : .infinity])
      if found.count != labels.count {
        throw EvaluationError.limitsNotAscending(found.limits)
      }
    }
    return try ZonesValue(
      cells, found, labels: labels, named: call.names.first ?? "zones", in: call.environment)
  }
}
