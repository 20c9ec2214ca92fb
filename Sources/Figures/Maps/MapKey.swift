import Drawing

/// The legend of a figure of maps, with insets, scale bar and north arrow.
struct MapKey {
  let figure: MapFigure
  /// The width of a map on paper.
  let mapWidth: Double

  /// The height of the colours of continuous values in a column.
  static let barHeight = 42.0
  /// The width of the colours of continuous values.
  static let barWidth = 3.6
  /// The height of scale bar and north arrow, one above the other.
  private static let furniture = 18.5
  /// The most entries in one column of classes.
  private static let longest = 24
  /// The width of a swatch with the gap before its name.
  static let swatch = 6.0

  init(_ figure: MapFigure, mapWidth: Double) {
    self.figure = figure
    self.mapWidth = mapWidth
  }

  /// Where a legend ends and where the insets in it stand.
  typealias Drawn = (bottom: Double, insets: [Rectangle])

  /// The width that the legend needs at the right of the maps.
  static func columnWidth(of figure: MapFigure) -> Double {
    var widths = figure.keyedOverlays.map {
      swatch + textWidth($0.label, size: Typography.small)
    }
    switch figure.panels[0].layer?.content {
    case .values(_, let scale)? where !scale.isLight:
      widths.append(barWidth + 3 + (scaleLabels(scale).map(\.width).max() ?? 0))
      widths.append(min(textWidth(scale.heading, size: Typography.label, weight: .bold), 30))
    case .classes(_, let scheme)?:
      let columns = columns(of: scheme)
      let widest = scheme.labels.map { textWidth($0, size: Typography.small) }.max() ?? 0
      widths.append(Double(columns) * (min(widest, columns > 1 ? 24 : 40) + swatch + 1))
      widths.append(min(textWidth(scheme.title, size: Typography.label, weight: .bold), 30))
    case .values?, .colors?, nil: break
    }
    let least = figure.insets.isEmpty ? 24.0 : 34
    return min(max(widths.max() ?? 0, least), 75)
  }

  /// Draws the legend in a column at the right of the maps, its scale bar level with their foot.
  func drawColumn(in place: Rectangle, on drawing: inout Drawing) -> Drawn {
    var y = place.top
    switch figure.panels[0].layer?.content {
    case .values(_, let scale)? where !scale.isLight:
      y = drawHeading(scale.heading, at: Point(place.left, y), width: place.width, on: &drawing)
      let bar = Rectangle(
        left: place.left, top: y + (scale.extendsAbove ? 2.4 : 1), width: Self.barWidth,
        height: Self.barHeight)
      Self.drawBar(scale, in: bar, on: &drawing)
      y = bar.bottom + (scale.extendsBelow ? 4.6 : 3)
    case .classes(_, let scheme)?:
      y = drawHeading(scheme.title, at: Point(place.left, y), width: place.width, on: &drawing)
      y = drawClasses(scheme, in: place, from: y, on: &drawing) + 1
    case .values?, .colors?, nil: break
    }
    for entry in entries {
      drawEntry(entry, at: Point(place.left, y), room: place.width, on: &drawing)
      y += Typography.leading
    }
    var insets: [Rectangle] = []
    for inset in figure.insets {
      let frame = Self.insetFrame(
        inset, at: Point(place.left, y + 1.5), width: min(place.width, 42))
      insets.append(frame)
      y = frame.bottom + Self.insetFoot
    }
    let bottom = max(y + 2 + Self.furniture, place.bottom)
    drawNorthArrow(at: Point(place.left + 2, bottom - 9.5), on: &drawing)
    drawScaleBar(
      left: place.left, bottom: bottom - 0.4, room: min(place.width, 34), on: &drawing)
    return (bottom, insets)
  }

  /// The height below an inset for what it is and its scale.
  static let insetFoot = 5.6

  /// The frame of an inset of a width, lower where the inset is high.
  static func insetFrame(_ inset: MapInset, at corner: Point, width: Double) -> Rectangle {
    let tallest = width * 1.1
    let height = width * inset.extent.aspect
    return height <= tallest
      ? Rectangle(left: corner.x, top: corner.y, width: width, height: max(height, 6))
      : Rectangle(
        left: corner.x, top: corner.y, width: max(tallest / inset.extent.aspect, 6),
        height: tallest)
  }

  /// What stands below the colours.
  enum Entry {
    case overlay(MapOverlay)
    case noData

    var label: String {
      switch self {
      case .overlay(let overlay): overlay.label
      case .noData: "no data"
      }
    }
  }

  var entries: [Entry] {
    (figure.hasGaps ? [.noData] : []) + figure.keyedOverlays.map { .overlay($0) }
  }

  /// Draws a heading in as many lines as it takes; returns where what follows begins.
  func drawHeading(
    _ text: String, at corner: Point, width: Double, on drawing: inout Drawing
  ) -> Double {
    var y = corner.y
    for line in wrappedLines(text, width: width, size: Typography.label, weight: .bold) {
      drawing.text(
        TextRun(
          line, at: Point(corner.x, y), size: Typography.label, weight: .bold, level: .top))
      y += Typography.leading
    }
    return y + 0.6
  }

  /// Draws what an overlay looks like, and its name.
  func drawEntry(
    _ entry: Entry, at point: Point, room: Double, on drawing: inout Drawing
  ) {
    let middle = Point(point.x + 2, point.y + Typography.small * TextRun.digitHeight / 2)
    switch entry {
    case .noData: Self.drawSwatch(ClassPalette.noData, at: point, on: &drawing)
    case .overlay(let overlay):
      let line = overlay.pens(on: figure.extent).line
      switch overlay.style {
      case .present, .absent, .mark: overlay.mark(at: middle, radius: 0.8, on: &drawing)
      case .line:
        drawing.stroke(.line([Point(point.x, middle.y), Point(point.x + 4.4, middle.y)]), line)
      case .outline:
        drawing.stroke(
          .rectangle(Rectangle(left: point.x, top: middle.y - 1.2, width: 4.4, height: 2.4)), line)
      }
    }
    drawing.text(
      TextRun(
        truncatedText(entry.label, width: room - Self.swatch, size: Typography.small),
        at: Point(point.x + Self.swatch, middle.y), size: Typography.small, level: .middle))
  }

  private static func columns(of scheme: ClassScheme) -> Int {
    max((scheme.labels.count + longest - 1) / longest, 1)
  }

  /// Draws the classes' names one below the other; returns where they end.
  private func drawClasses(
    _ scheme: ClassScheme, in place: Rectangle, from top: Double, on drawing: inout Drawing
  ) -> Double {
    let columns = Self.columns(of: scheme)
    let rows = max((scheme.labels.count + columns - 1) / columns, 1)
    let columnWidth = place.width / Double(columns)
    for (number, index) in scheme.legendOrder.enumerated() {
      drawClass(
        scheme, index,
        at: Point(
          place.left + Double(number / rows) * columnWidth,
          top + Double(number % rows) * Typography.leading), room: columnWidth - 0.5, on: &drawing)
    }
    return top + Double(rows) * Typography.leading
  }

  /// Draws the colour and the name of a class.
  func drawClass(
    _ scheme: ClassScheme, _ index: Int, at point: Point, room: Double, on drawing: inout Drawing
  ) {
    Self.drawSwatch(scheme.colors[index], at: point, on: &drawing)
    drawing.text(
      TextRun(
        truncatedText(scheme.labels[index], width: room - Self.swatch, size: Typography.small),
        at: Point(point.x + Self.swatch, point.y + Typography.small * TextRun.digitHeight / 2),
        size: Typography.small, level: .middle))
  }

  private static func drawSwatch(_ color: Color, at point: Point, on drawing: inout Drawing) {
    let middle = point.y + Typography.small * TextRun.digitHeight / 2
    let box = Path.rectangle(Rectangle(left: point.x, top: middle - 1.3, width: 4.4, height: 2.6))
    drawing.fill(box, color)
    drawing.stroke(box, Stroke(.quietInk, width: 0.15))
  }
}
