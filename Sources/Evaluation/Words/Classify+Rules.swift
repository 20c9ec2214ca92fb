import Learning
import Numerics
import Rasters
import Vocabulary

/// How `classify` finds the limits.
extension Classify {
  /// The limits, and in words how they were found.
  func cut(
    _ raster: RasterValue, into classes: Int, _ call: Call
  ) throws -> (breaks: ClassBreaks, rule: String) {
    let layer = try raster.rasterLayers(in: call.environment)[0]
    let isPrediction = call.argument(self.layer)?.references.first?.type.kind == .prediction
    let statistics = raster.first.statistics
    if call.gives(areaShares) {
      let shares = try call[areaShares]
      let limits = try quantileLimits(of: layer, shares, classes: classes, call)
      return (limits, "shares of area " + Self.text(shares))
    }
    if call.gives(slideShares) {
      let shares = try call[slideShares]
      let limits = try landslideLimits(of: raster, shares, classes: classes, call)
      return (limits, "shares of landslides " + Self.text(shares))
    }
    switch try call[rule] {
    case "quantiles"?:
      let shares = [Double](repeating: 1 / Double(classes), count: classes)
      return (try quantileLimits(of: layer, shares, classes: classes, call), "quantiles")
    case "natural breaks"?:
      let found = try NaturalBreaks(
        of: layer, classes: classes, threads: call.environment.threads)
      let bins = found.bins.map { " over \($0) bins" } ?? ""
      return (
        try ClassBreaks(limits: found.limits),
        "natural breaks\(bins), goodness of variance fit "
          + formatFixed(found.goodness, decimals: 4)
      )
    case "geometric intervals"?:
      let breaks = try ClassBreaks.geometricIntervals(
        from: statistics.minimum,
        smallestPositive: smallestPositive(of: layer, statistics, call.environment.threads),
        to: statistics.maximum, count: classes)
      return (breaks, "geometric intervals")
    case "equal intervals"?:
      let range = isPrediction ? 0...1 : statistics.minimum...statistics.maximum
      return (try .equalIntervals(over: range, count: classes), "equal intervals")
    default:
      let unit = raster.first.unit ?? .one
      let inner = try call[limits].map { $0.value(in: unit) ?? $0.base }
      let breaks = try ClassBreaks(
        limits: [isPrediction ? 0 : -.infinity] + inner + [isPrediction ? 1 : .infinity])
      if breaks.count != classes { throw EvaluationError.limitsNotAscending(breaks.limits) }
      return (breaks, "given limits")
    }
  }

  private static func text(_ shares: [Double]) -> String {
    shares.map { "\(Quantity.plain($0 * 100)) %" }.joined(separator: ", ")
  }

  /// Limits between classes with given shares of the cells.
  private func quantileLimits(
    of layer: RasterLayer, _ shares: [Double], classes: Int, _ call: Call
  ) throws -> ClassBreaks {
    if shares.count != classes {
      throw EvaluationError.shareCount(classes: classes, shares: shares.count)
    }
    let found = try quantiles(
      at: ClassBreaks.cumulative(shares), of: layer, threads: call.environment.threads)
    return try Self.distinct(found)
  }

  /// Limits between classes with given shares of the landslides, from the map's smallest to its
  /// largest value.
  private func landslideLimits(
    of raster: RasterValue, _ shares: [Double], classes: Int, _ call: Call
  ) throws -> ClassBreaks {
    if shares.count != classes {
      throw EvaluationError.shareCount(classes: classes, shares: shares.count)
    }
    guard let slides = try call[slides] else { throw EvaluationError.noLandslides }
    let places = try landslidePoints(of: slides, in: raster.grid.crs, call.environment)
    let layers = try raster.rasterLayers(in: call.environment)
    let found = try sampleCells(layers, at: places)[0].filter { !$0.isNaN }.sorted()
    if found.isEmpty { throw EvaluationError.noLandslides }
    let inner = ClassBreaks.cumulative(shares).dropFirst().dropLast().map {
      quantile(ofSorted: found, at: $0)
    }
    let range = raster.first.statistics
    return try Self.distinct([range.minimum] + inner + [range.maximum])
  }

  private static func distinct(_ limits: [Double]) throws -> ClassBreaks {
    guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw EvaluationError.tooFewDistinctValues(classes: limits.count - 1, limits: limits)
    }
    return try ClassBreaks(limits: limits)
  }

  private func smallestPositive(
    of layer: RasterLayer, _ statistics: RasterSummary, _ threads: Int
  ) throws -> Double {
    if !(statistics.minimum <= 0) { return statistics.minimum }
    var smallest = Float.infinity
    try reduceBlocks([layer], threads: threads) { block in
      let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
      return cells.reduce(Float.infinity) { $1 > 0 && $1 < $0 ? $1 : $0 }
    } combine: {
      smallest = min(smallest, $0)
    }
    return Double(smallest)
  }
}
