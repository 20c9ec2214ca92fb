public import Drawing

/// Outlined histograms of several groups over one axis: how a layer is distributed at landslides, at
/// other places and over the whole area.
///
/// Outlines may lie on one another without hiding each other; each has a colour and dashes of its
/// own. Heights are shares of each group, so that groups of different sizes can be compared.
public struct HistogramFigure: Figure {
  /// The values of one group.
  public struct Group: Sendable, Equatable {
    /// The group's name.
    public let name: String
    /// How many values it has.
    public let count: Int
    /// The share of them in each bin, 0...1.
    public let shares: [Double]
    /// Their median; none where it is not known.
    public let median: Double?
    /// Whether it is the ground on which the other groups stand, drawn as a grey area.
    public let isGround: Bool

    /// Creates a group.
    public init(
      name: String, count: Int, shares: [Double], median: Double?, isGround: Bool = false
    ) {
      self.name = name
      self.count = count
      self.shares = shares
      self.median = median
      self.isGround = isGround
    }
  }

  /// The groups of one layer.
  public struct Panel: Sendable, Equatable {
    /// What the values are: `slope`.
    public let title: String
    /// Their unit, empty where they have none.
    public let unit: String
    /// Where bins begin and end, ascending: one more than there are bins.
    public let edges: [Double]
    /// The groups, in the order of the key.
    public let groups: [Group]

    /// Creates the groups of a layer.
    ///
    /// - Precondition: at least one bin, and a share of each group for each.
    public init(title: String, unit: String, edges: [Double], groups: [Group]) {
      precondition(edges.count > 1, "\(edges.count) edges")
      for group in groups {
        precondition(
          group.shares.count == edges.count - 1,
          "\(group.shares.count) shares for \(edges.count) edges")
      }
      self.title = title
      self.unit = unit
      self.edges = edges
      self.groups = groups
    }
  }

  /// The layers, one below the other.
  public let panels: [Panel]

  /// Creates a figure of histograms.
  public init(panels: [Panel]) { self.panels = panels }

  private static let ground = Color(0xD9D9D9)

  /// The strokes of a panel's groups: landslides orange and unbroken, others blue and dashed.
  private static func strokes(_ groups: [Group]) -> [Stroke] {
    var next = 0
    return groups.map { group in
      if group.isGround { return Stroke(Color(0xBDBDBD), width: 1.6) }
      defer { next += 1 }
      let swapped = [1, 0][safe: next] ?? next
      return Stroke(
        ClassPalette.lines[swapped % ClassPalette.lines.count], width: Typography.curve,
        dashes: Stroke.patterns[next % Stroke.patterns.count])
    }
  }

  private static func key(_ panel: Panel) -> CurveKey {
    let strokes = strokes(panel.groups)
    return CurveKey(
      entries: zip(panel.groups, strokes).map { group, stroke in
        CurveKey.Entry(
          stroke: stroke, name: label(group),
          figure: group.median.map { significantText($0, digits: 3) } ?? "")
      }, figureTitle: panel.groups.contains { $0.median != nil } ? "Median" : "",
      notes: panel.groups.contains { $0.median != nil } ? ["Triangles mark the medians"] : [])
  }

  private static func label(_ group: Group) -> String {
    "\(group.name) (\(decimalText(Double(group.count), decimals: 0, grouped: true)))"
  }

  /// A frame narrower than this beside its key would be a sliver.
  private static let leastFrameBesideKey = 74.0

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing {
    let keys = panels.map { Self.key($0) }
    let keyRoom = (keys.map(\.size.width).max() ?? 0) + 2
    let scales = panels.map(Self.scale)
    let left = scales.map { ChartAxes.leftRoom(for: $0.ticks) }.max() ?? 0
    let isBeside = width - keyRoom - left - 2 >= Self.leastFrameBesideKey
    let frameWidth = width - left - (isBeside ? keyRoom + 2 : Self.rightRoom(panels))
    let frameHeight = min(panels.count == 1 ? 62 : 46, frameWidth * 0.66)
    let fitted = isBeside ? keys : keys.map { $0.fitted(to: width - 2 * Typography.margin) }
    let panelHeight: Double = frameHeight + ChartAxes.bottomRoom
    let pitches = fitted.map { (key: CurveKey) -> Double in
      let keyHeight = key.size.height
      return isBeside ? max(panelHeight, keyHeight) + 3 : panelHeight + keyHeight + 2
    }
    var drawing = Drawing(
      width: width, height: pitches.reduce(0, +) + Typography.margin + (isBeside ? 0 : 1))
    var top = Typography.margin + 1
    for index in panels.indices {
      let frame = Rectangle(left: left, top: top, width: frameWidth, height: frameHeight)
      draw(panels[index], in: frame, scales[index], on: &drawing)
      fitted[index].draw(
        at: isBeside
          ? Point(width - keyRoom, top - 1)
          : Point(max(0, left - 1.6), frame.bottom + ChartAxes.bottomRoom - 1), boxed: false,
        on: &drawing)
      top += pitches[index]
    }
    return drawing
  }

  /// The room that the last numbers along the lower sides need.
  private static func rightRoom(_ panels: [Panel]) -> Double {
    panels.map { panel in
      let x = panel.edges[0]...panel.edges[panel.edges.count - 1]
      return ChartAxes.rightRoom(for: Ticks(in: x, intervals: 6))
    }.max() ?? 0
  }

  /// The numbers along the left side, and the value at the upper side.
  private static func scale(_ panel: Panel) -> (ticks: Ticks, top: Double) {
    let top = max((panel.groups.flatMap(\.shares).max() ?? 0) * 105, 1)
    return (Ticks(in: 0...top, intervals: 4), top)
  }

  private func draw(
    _ panel: Panel, in frame: Rectangle, _ scale: (ticks: Ticks, top: Double),
    on drawing: inout Drawing
  ) {
    let x = panel.edges[0]...panel.edges[panel.edges.count - 1]
    let axes = ChartAxes(
      frame: frame, x: x, y: 0...scale.top, xTicks: ChartAxes.level(x, width: frame.width),
      yTicks: scale.ticks,
      xTitle: panel.unit.isEmpty ? panel.title : "\(panel.title) (\(panel.unit))",
      yTitle: "Share of each group (%)")
    let strokes = Self.strokes(panel.groups)
    for group in panel.groups where group.isGround {
      drawing.fill(.polygon(Self.outline(group, panel, axes)), Self.ground)
    }
    axes.draw(on: &drawing)
    for (group, stroke) in zip(panel.groups, strokes) where !group.isGround {
      drawing.stroke(.line(Self.outline(group, panel, axes)), stroke)
    }
    for (group, stroke) in zip(panel.groups, strokes) {
      guard let median = group.median, x.contains(median) else { continue }
      let tip = axes.place(median, scale.top)
      let color = group.isGround ? Color(0x9A9A9A) : stroke.color
      drawing.fill(
        .polygon([
          Point(tip.x, tip.y + 1.9), Point(tip.x - 1.1, tip.y), Point(tip.x + 1.1, tip.y),
        ]), color)
    }
  }

  /// The steps of a group, from the axis to the axis.
  private static func outline(_ group: Group, _ panel: Panel, _ axes: ChartAxes) -> [Point] {
    var points = [axes.place(panel.edges[0], 0)]
    for (bin, share) in group.shares.enumerated() {
      points.append(axes.place(panel.edges[bin], share * 100))
      points.append(axes.place(panel.edges[bin + 1], share * 100))
    }
    points.append(axes.place(panel.edges[panel.edges.count - 1], 0))
    return points
  }

  /// The groups with their medians and the bin that holds most of each.
  public var alternativeText: String {
    let texts = panels.map { panel in
      let unit = panel.unit.isEmpty ? "" : " \(panel.unit)"
      let groups = panel.groups.map { group in
        let median =
          group.median.map { ", median \(significantText($0, digits: 3))\(unit)" } ?? ""
        guard let peak = group.shares.max(), let bin = group.shares.firstIndex(of: peak) else {
          return Self.label(group) + median
        }
        let low = significantText(panel.edges[bin], digits: 3)
        let high = significantText(panel.edges[bin + 1], digits: 3)
        return Self.label(group) + median
          + ", most of them (\(decimalText(peak * 100, decimals: 0)) %) from \(low) to \(high)\(unit)"
      }
      return "\(panel.title): \(groups.joined(separator: "; "))"
    }
    return "Histogram of \(texts.joined(separator: ". "))."
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
