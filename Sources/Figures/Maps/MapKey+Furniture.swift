import Drawing
import Glibc

extension MapKey {
  /// What stands beside the arrow.
  var northLabel: String { figure.north == nil ? "grid N" : "N" }

  /// Draws an arrow to true north, or to that of the map's grid where true north is not known.
  func drawNorthArrow(at foot: Point, on drawing: inout Drawing) {
    let angle = figure.north ?? 0
    let middle = Point(foot.x, foot.y - 3)
    // Turned round the middle of the arrow.
    func turned(_ x: Double, _ y: Double) -> Point {
      Point(
        middle.x + x * cos(angle) - y * sin(angle), middle.y + x * sin(angle) + y * cos(angle))
    }
    let (tip, notch) = (turned(0, -3), turned(0, 1.8))
    let (west, east) = (turned(-1.5, 3), turned(1.5, 3))
    drawing.fill(.polygon([tip, west, notch]), .ink)
    drawing.fill(.polygon([tip, east, notch]), .white)
    drawing.stroke(.polygon([tip, east, notch, west]), Stroke(.ink, width: 0.15))
    drawing.text(
      TextRun(
        northLabel, at: Point(foot.x + 2.4, foot.y - 2),
        size: Typography.small, weight: .bold))
  }

  /// Draws a bar of a round length on the ground, at most `room` long.
  func drawScaleBar(left: Double, bottom: Double, room: Double, on drawing: inout Drawing) {
    Self.drawScaleBar(
      metresPerMillimetre: figure.extent.width * figure.extent.metresPerUnit / mapWidth,
      left: left, bottom: bottom, room: min(room - 8, mapWidth * 0.6), on: &drawing)
  }

  /// Draws a bar of a round length, with both its ends numbered, or on one line with its length.
  static func drawScaleBar(
    metresPerMillimetre: Double, left: Double, bottom: Double, room: Double, isInline: Bool = false,
    on drawing: inout Drawing
  ) {
    let length = Ticks.roundLength(atMost: room * metresPerMillimetre)
    guard length > 0 else { return }
    let size = length / metresPerMillimetre
    let label =
      length >= 1000
      ? "\(decimalText(length / 1000, decimals: 0, grouped: true)) km"
      : "\(decimalText(length, decimals: length < 1 ? 2 : 0)) m"
    let height = isInline ? 0.8 : 1.1
    let half = Rectangle(left: left, top: bottom - height, width: size / 2, height: height)
    drawing.fill(.rectangle(half), .ink)
    drawing.stroke(
      .rectangle(Rectangle(left: left, top: half.top, width: size, height: half.height)),
      Stroke(.ink, width: 0.15))
    if isInline {
      drawing.text(
        TextRun(
          label, at: Point(left + size + 1, half.center.y), size: Typography.small, level: .middle))
      return
    }
    drawing.text(
      TextRun("0", at: Point(left, half.top - 0.8), size: Typography.small))
    drawing.text(
      TextRun(
        label, at: Point(left + size, half.top - 0.8), size: Typography.small,
        anchor: textWidth(label, size: Typography.small) + 4 < size ? .end : .start))
  }
}
