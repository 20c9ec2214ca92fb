import Drawing

/// The frame of a chart with numbers along its left and lower sides.
struct ChartAxes {
  /// The area of the data.
  let frame: Rectangle
  /// The values at the left and right sides.
  let x: ClosedRange<Double>
  /// The values at the lower and upper sides.
  let y: ClosedRange<Double>
  /// Numbers along the lower side.
  let xTicks: Ticks
  /// Numbers along the left side.
  let yTicks: Ticks
  /// What runs along the lower side.
  let xTitle: String
  /// What runs along the left side.
  let yTitle: String
  /// Whether the lower side has numbers and a title, or leaves them to a frame below.
  var numbersBelow = true

  /// The room that numbers and title need left of the frame.
  static func leftRoom(for ticks: Ticks) -> Double {
    let widest = ticks.labels.map { textWidth($0, size: Typography.small) }.max() ?? 0
    return Typography.margin + Typography.label + 2.2 + widest + Typography.tick
  }

  /// The room that numbers and title need below the frame.
  static let bottomRoom =
    Typography.tick + 0.8 + Typography.small + 1.2 + Typography.label + Typography.margin

  /// Round values along a level axis, as many as have room beside one another.
  static func level(_ range: ClosedRange<Double>, width: Double, intervals: Int = 6) -> Ticks {
    var ticks = Ticks(in: range, intervals: intervals)
    var wanted = intervals
    while wanted > 1 {
      let widest = ticks.labels.map { textWidth($0, size: Typography.small) }.max() ?? 0
      let apart = ticks.step / (range.upperBound - range.lowerBound) * width
      if ticks.values.count < 2 || widest + 1.6 <= apart { break }
      wanted -= 1
      ticks = Ticks(in: range, intervals: wanted)
    }
    return ticks
  }

  /// The room that the last number along the lower side needs right of the frame.
  static func rightRoom(for ticks: Ticks) -> Double {
    max(Typography.margin, (textWidth(ticks.labels.last ?? "", size: Typography.small)) / 2 + 0.5)
  }

  /// Where values lie on paper.
  func place(_ horizontal: Double, _ vertical: Double) -> Point {
    Point(
      frame.left + (horizontal - x.lowerBound) / (x.upperBound - x.lowerBound) * frame.width,
      frame.bottom - (vertical - y.lowerBound) / (y.upperBound - y.lowerBound) * frame.height)
  }

  /// Draws faint lines, frame, ticks, numbers and titles.
  func draw(on drawing: inout Drawing) {
    let small = Typography.small
    for (value, label) in zip(xTicks.values, xTicks.labels) {
      let at = place(value, y.lowerBound)
      drawing.hairline(Point(at.x, frame.top), at, .faint)
      drawing.hairline(at, Point(at.x, at.y + Typography.tick))
      guard numbersBelow else { continue }
      drawing.text(
        TextRun(
          label, at: Point(at.x, at.y + Typography.tick + 0.8), size: small, anchor: .middle,
          level: .top, color: .quietInk))
    }
    for (value, label) in zip(yTicks.values, yTicks.labels) {
      let at = place(x.lowerBound, value)
      drawing.hairline(at, Point(frame.right, at.y), .faint)
      drawing.hairline(Point(at.x - Typography.tick, at.y), at)
      drawing.text(
        TextRun(
          label, at: Point(at.x - Typography.tick - 0.8, at.y), size: small, anchor: .end,
          level: .middle, color: .quietInk))
    }
    drawing.stroke(.rectangle(frame), Stroke(.quietInk, width: Typography.hairline))
    if numbersBelow {
      drawing.text(
        TextRun(
          xTitle,
          at: Point(frame.center.x, frame.bottom + Typography.tick + 0.8 + small + 1.2),
          size: Typography.label, anchor: .middle, level: .top))
    }
    let widest = yTicks.labels.map { textWidth($0, size: small) }.max() ?? 0
    drawing.text(
      TextRun(
        yTitle, at: Point(frame.left - Typography.tick - 0.8 - widest - 1.6, frame.center.y),
        size: Typography.label, anchor: .middle, upwards: true))
  }
}
