import Drawing

extension MapKey {
  /// A number beside the colours.
  struct ScaleLabel {
    let value: Double
    let text: String
    var width: Double { textWidth(text, size: Typography.small) }
  }

  /// The numbers beside the colours of a scale, as many as its height has room for.
  static func scaleLabels(_ scale: ValueScale, height: Double = barHeight) -> [ScaleLabel] {
    labels(scale, length: height) { _ in Typography.small }
  }

  /// The numbers below the colours of a level scale, as many as its width has room for.
  private static func levelLabels(_ scale: ValueScale, width: Double) -> [ScaleLabel] {
    labels(scale, length: width) { labels in (labels.map(\.width).max() ?? 0) + 2 }
  }

  private static func labels(
    _ scale: ValueScale, length: Double, room: ([ScaleLabel]) -> Double
  ) -> [ScaleLabel] {
    guard scale.high > scale.low else {
      return [ScaleLabel(value: scale.low, text: significantText(scale.low, digits: 4))]
    }
    var ticks = Ticks(in: scale.low...scale.high, intervals: min(max(Int(length / 6), 1), 6))
    // Two numbers at least, or no distance can be read.
    for intervals in 2...6 where ticks.values.count < 2 {
      ticks = Ticks(in: scale.low...scale.high, intervals: intervals)
    }
    let all = ticks.values.map { value in
      ScaleLabel(
        value: value, text: decimalText(value, decimals: ticks.decimals, grouped: true))
    }
    // The chosen step may be shorter than asked for; every other number is left out then.
    let pitch = ticks.step / (scale.high - scale.low) * length
    let needed = room(all)
    let fewest = max(all.count - 1, 1)
    let skip = pitch >= needed ? 1 : min(Int((needed / max(pitch, 0.01)).rounded(.up)), fewest)
    return stride(from: 0, to: all.count, by: skip).map { all[$0] }
  }

  /// Draws the colours of a scale with numbers, and points where values lie beyond its ends.
  static func drawBar(_ scale: ValueScale, in bar: Rectangle, on drawing: inout Drawing) {
    let steps = ValueScale.steps
    drawing.image(
      PixelImage(
        columns: 1, rows: steps, palette: scale.ramp.colors(steps),
        indices: (0..<steps).map { UInt8(steps - 1 - $0) }), in: bar)
    let frame = Stroke(.quietInk, width: Typography.hairline)
    drawing.stroke(.rectangle(bar), frame)
    func point(_ base: Double, _ tip: Double, _ color: Color) {
      let triangle = Path.polygon([
        Point(bar.left, base), Point(bar.right, base), Point(bar.center.x, tip),
      ])
      drawing.fill(triangle, color)
      drawing.stroke(triangle, frame)
    }
    if scale.extendsAbove { point(bar.top, bar.top - 2.2, scale.ramp.color(at: 1)) }
    if scale.extendsBelow { point(bar.bottom, bar.bottom + 2.2, scale.ramp.color(at: 0)) }
    for label in scaleLabels(scale, height: bar.height) {
      let y = bar.bottom - scale.position(of: label.value) * bar.height
      drawing.hairline(Point(bar.right, y), Point(bar.right + 0.8, y))
      drawing.text(
        TextRun(
          label.text, at: Point(bar.right + 1.5, y), size: Typography.small, level: .middle))
    }
  }

  /// Draws the colours of a scale from left to right, with numbers below.
  static func drawLevelBar(_ scale: ValueScale, in bar: Rectangle, on drawing: inout Drawing) {
    let steps = ValueScale.steps
    drawing.image(
      PixelImage(
        columns: steps, rows: 1, palette: scale.ramp.colors(steps),
        indices: (0..<steps).map { UInt8($0) }), in: bar)
    let frame = Stroke(.quietInk, width: Typography.hairline)
    drawing.stroke(.rectangle(bar), frame)
    func point(_ base: Double, _ tip: Double, _ color: Color) {
      let triangle = Path.polygon([
        Point(base, bar.top), Point(base, bar.bottom), Point(tip, bar.center.y),
      ])
      drawing.fill(triangle, color)
      drawing.stroke(triangle, frame)
    }
    if scale.extendsAbove { point(bar.right, bar.right + 2.2, scale.ramp.color(at: 1)) }
    if scale.extendsBelow { point(bar.left, bar.left - 2.2, scale.ramp.color(at: 0)) }
    for label in levelLabels(scale, width: bar.width) {
      let x = bar.left + scale.position(of: label.value) * bar.width
      drawing.hairline(Point(x, bar.bottom), Point(x, bar.bottom + 0.8))
      drawing.text(
        TextRun(
          label.text, at: Point(x, bar.bottom + 1.5), size: Typography.small,
          anchor: x - label.width / 2 < bar.left - 2 ? .start : .middle, level: .top))
    }
  }

  /// Draws the colours of one map beside it.
  static func drawOwn(_ layer: MapLayer, beside frame: Rectangle, on drawing: inout Drawing) {
    let left = frame.right + 1.2
    switch layer.content {
    case .values(_, let scale):
      let points = (scale.extendsAbove ? 2.4 : 0) + (scale.extendsBelow ? 2.4 : 0)
      let height = max(min(frame.height - points, barHeight), 3)
      drawBar(
        scale,
        in: Rectangle(
          left: left, top: frame.center.y - height / 2, width: 2.2, height: height),
        on: &drawing)
    case .colors: break
    case .classes(_, let scheme):
      let pitch = min(3.4, frame.height / Double(max(scheme.labels.count, 1)))
      let top = frame.center.y - pitch * Double(scheme.labels.count) / 2
      for (place, index) in scheme.legendOrder.enumerated() {
        let y = top + Double(place) * pitch
        drawing.fill(
          .rectangle(Rectangle(left: left, top: y, width: 2.2, height: pitch)),
          scheme.colors[index])
        // Names smaller than this cannot be read; the colours alone remain.
        guard pitch >= 2 else { continue }
        let label = truncatedText(
          scheme.labels[index], width: MapLayout.ownKeyWidth - 4.6, size: Typography.small * 0.9)
        drawing.text(
          TextRun(
            label, at: Point(left + 3, y + pitch / 2), size: Typography.small * 0.9,
            level: .middle))
      }
    }
  }
}
