public import Drawing

/// Lines over a common axis, such as loss over epochs, in one or several frames side by side.
public struct LineFigure: Figure {
  /// One line.
  public struct Line: Sendable, Equatable {
    /// Its name, the same in every frame that it appears in.
    public let name: String
    /// Places along the lower side.
    public let x: [Double]
    /// Values; where one is not a number the line is broken.
    public let y: [Double]

    /// Creates a line.
    ///
    /// - Precondition: as many places as values.
    public init(name: String, x: [Double], y: [Double]) {
      precondition(x.count == y.count, "\(x.count) places with \(y.count) values")
      self.name = name
      self.x = x
      self.y = y
    }
  }

  /// One frame.
  public struct Panel: Sendable, Equatable {
    /// What runs along the left side.
    public let title: String
    /// Its lines.
    public let lines: [Line]
    /// The values at the lower and upper sides; none to fit them to the lines.
    public let range: ClosedRange<Double>?

    /// Creates a frame.
    public init(title: String, lines: [Line], range: ClosedRange<Double>? = nil) {
      self.title = title
      self.lines = lines
      self.range = range
    }
  }

  /// What runs along the lower side of every frame.
  public let xTitle: String
  /// The frames, from the left, at most two abreast.
  public let panels: [Panel]

  /// Creates a figure of lines.
  ///
  /// - Precondition: at least one frame.
  public init(xTitle: String, panels: [Panel]) {
    precondition(!panels.isEmpty, "a figure without a frame")
    self.xTitle = xTitle
    self.panels = panels
  }

  /// The names of all lines, each once, in order of appearance.
  private var names: [String] {
    var names: [String] = []
    for line in panels.flatMap(\.lines) where !names.contains(line.name) {
      names.append(line.name)
    }
    return names
  }

  private static let leastFrameBesideKey = 90.0
  private static let leastWidthOfTwo = 110.0

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing {
    let names = names
    let key = CurveKey(
      entries: names.enumerated().map { index, name in
        CurveKey.Entry(stroke: CurveKey.stroke(index), name: name)
      }, widest: width - 2 * Typography.margin)
    let showsKey = names.count > 1
    let isBeside = showsKey && width - key.size.width - 2 >= Self.leastFrameBesideKey
    let keyRoom = isBeside ? key.size.width + 2 : 0
    let across = min(panels.count, width - keyRoom >= Self.leastWidthOfTwo ? 2 : 1)
    let cell = (width - keyRoom - Typography.margin) / Double(across)
    let frameHeight = min(panels.count == 1 ? 66 : 52, cell * 0.66)
    let pitch = frameHeight + ChartAxes.bottomRoom + 2
    let down = (panels.count + across - 1) / across
    let panelsBottom = Double(down) * pitch + Typography.margin
    let bottom =
      isBeside
      ? max(panelsBottom, key.size.height + 4)
      : panelsBottom + (showsKey ? key.size.height + 1 : 0)
    var drawing = Drawing(width: width, height: bottom)
    for (index, panel) in panels.enumerated() {
      let x = Self.range(panel.lines.flatMap(\.x), margin: 0)
      let y = panel.range ?? Self.range(panel.lines.flatMap(\.y), margin: 0.04)
      let yTicks = Ticks(in: y, intervals: 5)
      let room = ChartAxes.leftRoom(for: yTicks)
      let frame = Rectangle(
        left: Double(index % across) * cell + room,
        top: Typography.margin + 1 + Double(index / across) * pitch, width: cell - room - 4,
        height: frameHeight)
      let axes = ChartAxes(
        frame: frame, x: x, y: y, xTicks: ChartAxes.level(x, width: frame.width), yTicks: yTicks,
        xTitle: xTitle, yTitle: panel.title)
      axes.draw(on: &drawing)
      var curves = Drawing(width: drawing.width, height: drawing.height)
      for line in panel.lines {
        let stroke = CurveKey.stroke(names.firstIndex(of: line.name) ?? 0)
        for part in Self.unbroken(line) {
          let points = thinned(part.map { axes.place($0.0, $0.1) }, distance: 0.03)
          if points.count == 1 {
            curves.fill(.circle(points[0], radius: 0.6), stroke.color)
          } else {
            curves.stroke(.line(points), stroke)
          }
        }
      }
      drawing.clipped(to: frame.inset(by: -0.3), curves.elements)
    }
    if showsKey {
      key.draw(
        at: isBeside
          ? Point(width - keyRoom, Typography.margin) : Point(Typography.margin, panelsBottom),
        boxed: false, on: &drawing)
    }
    return drawing
  }

  /// The lines with their first and last values.
  public var alternativeText: String {
    let texts = panels.map { panel in
      let lines = panel.lines.map { line in
        let finite = line.y.filter(\.isFinite)
        guard let first = finite.first, let last = finite.last else {
          return "\(line.name), no values"
        }
        return "\(line.name) from \(significantText(first, digits: 3)) "
          + "to \(significantText(last, digits: 3))"
      }
      return "\(panel.title): \(lines.joined(separator: ", "))"
    }
    return "Line chart over \(xTitle). \(texts.joined(separator: "; "))."
  }

  /// From the least to the greatest value, with a margin; of a single value, a little round it.
  private static func range(_ values: [Double], margin: Double) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    guard high > low else {
      let half = max(low.magnitude * 0.1, 0.5)
      return (low - half)...(low + half)
    }
    let room = (high - low) * margin
    return (low - room)...(high + room)
  }

  /// The parts of a line between values that are not numbers.
  private static func unbroken(_ line: Line) -> [[(Double, Double)]] {
    var parts: [[(Double, Double)]] = [[]]
    for (x, y) in zip(line.x, line.y) {
      if x.isFinite, y.isFinite {
        parts[parts.count - 1].append((x, y))
      } else if parts.last?.isEmpty == false {
        parts.append([])
      }
    }
    return parts.filter { !$0.isEmpty }
  }
}
