import Drawing

extension MapKey {
  /// Draws an arrow to the north: grid north, as the map is upright in its coordinates.
  func drawNorthArrow(at foot: Point, on drawing: inout Drawing) {
    let tip = foot.y - 6
    drawing.fill(
      .polygon([Point(foot.x, tip), Point(foot.x - 1.5, foot.y), Point(foot.x, foot.y - 1.2)]),
      .ink)
    let outline = Path.polygon([
      Point(foot.x, tip), Point(foot.x + 1.5, foot.y), Point(foot.x, foot.y - 1.2),
    ])
    drawing.fill(outline, .white)
    drawing.stroke(
      .polygon([
        Point(foot.x, tip), Point(foot.x + 1.5, foot.y), Point(foot.x, foot.y - 1.2),
        Point(foot.x - 1.5, foot.y),
      ]), Stroke(.ink, width: 0.15))
    drawing.text(
      TextRun(
        "N", at: Point(foot.x + 2.4, foot.y - 2), size: Typography.small, weight: .bold))
  }

  /// Draws a bar of a round length on the ground, at most `room` long.
  func drawScaleBar(left: Double, bottom: Double, room: Double, on drawing: inout Drawing) {
    guard let frame = layout.frames.first else { return }
    let metresPerMillimetre = figure.extent.width * figure.extent.metresPerUnit / frame.width
    let length = Ticks.roundLength(atMost: min(room - 8, frame.width * 0.6) * metresPerMillimetre)
    guard length > 0 else { return }
    let size = length / metresPerMillimetre
    let label =
      length >= 1000
      ? "\(decimalText(length / 1000, decimals: 0, grouped: true)) km"
      : "\(decimalText(length, decimals: length < 1 ? 2 : 0)) m"
    let half = Rectangle(left: left, top: bottom - 1.1, width: size / 2, height: 1.1)
    drawing.fill(.rectangle(half), .ink)
    drawing.stroke(
      .rectangle(Rectangle(left: left, top: half.top, width: size, height: half.height)),
      Stroke(.ink, width: 0.15))
    drawing.text(
      TextRun("0", at: Point(left, half.top - 0.8), size: Typography.small))
    drawing.text(
      TextRun(
        label, at: Point(left + size, half.top - 0.8), size: Typography.small,
        anchor: textWidth(label, size: Typography.small) + 4 < size ? .end : .start))
  }
}
