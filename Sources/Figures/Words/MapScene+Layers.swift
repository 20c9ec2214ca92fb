import Drawing
import Rasters
import Vocabulary

extension MapScene {
  /// The cells of all layers with their colours.
  ///
  /// - Parameters:
  ///   - window: the part of the grid that the maps show.
  ///   - limit: the most cells on a side.
  ///   - look: what the statement says of colours.
  ///   - light: the light beneath.
  /// - Returns: the cells, layer by layer.
  /// - Throws: ``FigureError``, and what the readers throw.
  func mapLayers(
    window: Window, limit: Int, look: MapLook, light: RasterLayer?
  ) throws -> [MapLayer] {
    let relief = try light.map {
      Relief(try Overview(of: $0, window: window, limit: limit).values)
    }
    let overviews = try layers.map { try overview(of: $0, window: window, limit: limit) }
    let common = try commonScale(overviews, look: look)
    return try zip(layers, overviews).map { layer, overview in
      MapLayer(
        columns: overview.columns, rows: overview.rows, shownColumns: overview.shownColumns,
        shownRows: overview.shownRows, relief: relief,
        try content(layer, overview, common, look))
    }
  }

  /// A part of the only layer from nearer, in the colours of the whole.
  ///
  /// - Throws: what the readers throw.
  func closerLayer(
    like whole: MapLayer, window: Window, limit: Int, light: RasterLayer?
  ) throws -> MapLayer? {
    guard let layer = layers.first else { return nil }
    let overview = try overview(of: layer, window: window, limit: limit)
    let content: MapLayer.Content
    switch whole.content {
    case .values(_, let scale): content = .values(overview.values, scale)
    case .classes(_, let scheme): content = .classes(classIndices(layer, overview), scheme)
    case .colors: return nil
    }
    return MapLayer(
      columns: overview.columns, rows: overview.rows, shownColumns: overview.shownColumns,
      shownRows: overview.shownRows,
      relief: try light.map {
        Relief(try Overview(of: $0, window: window, limit: limit).values, mean: whole.relief?.mean)
      }, content)
  }

  private func overview(of layer: Layer, window: Window, limit: Int) throws -> Overview {
    let content: Overview.Content
    if layer.facts.isNominal {
      content = .classes
    } else if layer.facts.holdsDirections {
      content = .directions(radians: layer.facts.unit?.scale ?? 1)
    } else {
      content = .amounts
    }
    return try Overview(of: layer.source, window: window, limit: limit, of: content)
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

  private func content(
    _ layer: Layer, _ overview: Overview, _ common: ValueScale?, _ look: MapLook
  ) throws -> MapLayer.Content {
    if layer.facts.isNominal { return try classes(layer, overview, look) }
    if let common { return .values(overview.values, common) }
    return .values(overview.values, try scale(of: layer, overview.values, overview.window, look))
  }

  /// The class of each cell, counted from 0, and 255 for no data.
  private func classIndices(_ layer: Layer, _ overview: Overview) -> [UInt8] {
    let codes = layer.facts.codes ?? []
    let places = Self.places(of: codes, among: layer.facts.labels?.count ?? codes.count)
    return overview.values.map { $0.isFinite ? places[Int($0)] ?? 255 : 255 }
  }

  private func classes(
    _ layer: Layer, _ overview: Overview, _ look: MapLook
  ) throws -> MapLayer.Content {
    let facts = layer.facts
    let codes = facts.codes ?? []
    guard codes.count < 255 else {
      throw FigureError.tooManyClasses(name: facts.name, found: codes.count)
    }
    let names = facts.labels ?? codes.map { "\($0)" }
    // Classes of a probability, and not of an elevation.
    let inner = layer.limits?.dropFirst().dropLast() ?? []
    let isChance = layer.ranks && inner.allSatisfy { (0...1).contains($0) }
    let unit = Self.shown(layer.limitUnit)
    let name = isChance ? "Susceptibility" : Self.words(facts.name)
    let title = unit.isEmpty ? name : "\(name) (\(unit))"
    let labels = labels(names, limits: layer.limits)
    let indices = classIndices(layer, overview)
    guard layer.ranks else {
      if look.palette != nil { throw FigureError.paletteOfClasses(name: facts.name) }
      return .classes(indices, .nominal(title: title, labels: labels))
    }
    let colors = look.colors(instead: ScaleColors(.susceptibility), unit: nil)
    let ramp = colors.chosen(low: 0, high: 1).ramp
    return .classes(indices, .ordered(title: title, labels: labels, ramp: ramp))
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
