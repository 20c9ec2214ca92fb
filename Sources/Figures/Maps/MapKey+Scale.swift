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
    guard scale.high > scale.low else {
      return [ScaleLabel(value: scale.low, text: significantText(scale.low, digits: 4))]
    }
    let ticks = Ticks(in: scale.low...scale.high, intervals: min(max(Int(height / 6), 1), 6))
    // The chosen step may be shorter than asked for; every other number is left out then.
    let pitch = ticks.step / (scale.high - scale.low) * height
    let skip =
      pitch >= Typography.small ? 1 : Int((Typography.small / max(pitch, 0.01)).rounded(.up))
    return stride(from: 0, to: ticks.values.count, by: skip).map {
      let value = ticks.values[$0]
      return ScaleLabel(
        value: value, text: decimalText(value, decimals: ticks.decimals, grouped: true))
    }
  }

  /// Draws the colours of a scale with numbers, and points where values lie beyond its ends.
  static func drawBar(_ scale: ValueScale, in bar: Rectangle, on drawing: inout Drawing) {
    let steps = 128
    let image = PixelImage(
      columns: 1, rows: steps, palette: scale.ramp.colors(steps),
      indices: (0..<steps).map { UInt8(steps - 1 - $0) })
    drawing.image(image, in: bar)
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

  /// Draws the colours of one map beside it.
  static func drawOwn(
    _ layer: MapLayer, beside frame: Rectangle, _ layout: MapLayout, on drawing: inout Drawing
  ) {
    let left = frame.right + 1.2
    switch layer.content {
    case .values(_, let scale):
      let height = max(min(frame.height - 5, barHeight), 3)
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
