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
      natural breaks: least Σ (x − mean of the class)² over all cells, the exact optimum of Fisher; \
      limits halfway between classes; goodness of variance fit = 1 − Σ (x − class mean)² / Σ (x − \
      mean)². Above 4,194,304 distinct values the optimum over as many bins of equal width, whose \
      root mean square deviation is at most 1/2,097,152 of the range above the least.
      geometric intervals: limitᵢ = a (b / a)^(i / classes), a the smallest cell above 0, b the \
      largest; zeros belong to the first class, cells below 0 are refused
      by shares of area: from the lowest class on, each has its share of the cells
      by shares of landslides … of slides: from the lowest class on, each has its share of the \
      landslides
      A class includes its lower limit and not its upper one, but for the last.
      """,
    sources: [
      "Cantarino et al. (2019), doi:10.1007/s10346-018-1063-4",
      "Fisher (1958), doi:10.1080/01621459.1958.10501479", "Evans (1977), doi:10.2307/622195",
    ],
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
  let areaShares = Parameter<[Double]>(
    "areas", .after("by shares of area"), .shares, "The share of the map that each class takes.",
    default: [])
  let slideShares = Parameter<[Double]>(
    "landslides", .after("by shares of landslides"), .shares,
    "The share of the landslides that each class takes.", default: [])
  let slides = Parameter<(any Value)?>(
    "points", .after("of"), .value([.points, .places]),
    "The landslides of which each class takes its share; of places, those labelled 1.",
    default: nil, learns: .labels)
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
    checkWay(call)
    if let word = call.word(rule), word == "natural breaks" || word == "geometric intervals" {
      type.ownBreaks = word
      call.warnOfFamilyBreaks(of: layer, rule: word, at: rule)
    }
    if call.gives(limits) { checkLimits(call, classes: type.classes.count) }
    for shares in [areaShares, slideShares] { checkShares(shares, call, type.classes.count) }
    return type
  }

  private func checkWay(_ call: Inference) {
    let ways: [any AnyParameter] = [rule, areaShares, slideShares, limits].filter { call.gives($0) }
    if ways.count != 1 {
      call.report(
        .classedHow,
        ways.isEmpty ? "It is not said where to cut." : "It is said in two ways where to cut.",
        at: ways.last ?? names,
        help: [
          "Write “by quantiles” or another rule, “by shares of area” and the shares, or “at” and the "
            + "limits."
        ])
    }
    if call.gives(slides) != call.gives(slideShares) {
      call.report(
        .classedHow,
        call.gives(slides)
          ? "Only shares of landslides are counted on points."
          : "It is not said of which landslides these are shares.",
        at: call.gives(slides) ? slides : slideShares,
        help: ["Write for example: by shares of landslides 5% / 15% / 80% of slides."])
    }
  }

  private func checkShares(
    _ parameter: Parameter<[Double]>, _ call: Inference, _ classes: Int
  ) {
    guard case .shares(let shares)? = call.argument(parameter)?.content, shares.count != classes
    else { return }
    call.report(
      .limitCount, "\(classes) classes need \(classes) shares, found \(shares.count).",
      at: parameter, help: ["Give each class one share, the lowest class first."])
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
    let (breaks, rule) = try cut(raster, into: labels.count, call)
    return try ZonesValue(
      raster.rasterLayers(in: call.environment)[0], breaks, in: raster.first.unit, labels: labels,
      rule: rule, named: call.names.first ?? "zones", in: call.environment)
  }
}
