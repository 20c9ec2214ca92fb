import Drawing
import Rasters
import Vocabulary

extension MapScene {
  /// The cells of one layer with their colours.
  ///
  /// - Throws: ``FigureError/tooManyClasses(name:found:)``, and what the reader throws.
  func mapLayer(_ layer: Layer, window: Window, limit: Int) throws -> MapLayer {
    let overview = try Overview(
      of: layer.source, window: window, limit: limit, areClasses: layer.facts.isNominal)
    let content =
      layer.facts.isNominal
      ? try classes(layer, overview) : try values(layer, overview, window)
    return MapLayer(
      columns: overview.columns, rows: overview.rows, shownColumns: overview.shownColumns,
      shownRows: overview.shownRows, content)
  }

  /// Three bands as one image in colour, each stretched from its 2 % to its 98 % quantile.
  ///
  /// - Throws: what the readers throw.
  func colorLayer(_ bands: [Layer], window: Window, limit: Int) throws -> MapLayer {
    let overviews = try bands.map { try Overview(of: $0.source, window: window, limit: limit) }
    let count = overviews[0].values.count
    var channels = [UInt8](repeating: 255, count: 4 * count)
    for (band, overview) in overviews.enumerated() {
      let sorted = overview.values.filter(\.isFinite).sorted()
      let inset = sorted.count / 50
      let low = sorted.isEmpty ? 0 : sorted[inset]
      let high = sorted.isEmpty ? 1 : sorted[sorted.count - 1 - inset]
      for (cell, value) in overview.values.enumerated() {
        guard value.isFinite else {
          channels[4 * cell + 3] = 0
          continue
        }
        let share = high > low ? min(max((value - low) / (high - low), 0), 1) : 0.5
        channels[4 * cell + band] = UInt8((share * 255).rounded())
      }
    }
    return MapLayer(
      columns: overviews[0].columns, rows: overviews[0].rows,
      shownColumns: overviews[0].shownColumns, shownRows: overviews[0].shownRows,
      .colors(channels))
  }

  private func values(
    _ layer: Layer, _ overview: Overview, _ window: Window
  ) throws -> MapLayer.Content {
    let facts = layer.facts
    let title = Self.words(facts.name)
    if layer.isPrediction {
      return .values(
        overview.values,
        ValueScale(
          title: "Probability", low: 0, high: 1, least: facts.statistics.minimum,
          most: facts.statistics.maximum, ramp: .susceptibility))
    }
    if facts.isShade {
      return .values(
        overview.values,
        ValueScale(
          title: title, low: 0, high: 255, least: facts.statistics.minimum,
          most: facts.statistics.maximum, ramp: .shade))
    }
    // The exact range is known of the whole layer only.
    let isWhole = window == layer.source.reader.grid.window
    let range = isWhole ? facts.statistics.minimum...facts.statistics.maximum : nil
    let unit = Self.shown(facts.unit)
    guard
      let scale = ValueScale.fitting(overview.values, range: range, title: title, unit: unit)
    else { throw FigureError.nothingToDraw(name: facts.name) }
    return .values(overview.values, scale)
  }

  private func classes(_ layer: Layer, _ overview: Overview) throws -> MapLayer.Content {
    let facts = layer.facts
    let codes = facts.codes ?? []
    guard codes.count < 255 else {
      throw FigureError.tooManyClasses(name: facts.name, found: codes.count)
    }
    let names = facts.labels ?? codes.map { "\($0)" }
    let places = Self.places(of: codes, among: names.count)
    let indices = overview.values.map { value -> UInt8 in
      value.isFinite ? places[Int(value)] ?? 255 : 255
    }
    // Classes of a probability, and not of an elevation.
    let inner = layer.limits?.dropFirst().dropLast() ?? []
    let isChance = layer.ranks && inner.allSatisfy { (0...1).contains($0) }
    let title = isChance ? "Susceptibility" : Self.words(facts.name)
    let labels = labels(names, limits: layer.limits)
    return .classes(
      indices,
      layer.ranks
        ? .ordered(title: title, labels: labels) : .nominal(title: title, labels: labels))
  }

  /// The names of classes, with their limits where a single map has room for them.
  ///
  /// Limits belong beside the classes: breaks that depend on the map make maps incomparable.
  private func labels(_ names: [String], limits: [Double]?) -> [String] {
    guard layers.count == 1, let limits, limits.count == names.count + 1 else { return names }
    // Two digits of the narrowest class tell all limits apart.
    let finite = limits.filter(\.isFinite)
    let narrowest = zip(finite, finite.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1
    var decimals = 0
    var scaled = narrowest
    while decimals < 6, scaled < 10 {
      scaled *= 10
      decimals += 1
    }
    func text(_ limit: Double) -> String {
      decimalText(limit, decimals: decimals, grouped: true)
    }
    return names.enumerated().map { index, name in
      let (low, high) = (limits[index], limits[index + 1])
      let range =
        switch (low.isFinite, high.isFinite) {
        case (true, true): "\(text(low)) to \(text(high))"
        case (true, false): "from \(text(low))"
        case (false, true): "below \(text(high))"
        case (false, false): ""
        }
      return range.isEmpty ? name : "\(name) (\(range))"
    }
  }

  /// The place of each code among the names.
  ///
  /// Where some classes do not occur, the codes count the names from 0 if there is a 0, else
  /// from 1.
  private static func places(of codes: [Int], among count: Int) -> [Int: UInt8] {
    let first = codes.contains(0) ? 0 : 1
    var places: [Int: UInt8] = [:]
    for (index, code) in codes.enumerated() {
      let place = codes.count == count ? index : code - first
      if (0..<count).contains(place) { places[code] = UInt8(place) }
    }
    return places
  }
}
