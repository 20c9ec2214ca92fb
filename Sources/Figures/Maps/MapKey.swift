import Drawing

/// The legend of a figure of maps, with scale bar and north arrow.
struct MapKey {
  let figure: MapFigure
  let layout: MapLayout

  /// The height of the colours of continuous values.
  static let barHeight = 42.0
  private static let barWidth = 3.6
  /// The height of scale bar and north arrow together.
  private static let furniture = 19.0
  /// The most entries in one column of classes.
  private static let longest = 24

  init(_ figure: MapFigure, _ layout: MapLayout) {
    self.figure = figure
    self.layout = layout
  }

  /// The width that the shared legend needs.
  static func width(of figure: MapFigure) -> Double {
    var widths = figure.keyedOverlays.map { 6 + textWidth($0.label, size: Typography.small) }
    switch figure.panels[0].layer?.content {
    case .values(_, let scale)?:
      widths.append(barWidth + 3 + (scaleLabels(scale).map(\.width).max() ?? 0))
      widths.append(min(textWidth(scale.heading, size: Typography.label, weight: .bold), 30))
    case .classes(_, let scheme)?:
      let columns = columns(of: scheme)
      let widest = scheme.labels.map { textWidth($0, size: Typography.small) }.max() ?? 0
      widths.append(Double(columns) * (min(widest, columns > 1 ? 24 : 40) + 7))
      widths.append(min(textWidth(scheme.title, size: Typography.label, weight: .bold), 30))
    case .colors?, nil: break
    }
    return min(max(widths.max() ?? 0, 24), 75)
  }

  /// The height that the shared legend needs.
  static func height(of figure: MapFigure) -> Double {
    let width = width(of: figure)
    let entries: Double
    let heading: String
    switch figure.panels[0].layer?.content {
    case .values(_, let scale)?:
      entries = barHeight + 4
      heading = scale.heading
    case .classes(_, let scheme)?:
      entries = Double(rows(of: scheme)) * Typography.leading
      heading = scheme.title
    case .colors?, nil:
      entries = 0
      heading = ""
    }
    let lines = wrappedLines(heading, width: width, size: Typography.label, weight: .bold).count
    let others = figure.keyedOverlays.count + (figure.hasGaps ? 1 : 0)
    return Double(lines + others) * Typography.leading + entries + furniture + 6
  }

  /// Draws the legend, the scale bar and the north arrow.
  func draw(on drawing: inout Drawing) {
    figure.sharesLegend ? drawColumn(on: &drawing) : drawStrip(on: &drawing)
  }

  private func drawColumn(on drawing: inout Drawing) {
    let key = layout.key
    var y = key.top
    func heading(_ text: String) {
      let lines = wrappedLines(text, width: key.width, size: Typography.label, weight: .bold)
      for line in lines {
        drawing.text(
          TextRun(
            line, at: Point(key.left, y), size: Typography.label, weight: .bold, level: .top))
        y += Typography.leading
      }
      y += 0.6
    }
    switch figure.panels[0].layer?.content {
    case .values(_, let scale)?:
      heading(scale.heading)
      let bar = Rectangle(
        left: key.left, top: y + 1.6, width: Self.barWidth, height: Self.barHeight)
      Self.drawBar(scale, in: bar, on: &drawing)
      y = bar.bottom + 4.5
    case .classes(_, let scheme)?:
      heading(scheme.title)
      y = drawClasses(scheme, from: y, on: &drawing) + 1
    case .colors?, nil: break
    }
    for entry in entries {
      drawEntry(entry, at: Point(key.left, y), on: &drawing)
      y += Typography.leading
    }
    drawNorthArrow(at: Point(key.left + 2, key.bottom - 9.5), on: &drawing)
    drawScaleBar(
      left: key.left, bottom: key.bottom - 0.4, room: min(key.width, 34), on: &drawing)
  }

  private func drawStrip(on drawing: inout Drawing) {
    let key = layout.key
    drawNorthArrow(at: Point(key.left + 2, key.top + 8.2), on: &drawing)
    drawScaleBar(left: key.left + 9, bottom: key.top + 8, room: 30, on: &drawing)
    var x = key.left + 52
    for entry in entries {
      drawEntry(entry, at: Point(x, key.top + 5), on: &drawing)
      x += 9 + textWidth(entry.label, size: Typography.small)
    }
  }

  /// What stands below the colours.
  private enum Entry {
    case overlay(MapOverlay)
    case noData

    var label: String {
      switch self {
      case .overlay(let overlay): overlay.label
      case .noData: "no data"
      }
    }
  }

  private var entries: [Entry] {
    (figure.hasGaps ? [.noData] : []) + figure.keyedOverlays.map { .overlay($0) }
  }

  private func drawEntry(_ entry: Entry, at point: Point, on drawing: inout Drawing) {
    let middle = Point(point.x + 2, point.y + Typography.small * TextRun.digitHeight / 2)
    switch entry {
    case .noData: Self.drawSwatch(.white, at: point, on: &drawing)
    case .overlay(let overlay):
      switch overlay.style {
      case .present, .absent, .mark: overlay.mark(at: middle, radius: 0.8, on: &drawing)
      case .line(let color):
        drawing.stroke(
          .line([Point(point.x, middle.y), Point(point.x + 4, middle.y)]),
          Stroke(color, width: 0.4))
      case .outline(let color):
        drawing.stroke(
          .rectangle(Rectangle(left: point.x, top: middle.y - 1.2, width: 4, height: 2.4)),
          Stroke(color, width: 0.4))
      }
    }
    drawing.text(
      TextRun(
        entry.label, at: Point(point.x + 6, middle.y), size: Typography.small, level: .middle))
  }

  private static func columns(of scheme: ClassScheme) -> Int {
    max((scheme.labels.count + longest - 1) / longest, 1)
  }

  private static func rows(of scheme: ClassScheme) -> Int {
    let columns = columns(of: scheme)
    return max((scheme.labels.count + columns - 1) / columns, 1)
  }

  /// Draws the classes' names.
  private func drawClasses(
    _ scheme: ClassScheme, from top: Double, on drawing: inout Drawing
  ) -> Double {
    let rows = Self.rows(of: scheme)
    let columnWidth = layout.key.width / Double(Self.columns(of: scheme))
    for (place, index) in scheme.legendOrder.enumerated() {
      let point = Point(
        layout.key.left + Double(place / rows) * columnWidth,
        top + Double(place % rows) * Typography.leading)
      Self.drawSwatch(scheme.colors[index], at: point, on: &drawing)
      let label = truncatedText(
        scheme.labels[index], width: columnWidth - 6.5, size: Typography.small)
      drawing.text(
        TextRun(
          label,
          at: Point(point.x + 6, point.y + Typography.small * TextRun.digitHeight / 2),
          size: Typography.small, level: .middle))
    }
    return top + Double(rows) * Typography.leading
  }

  private static func drawSwatch(_ color: Color, at point: Point, on drawing: inout Drawing) {
    let middle = point.y + Typography.small * TextRun.digitHeight / 2
    let box = Path.rectangle(Rectangle(left: point.x, top: middle - 1.3, width: 4, height: 2.6))
    drawing.fill(box, color)
    drawing.stroke(box, Stroke(.quietInk, width: 0.15))
  }
}
