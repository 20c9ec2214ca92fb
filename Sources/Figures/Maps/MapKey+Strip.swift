import Drawing

extension MapKey {
  /// The height of a row with north arrow and scale bar.
  private static let furnitureHeight = 7.5
  /// The width of north arrow and scale bar side by side.
  private static let furnitureWidth = 44.0

  /// Draws the legend below the maps: north arrow and scale bar, the colours if all maps share them,
  /// what lies over the maps, and insets at the right.
  func drawStrip(in place: Rectangle, on drawing: inout Drawing) -> Drawn {
    // Insets stand at the right where the names beside them leave room, else below all.
    let room = (place.width - widestEntry - 4) / Double(max(figure.insets.count, 1)) - 3
    let isBeside = !figure.insets.isEmpty && room >= 22
    let beside = insetRow(in: place, width: min(36, room), isBeside: true)
    let right = isBeside ? beside.left - 4 : place.right
    let hasLegend = figure.sharesLegend && figure.panels[0].layer != nil || !entries.isEmpty
    // Side by side where both have room, else one above the other.
    let isWide = right - place.left >= Self.furnitureWidth + 55
    var y = place.top
    drawNorthArrow(at: Point(place.left + 2, y + 7), on: &drawing)
    let bar =
      place.left + 8 + textWidth(northLabel, size: Typography.small, weight: .bold)
    drawScaleBar(
      left: bar, bottom: y + 6.6, room: min(32, right - bar), on: &drawing)
    let left = isWide && hasLegend ? place.left + Self.furnitureWidth : place.left
    if !isWide { y += Self.furnitureHeight + 2.5 }
    let names = Rectangle(left: left, top: y, width: right - left, height: 0)
    if figure.sharesLegend { y = drawSharedColors(in: names, from: y, on: &drawing) }
    y = drawFlow(
      entries.map { entry in
        (
          Self.swatch + textWidth(entry.label, size: Typography.small),
          { point, width, drawing in
            drawEntry(entry, at: point, room: width, on: &drawing)
          }
        )
      }, in: names, from: y, on: &drawing)
    let bottom = max(y, place.top + Self.furnitureHeight)
    if figure.insets.isEmpty { return (bottom, []) }
    if isBeside { return (max(bottom, beside.bottom), beside.frames) }
    let row = Rectangle(left: place.left, top: bottom + 2, width: place.width, height: 0)
    let gaps = 3 * Double(figure.insets.count - 1)
    let below = insetRow(
      in: row, width: min(36, (row.width - gaps) / Double(figure.insets.count)), isBeside: false)
    return (below.bottom, below.frames)
  }

  /// The width of the widest name with what stands before it.
  private var widestEntry: Double {
    var labels = entries.map(\.label)
    if figure.sharesLegend, case .classes(_, let scheme)? = figure.panels[0].layer?.content {
      labels += scheme.labels
    }
    return Self.swatch + (labels.map { textWidth($0, size: Typography.small) }.max() ?? 0)
  }

  /// Draws the colours that all maps share; returns where they end.
  private func drawSharedColors(
    in room: Rectangle, from top: Double, on drawing: inout Drawing
  ) -> Double {
    switch figure.panels[0].layer?.content {
    case .values(_, let scale)? where !scale.isLight:
      let y = drawHeading(
        scale.heading, at: Point(room.left, top), width: room.width, on: &drawing)
      let bar = Rectangle(
        left: room.left + (scale.extendsBelow ? 2.4 : 0), top: y,
        width: min(room.width - 8, 62), height: 3)
      Self.drawLevelBar(scale, in: bar, on: &drawing)
      return bar.bottom + 6
    case .classes(_, let scheme)?:
      let y = drawHeading(
        scheme.title, at: Point(room.left, top), width: room.width, on: &drawing)
      let widths = scheme.labels.map { Self.swatch + textWidth($0, size: Typography.small) }
      // In one row the lowest of a ranking comes first, down columns the highest.
      let isRow = Self.columns(widths, in: room) >= widths.count
      return drawFlow(
        (isRow ? Array(scheme.labels.indices) : scheme.legendOrder).map { index in
          (
            widths[index],
            { point, width, drawing in
              drawClass(scheme, index, at: point, room: width, on: &drawing)
            }
          )
        }, in: room, from: y, on: &drawing) + 0.8
    case .values?, .colors?, nil: return top
    }
  }

  private typealias Item = (
    width: Double, draw: (Point, _ room: Double, inout Drawing) -> Void
  )

  /// Draws entries down columns of one width; returns where they end.
  private func drawFlow(
    _ items: [Item], in room: Rectangle, from top: Double, on drawing: inout Drawing
  ) -> Double {
    guard !items.isEmpty else { return top }
    let columns = Self.columns(items.map(\.width), in: room)
    let widest = min((items.map(\.width).max() ?? 0) + 3, room.width)
    let rows = (items.count + columns - 1) / columns
    for (number, item) in items.enumerated() {
      item.draw(
        Point(
          room.left + Double(number / rows) * widest,
          top + Double(number % rows) * Typography.leading), widest, &drawing)
    }
    return top + Double(rows) * Typography.leading
  }

  /// How many entries of some widths stand side by side.
  private static func columns(_ widths: [Double], in room: Rectangle) -> Int {
    max(Int(room.width / min((widths.max() ?? 0) + 3, room.width)), 1)
  }

  /// The insets side by side, at the right of a strip or from its left.
  private func insetRow(
    in place: Rectangle, width: Double, isBeside: Bool
  ) -> (frames: [Rectangle], left: Double, bottom: Double) {
    let gap = 3.0
    let sizes = figure.insets.map {
      Self.insetFrame($0, at: Point(0, place.top), width: max(width, 6))
    }
    let total = sizes.reduce(0) { $0 + $1.width } + gap * Double(max(sizes.count - 1, 0))
    let start = isBeside ? place.right - total : place.left
    var left = start
    let frames = sizes.map { size in
      defer { left += size.width + gap }
      return Rectangle(left: left, top: size.top, width: size.width, height: size.height)
    }
    return (frames, start, (frames.map(\.bottom).max() ?? place.top) + Self.insetFoot)
  }
}
