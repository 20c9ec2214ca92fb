public import Drawing

/// Level bars, one below the other, each with its name and its value.
public struct BarFigure: Figure {
  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// Its name.
    public let label: String
    /// Its length; not a number where there is none.
    public let value: Double

    /// Creates a bar.
    public init(label: String, value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// Bars that belong together, such as the classes of one factor.
  public struct Group: Sendable, Equatable {
    /// The group's name, empty where there is only one.
    public let title: String
    /// Its bars, from the top.
    public let bars: [Bar]

    /// Creates a group.
    public init(title: String = "", bars: [Bar]) {
      self.title = title
      self.bars = bars
    }
  }

  /// What the lengths are: `Decrease of AUC`.
  public let title: String
  /// Their unit, empty where they have none.
  public let unit: String
  /// The groups, from the top.
  public let groups: [Group]
  /// A value that bars are compared with, such as 1 for ratios; drawn as a line.
  public let reference: Double?
  /// The decimals of the values; none to choose as many as tell them apart.
  public let decimals: Int?

  /// Creates a figure of bars.
  public init(
    title: String, unit: String = "", groups: [Group], reference: Double? = nil,
    decimals: Int? = nil
  ) {
    self.title = title
    self.unit = unit
    self.groups = groups
    self.reference = reference
    self.decimals = decimals
  }

  private var bars: [Bar] { groups.flatMap(\.bars) }

  private var valueDecimals: Int {
    if let decimals { return decimals }
    let largest = bars.map(\.value.magnitude).filter(\.isFinite).max() ?? 0
    if largest >= 100 { return 0 }
    return largest >= 10 ? 1 : (largest >= 0.1 || largest == 0 ? 3 : 5)
  }

  private func text(_ bar: Bar) -> String {
    decimalText(bar.value, decimals: valueDecimals, grouped: true)
      + (unit == "%" && bar.value.isFinite ? "\u{202F}%" : "")
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width widest: Double) -> Drawing {
    let pitch = 4.6
    let headed = groups.filter { !$0.title.isEmpty }.count
    let longest = 55.0
    let labels = bars.map { min(textWidth($0.label, size: Typography.small), longest) }
    let left = Typography.margin + (labels.max() ?? 0) + 2
    let finite = bars.map(\.value).filter(\.isFinite) + (reference.map { [$0] } ?? [])
    let low = min(finite.min() ?? 0, 0)
    let high = max(finite.max() ?? 0, 0)
    let span = high > low ? high - low : 1
    let valueRoom = (bars.map { textWidth(text($0), size: Typography.small) }.max() ?? 0) + 2
    let width = min(widest, left + 90 + valueRoom * 2)
    let leftRoom = low < 0 ? valueRoom : 0
    let room = width - left - Typography.margin - valueRoom - leftRoom
    let height =
      Double(bars.count) * pitch + Double(headed) * pitch
      + Double(max(groups.count - 1, 0)) * 1.5
    let top = Typography.margin
    let frame = Rectangle(left: left + leftRoom, top: top, width: room, height: height)
    let ticks = Ticks(in: low...(low + span), intervals: 5)
    let bottom = frame.bottom + ChartAxes.bottomRoom
    var drawing = Drawing(width: width, height: bottom)
    func x(_ value: Double) -> Double { frame.left + (value - low) / span * frame.width }
    for (value, label) in zip(ticks.values, ticks.labels) {
      drawing.hairline(Point(x(value), frame.top), Point(x(value), frame.bottom + 1), .faint)
      drawing.text(
        TextRun(
          label, at: Point(x(value), frame.bottom + 1.8), size: Typography.small,
          anchor: .middle, level: .top, color: .quietInk))
    }
    if let reference {
      drawing.stroke(
        .line([Point(x(reference), frame.top), Point(x(reference), frame.bottom)]),
        Stroke(.quietInk, width: 0.25, dashes: [1, 0.8]))
    }
    var y = frame.top
    for (index, group) in groups.enumerated() {
      if index > 0 { y += 1.5 }
      if !group.title.isEmpty {
        drawing.text(
          TextRun(
            truncatedText(
              group.title, width: frame.right - Typography.margin, size: Typography.small,
              weight: .bold),
            at: Point(Typography.margin, y + pitch / 2), size: Typography.small, weight: .bold,
            level: .middle))
        y += pitch
      }
      for bar in group.bars {
        draw(
          bar, from: x(0), to: bar.value.isFinite ? x(bar.value) : x(0), at: y, pitch, left,
          on: &drawing)
        y += pitch
      }
    }
    drawing.stroke(
      .line([Point(x(0), frame.top), Point(x(0), frame.bottom)]), Stroke(.ink, width: 0.3))
    drawing.text(
      TextRun(
        unit.isEmpty ? title : "\(title) (\(unit))",
        at: Point(frame.center.x, frame.bottom + 1.8 + Typography.small + 1.2),
        size: Typography.label, anchor: .middle, level: .top))
    return drawing
  }

  private func draw(
    _ bar: Bar, from zero: Double, to end: Double, at top: Double, _ pitch: Double, _ left: Double,
    on drawing: inout Drawing
  ) {
    let middle = top + pitch / 2
    drawing.text(
      TextRun(
        truncatedText(bar.label, width: 55, size: Typography.small),
        at: Point(left - 2, middle), size: Typography.small, anchor: .end, level: .middle))
    drawing.fill(
      .rectangle(
        Rectangle(
          left: min(zero, end), top: middle - 1.5, width: abs(end - zero), height: 3)),
      bar.value < 0 ? Color(0xD08A55) : Color(0x4C8DBB))
    let backwards = bar.value < 0
    // A clear ground, so that no line runs through the digits.
    let width = textWidth(text(bar), size: Typography.small) + 0.6
    drawing.fill(
      .rectangle(
        Rectangle(
          left: backwards ? end - 0.6 - width : end + 0.6, top: middle - 1.3, width: width,
          height: 2.6)), .white)
    drawing.text(
      TextRun(
        text(bar), at: Point(end + (backwards ? -0.9 : 0.9), middle), size: Typography.small,
        anchor: backwards ? .end : .start, level: .middle))
  }

  /// The bars' names and values.
  public var alternativeText: String {
    let parts = groups.map { group in
      let values = group.bars.map { "\($0.label) \(text($0))" }.joined(separator: ", ")
      return group.title.isEmpty ? values : "\(group.title): \(values)"
    }
    let what = unit.isEmpty ? title : "\(title) (\(unit))"
    return "Bar chart of \(what). \(parts.joined(separator: "; "))."
  }
}
