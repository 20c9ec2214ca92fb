import Drawing

extension MapFigure {
  /// The maps' names, ranges or shares of classes, and how many shapes lie over them.
  public var alternativeText: String {
    let texts = panels.enumerated().map { index, panel in
      guard let layer = panel.layer else {
        return panel.title.isEmpty ? "the area" : panel.title
      }
      let text =
        Self.describe(layer) + (layer.relief == nil ? "" : ", over light and shade of the terrain")
      let titled =
        panel.title.isEmpty || text.hasPrefix(panel.title) ? text : "\(panel.title): \(text)"
      return panels.count > 1 ? "(\(Self.letter(index))) \(titled)" : titled
    }
    var text =
      panels.count == 1
      ? "Map of \(texts[0])."
      : "\(panels.count) maps. \(texts.joined(separator: "; "))."
    let overlays = keyedOverlays.map { overlay in
      switch overlay.style {
      case .present, .absent, .mark:
        "\(overlay.shapes.count) point\(overlay.shapes.count == 1 ? "" : "s") (\(overlay.label))"
      case .line: "lines (\(overlay.label))"
      case .outline: "outlines (\(overlay.label))"
      }
    }
    if !overlays.isEmpty { text += " Over it: \(overlays.joined(separator: ", "))." }
    text += " " + extentText
    for inset in insets {
      switch inset.purpose {
      case .closer: text += " An inset shows a part of it from nearer."
      case .place:
        text += " An inset shows where it lies"
        text += inset.title.isEmpty ? "." : " (\(inset.title))."
      }
    }
    return text
  }

  private var extentText: String {
    let metres = extent.metresPerUnit
    let width = extent.width * metres
    // North to south a degree is as long as at the equator, within half a percent.
    let height = extent.unit == .degrees ? extent.height * 111_319.49 : extent.height * metres
    func text(_ length: Double) -> String {
      length >= 1000
        ? "\(significantText(length / 1000, digits: 3)) km"
        : "\(significantText(length, digits: 3)) m"
    }
    return "The map is \(text(width)) wide and \(text(height)) high."
  }

  private static func describe(_ layer: MapLayer) -> String {
    let missing = layer.shareWithoutData
    let gap =
      missing > 0 ? ", \(decimalText(missing * 100, decimals: 1))\u{202F}% without data" : ""
    switch layer.content {
    case .values(let values, let scale):
      let sorted = values.filter(\.isFinite).sorted()
      guard !sorted.isEmpty else { return "\(scale.heading), all without data" }
      func text(_ value: Double) -> String { significantText(value, digits: 3) }
      let range = "\(text(scale.least)) to \(text(scale.most))"
      let middle = text(Double(sorted[(sorted.count - 1) / 2]))
      return "\(scale.heading), \(range), median \(middle)\(gap)"
    case .classes(let cells, let scheme):
      var counts = [Int](repeating: 0, count: scheme.labels.count)
      for cell in cells where cell != 255 { counts[Int(cell)] += 1 }
      let total = Double(max(counts.reduce(0, +), 1))
      var shown = Array(scheme.labels.indices)
      let tooMany = shown.count > 8
      if tooMany {
        shown = Array(shown.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(5))
      }
      let shares = shown.map { index in
        let share = decimalText(Double(counts[index]) / total * 100, decimals: 1)
        return "\(scheme.labels[index]) \(share)\u{202F}%"
      }
      return "\(scheme.title) in \(scheme.labels.count) classes\(tooMany ? ", most often" : ""): "
        + shares.joined(separator: ", ") + gap
    case .colors: return "an image in colour\(gap)"
    }
  }
}
