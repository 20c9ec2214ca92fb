import Drawing

/// Where the parts of a figure of bars stand.
struct BarLayout {
  private let figure: BarFigure
  private let width: Double
  /// Where bars begin, and the values at the sides of the frame.
  private let frame: Rectangle
  private let range: ClosedRange<Double>
  private let ticks: Ticks
  /// The rows from the top: headings, and names with their bars.
  private let rows: [Row]
  private let key: CurveKey?
  /// The room that a value needs beside its bar.
  private let valueRoom: Double

  /// One row of the figure.
  private struct Row {
    let top: Double
    let height: Double
    let content: Content

    enum Content {
      case heading(String)
      case bars(label: [String], [(bar: BarFigure.Bar, color: Color)])
    }

    var middle: Double { top + height / 2 }
  }

  private static let pitch = 4.6
  private static let thickness = 3.0
  /// A bar of a cluster, and from one to the next.
  private static let clusterPitch = 3.0
  private static let clusterThickness = 2.5
  private static let between = 1.5
  private static let labelLeading = 3.2
  /// The room for bars that a page need not exceed.
  private static let longestBar = 90.0

  private static let positive = Color(0x4C8DBB)
  private static let negative = Color(0xD08A55)

  init(_ figure: BarFigure, width widest: Double) {
    self.figure = figure
    let small = Typography.small
    let labelLimit = min(55, widest * 0.38)
    func lines(_ label: String) -> [String] {
      let wrapped = wrappedLines(label, width: labelLimit, size: small)
      let kept = wrapped.count > 2 ? [wrapped[0], wrapped[1...].joined(separator: " ")] : wrapped
      return kept.map { truncatedText($0, width: labelLimit, size: small) }
    }
    let finite = figure.bars.map(\.value).filter(\.isFinite) + (figure.reference.map { [$0] } ?? [])
    let low = min(finite.min() ?? 0, 0)
    let high = max(finite.max() ?? 0, 0)
    range = low...(high > low ? high : low + 1)
    let labelWidth =
      figure.bars.flatMap { lines($0.label) }.map { textWidth($0, size: small) }.max() ?? 0
    let valueWidth = figure.bars.map { textWidth(figure.text($0), size: small) }.max() ?? 0
    valueRoom = valueWidth + 2
    let left = Typography.margin + labelWidth + 2 + (low < 0 ? valueRoom : 0)
    let room = min(Self.longestBar, widest - left - valueRoom - Typography.margin)
    width = min(widest, left + room + valueRoom + Typography.margin)

    var rows: [Row] = []
    var y = Typography.margin
    func add(_ height: Double, _ content: Row.Content) {
      rows.append(Row(top: y, height: height, content: content))
      y += height
    }
    if figure.isClustered, let first = figure.groups.first {
      for (index, bar) in first.bars.enumerated() {
        if index > 0 { y += Self.between }
        let label = lines(bar.label)
        let bars = figure.groups.enumerated().map { place, group in
          (bar: group.bars[index], color: Self.color(place))
        }
        add(
          max(
            Double(bars.count) * Self.clusterPitch + 0.6,
            Double(label.count) * Self.labelLeading + 0.8), .bars(label: label, bars))
      }
    } else {
      for (index, group) in figure.groups.enumerated() {
        if index > 0 { y += Self.between }
        if !group.title.isEmpty { add(Self.pitch, .heading(group.title)) }
        for bar in group.bars {
          let label = lines(bar.label)
          add(
            max(Self.pitch, Double(label.count) * Self.labelLeading + 1),
            .bars(
              label: label, [(bar, bar.value < 0 ? Self.negative : Self.positive)]))
        }
      }
    }
    self.rows = rows
    frame = Rectangle(
      left: left, top: Typography.margin, width: room, height: y - Typography.margin)
    ticks = ChartAxes.level(range, width: room, intervals: 5)
    key =
      figure.isClustered
      ? CurveKey(
        entries: figure.groups.enumerated().map { index, group in
          CurveKey.Entry(
            stroke: Stroke(Self.color(index), width: Self.clusterThickness), name: group.title)
        }, widest: width - 2 * Typography.margin) : nil
  }

  /// The colour of the bars of a group that stands beside others.
  private static func color(_ index: Int) -> Color {
    ClassPalette.lines[index % ClassPalette.lines.count].mixed(with: .white, share: 0.25)
  }

  private func x(_ value: Double) -> Double {
    frame.left + (value - range.lowerBound) / (range.upperBound - range.lowerBound) * frame.width
  }

  func drawing() -> Drawing {
    let small = Typography.small
    let title = wrappedLines(
      figure.axisTitle, width: width - 2 * Typography.margin, size: Typography.label)
    let keyTop =
      frame.bottom + ChartAxes.bottomRoom + Double(max(title.count, 1) - 1) * Typography.leading
    var drawing = Drawing(
      width: width, height: keyTop + (key.map { $0.size.height + 1 } ?? 0))
    for (value, label) in zip(ticks.values, ticks.labels) {
      drawing.hairline(Point(x(value), frame.top), Point(x(value), frame.bottom + 1), .faint)
      drawing.text(
        TextRun(
          label, at: Point(x(value), frame.bottom + 1.8), size: small, anchor: .middle,
          level: .top, color: .quietInk))
    }
    if let reference = figure.reference {
      drawing.stroke(
        .line([Point(x(reference), frame.top), Point(x(reference), frame.bottom)]),
        Stroke(.quietInk, width: 0.25, dashes: [1, 0.8]))
    }
    for row in rows { drawBars(of: row, on: &drawing) }
    drawing.stroke(
      .line([Point(x(0), frame.top), Point(x(0), frame.bottom)]), Stroke(.ink, width: 0.3))
    for row in rows { drawName(of: row, on: &drawing) }
    var y = frame.bottom + 1.8 + small + 1.2
    for line in title {
      // Centred under the bars, or as near to that as the page allows.
      let half = textWidth(line, size: Typography.label) / 2 + Typography.margin
      drawing.text(
        TextRun(
          line, at: Point(min(max(frame.center.x, half), width - half), y),
          size: Typography.label, anchor: .middle, level: .top))
      y += Typography.leading
    }
    key?.draw(
      at: Point(max(0, min(frame.left, width - (key?.size.width ?? 0))), keyTop), boxed: false,
      on: &drawing)
    return drawing
  }

  private func drawName(of row: Row, on drawing: inout Drawing) {
    let small = Typography.small
    switch row.content {
    case .heading(let title):
      // The lines of the axis end where another group begins.
      drawing.fill(
        .rectangle(
          Rectangle(
            left: 0, top: row.top - Self.between, width: drawing.width,
            height: row.height + Self.between)), .white)
      drawing.text(
        TextRun(
          truncatedText(
            title, width: frame.right - Typography.margin, size: small, weight: .bold),
          at: Point(Typography.margin, row.middle), size: small, weight: .bold, level: .middle))
    case .bars(let label, _):
      let edge = frame.left - 2 - (range.lowerBound < 0 ? valueRoom : 0)
      var y = row.middle - Double(label.count - 1) * Self.labelLeading / 2
      for line in label {
        drawing.text(
          TextRun(line, at: Point(edge, y), size: small, anchor: .end, level: .middle))
        y += Self.labelLeading
      }
    }
  }

  private func drawBars(of row: Row, on drawing: inout Drawing) {
    guard case .bars(_, let bars) = row.content else { return }
    let (pitch, thickness) =
      figure.isClustered
      ? (Self.clusterPitch, Self.clusterThickness) : (Self.pitch, Self.thickness)
    var middle = row.middle - Double(bars.count - 1) * pitch / 2
    for (bar, color) in bars {
      draw(bar, color, at: middle, thickness, on: &drawing)
      middle += pitch
    }
  }

  private func draw(
    _ bar: BarFigure.Bar, _ color: Color, at middle: Double, _ thickness: Double,
    on drawing: inout Drawing
  ) {
    let zero = x(0)
    let end = bar.value.isFinite ? x(bar.value) : zero
    drawing.fill(
      .rectangle(
        Rectangle(
          left: min(zero, end), top: middle - thickness / 2, width: abs(end - zero),
          height: thickness)), color)
    let isBackwards = bar.value < 0
    // A clear ground, so that no line runs through the digits.
    let width = textWidth(figure.text(bar), size: Typography.small) + 0.6
    drawing.fill(
      .rectangle(
        Rectangle(
          left: isBackwards ? end - 0.6 - width : end + 0.6, top: middle - 1.3, width: width,
          height: 2.6)), .white)
    drawing.text(
      TextRun(
        figure.text(bar), at: Point(end + (isBackwards ? -0.9 : 0.9), middle),
        size: Typography.small, anchor: isBackwards ? .end : .start, level: .middle))
  }
}
