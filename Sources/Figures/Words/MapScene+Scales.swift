import Drawing
import Rasters
import Vocabulary

extension MapScene {
  /// The scale of one layer by itself.
  func scale(
    of layer: Layer, _ values: [Float], _ window: Window, _ look: MapLook
  ) throws -> ValueScale {
    let facts = layer.facts
    if let whole = fixedScale(of: layer, look) { return whole }
    guard
      let scale = ValueScale.fitting(
        values, range: range(of: layer, window), title: Self.words(facts.name),
        unit: Self.shown(facts.unit), colors: colors(of: layer, look))
    else { throw FigureError.nothingToDraw(name: facts.name) }
    return scale
  }

  /// The scale of a quantity that has one whatever its values are: probability, light, direction.
  private func fixedScale(of layer: Layer, _ look: MapLook) -> ValueScale? {
    let facts = layer.facts
    var (title, low, high) = (Self.words(facts.name), 0.0, 255.0)
    if layer.isPrediction {
      (title, high) = ("Probability", 1)
    } else if facts.holdsDirections, let unit = facts.unit {
      high = 2 * .pi / unit.scale
    } else if !facts.isShade {
      return nil
    }
    let (ramp, middle) = colors(of: layer, look).chosen(low: low, high: high)
    if let middle {
      let reach = max(high - middle, middle - low)
      (low, high) = (middle - reach, middle + reach)
    }
    return ValueScale(
      title: title, unit: facts.isShade ? "" : Self.shown(facts.unit), low: low, high: high,
      least: facts.statistics.minimum, most: facts.statistics.maximum, ramp: ramp)
  }

  /// The scale that all layers share: where the statement asks for it, and for probabilities and the
  /// members of a family, which are one quantity.
  ///
  /// - Throws: ``FigureError/scalesDiffer(first:second:)``
  func commonScale(_ overviews: [Overview], look: MapLook) throws -> ValueScale? {
    let areOne =
      Set(layers.map(\.quantity)).count == 1 || layers.allSatisfy(\.isPrediction)
    guard layers.count > 1, look.onOneScale || areOne, let first = layers.first else {
      return nil
    }
    func symbol(_ layer: Layer) -> String { Self.shown(layer.facts.unit) }
    let other = layers.first {
      $0.facts.isNominal != first.facts.isNominal || symbol($0) != symbol(first)
    }
    if let other {
      guard look.onOneScale else { return nil }
      func text(_ layer: Layer) -> String {
        if layer.facts.isNominal { return "“\(layer.title)” (classes)" }
        return "“\(layer.title)” (\(symbol(layer).isEmpty ? "a plain number" : symbol(layer)))"
      }
      throw FigureError.scalesDiffer(first: text(first), second: text(other))
    }
    if first.facts.isNominal { return nil }
    // Probabilities, and light, have the same scale by themselves.
    let fixed = layers.map { fixedScale(of: $0, look) }
    if fixed.allSatisfy({ $0 != nil }), let scale = fixed[0] {
      let all = fixed.compactMap { $0 }
      return ValueScale(
        title: scale.title, unit: scale.unit, low: scale.low, high: scale.high,
        least: all.map(\.least).min(), most: all.map(\.most).max(), ramp: scale.ramp)
    }
    let names = Set(layers.map(\.facts.name))
    let ranges = zip(layers, overviews).compactMap { range(of: $0, $1.window) }
    let isWhole = ranges.count == layers.count
    guard
      let scale = ValueScale.fitting(
        overviews.flatMap(\.values),
        range: isWhole
          ? (ranges.map(\.lowerBound).min() ?? 0)...(ranges.map(\.upperBound).max() ?? 0) : nil,
        title: names.count == 1 ? Self.words(first.facts.name) : "", unit: symbol(first),
        colors: colors(of: first, look))
    else { throw FigureError.nothingToDraw(name: first.facts.name) }
    return scale
  }

  /// The exact range of a layer, which is known of the whole only.
  private func range(of layer: Layer, _ window: Window) -> ClosedRange<Double>? {
    let statistics = layer.facts.statistics
    guard window == layer.source.reader.grid.window, statistics.minimum <= statistics.maximum
    else { return nil }
    return statistics.minimum...statistics.maximum
  }

  /// The colours of a layer: what the statement says, or else by what it measures.
  private func colors(of layer: Layer, _ look: MapLook) -> ScaleColors {
    let facts = layer.facts
    let own: ScaleColors
    if layer.isPrediction {
      own = ScaleColors(.susceptibility)
    } else if facts.isShade {
      own = ScaleColors(.shade)
    } else if facts.holdsDirections {
      own = ScaleColors(.romaO, use: .cyclic)
    } else {
      switch facts.unit?.dimension {
      // Rain, and not a length on the ground.
      case .length? where facts.unit?.symbol == "mm": own = ScaleColors(.devon.reversed)
      case .length?: own = ScaleColors(.batlow)
      case .angle?: own = ScaleColors(.lajolla.reversed)
      default: own = ScaleColors(.viridis)
      }
    }
    return look.colors(instead: own, unit: facts.unit)
  }
}
