public import Drawing

/// One map, or several of the same extent side by side, with coordinates, legend, scale bar and
/// north arrow.
///
/// Maps that share their scale or their classes have one legend at the right; otherwise each map
/// has its own colours at its side.
public struct MapFigure: Figure {
  /// What all panels show of the earth.
  public let extent: MapExtent
  /// The maps, in reading order.
  public let panels: [MapPanel]
  /// How many stand side by side.
  public let across: Int

  /// Creates a figure of maps.
  ///
  /// - Precondition: at least one panel.
  public init(extent: MapExtent, panels: [MapPanel], across: Int = 1) {
    precondition(!panels.isEmpty, "a figure without a map")
    self.extent = extent
    self.panels = panels
    self.across = min(max(across, 1), panels.count)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing {
    let layout = MapLayout(self, width: width)
    var drawing = Drawing(width: layout.width, height: layout.height)
    for (index, panel) in panels.enumerated() {
      draw(panel, index, layout, on: &drawing)
    }
    drawAxisTitles(layout, on: &drawing)
    MapKey(self, layout).draw(on: &drawing)
    return drawing
  }

  /// Whether one legend serves all panels.
  var sharesLegend: Bool {
    panels.dropFirst().allSatisfy { panel in
      switch (panel.layer?.content, panels[0].layer?.content) {
      case (.values(_, let a), .values(_, let b)): a == b
      case (.classes(_, let a), .classes(_, let b)): a == b
      case (.colors, .colors), (nil, nil): true
      default: false
      }
    }
  }

  /// Whether any panel shows cells without data.
  var hasGaps: Bool { panels.contains { ($0.layer?.shareWithoutData ?? 0) > 0 } }

  /// The overlays of all panels, each once.
  var keyedOverlays: [MapOverlay] {
    var seen: [MapOverlay] = []
    for overlay in panels.flatMap(\.overlays)
    where !seen.contains(where: { $0.label == overlay.label && $0.style == overlay.style }) {
      seen.append(overlay)
    }
    return seen
  }

  private func draw(
    _ panel: MapPanel, _ index: Int, _ layout: MapLayout, on drawing: inout Drawing
  ) {
    let frame = layout.frames[index]
    if !panel.title.isEmpty {
      let heading = heading(of: panel)
      let width = textWidth(heading, size: Typography.label, weight: .bold)
      let size = width <= layout.cellWidth ? Typography.label : Typography.small
      drawing.text(
        TextRun(
          truncatedText(heading, width: layout.cellWidth, size: size, weight: .bold),
          at: Point(frame.left, frame.top - Typography.gap), size: size, weight: .bold))
    }
    if let layer = panel.layer {
      let place = Rectangle(
        left: frame.left, top: frame.top,
        width: frame.width * Double(layer.columns) / layer.shownColumns,
        height: frame.height * Double(layer.rows) / layer.shownRows)
      drawing.clipped(to: frame, [.image(layer.image, place)])
    }
    var over = Drawing(width: layout.width, height: layout.height)
    for overlay in panel.overlays { draw(overlay, in: frame, on: &over) }
    if !over.elements.isEmpty { drawing.clipped(to: frame, over.elements) }
    drawCoordinates(
      frame, labelsLeft: index % across == 0, labelsBelow: index + across >= panels.count, layout,
      on: &drawing)
    if !sharesLegend, let layer = panel.layer {
      MapKey.drawOwn(layer, beside: frame, layout, on: &drawing)
    }
  }

  /// The title of a panel, with the unit where its colours stand beside it without a heading.
  private func heading(of panel: MapPanel) -> String {
    guard !sharesLegend, case .values(_, let scale)? = panel.layer?.content, !scale.unit.isEmpty
    else { return panel.title }
    return "\(panel.title) (\(scale.unit))"
  }

  private func draw(_ overlay: MapOverlay, in frame: Rectangle, on drawing: inout Drawing) {
    func place(_ position: MapOverlay.Position) -> Point {
      Point(
        frame.left + (position.x - extent.west) / extent.width * frame.width,
        frame.bottom - (position.y - extent.south) / extent.height * frame.height)
    }
    switch overlay.style {
    case .present, .absent, .mark:
      let radius = overlay.markRadius(mapWidth: frame.width)
      for shape in overlay.shapes {
        for position in shape {
          let point = place(position)
          // Points far outside would only make the file larger.
          guard frame.inset(by: -2).contains(point) else { continue }
          overlay.mark(at: point, radius: radius, on: &drawing)
        }
      }
    case .line(let color), .outline(let color):
      var path = Path()
      for shape in overlay.shapes {
        let points = thinned(shape.map(place), distance: 0.06)
        guard points.count > 1 else { continue }
        path.addLine(points)
      }
      drawing.stroke(path, Stroke(.white.withAlpha(170), width: 0.7))
      drawing.stroke(path, Stroke(color, width: 0.3))
    }
  }

  /// The frame, ticks and numbers along its left and lower sides.
  private func drawCoordinates(
    _ frame: Rectangle, labelsLeft: Bool, labelsBelow: Bool, _ layout: MapLayout,
    on drawing: inout Drawing
  ) {
    for (value, label) in zip(layout.eastings.values, layout.eastingLabels) {
      let x = frame.left + (value - extent.west) / extent.width * frame.width
      drawing.hairline(Point(x, frame.bottom), Point(x, frame.bottom + Typography.tick))
      let half = textWidth(label, size: Typography.small) / 2
      if labelsBelow, x - half > frame.left - 3, x + half < frame.right + 3 {
        drawing.text(
          TextRun(
            label, at: Point(x, frame.bottom + Typography.tick + 0.7), size: Typography.small,
            anchor: .middle, level: .top, color: .quietInk))
      }
    }
    for (value, label) in zip(layout.northings.values, layout.northingLabels) {
      let y = frame.bottom - (value - extent.south) / extent.height * frame.height
      drawing.hairline(Point(frame.left - Typography.tick, y), Point(frame.left, y))
      let half = textWidth(label, size: Typography.small) / 2
      // A number that stands over the corner would meet the title or leave the page.
      if labelsLeft, y - half > frame.top - 1, y + half < frame.bottom + 2 {
        drawing.text(
          TextRun(
            label, at: Point(frame.left - Typography.tick - 0.8, y), size: Typography.small,
            anchor: .middle, upwards: true, color: .quietInk))
      }
    }
    drawing.stroke(.rectangle(frame), Stroke(.quietInk, width: Typography.hairline))
  }

  private func drawAxisTitles(_ layout: MapLayout, on drawing: inout Drawing) {
    guard let first = layout.frames.first, let last = layout.frames.last else { return }
    let bottom = layout.frames.map(\.bottom).max() ?? last.bottom
    let right = layout.frames.map(\.right).max() ?? last.right
    drawing.text(
      TextRun(
        layout.eastingTitle,
        at: Point(
          (first.left + right) / 2, bottom + Typography.tick + 0.7 + Typography.small + 0.6),
        size: Typography.small, anchor: .middle, level: .top, color: .quietInk))
    drawing.text(
      TextRun(
        layout.northingTitle,
        at: Point(
          first.left - Typography.tick - 0.8 - Typography.small - 0.9, (first.top + bottom) / 2),
        size: Typography.small, anchor: .middle, upwards: true, color: .quietInk))
  }
}

/// The points of a line without those nearer to the last kept one than a distance; the ends stay.
func thinned(_ points: [Point], distance: Double) -> [Point] {
  guard var kept = points.first, points.count > 2 else { return points }
  var result = [kept]
  for point in points.dropFirst().dropLast() {
    let (x, y) = (point.x - kept.x, point.y - kept.y)
    if x * x + y * y >= distance * distance {
      result.append(point)
      kept = point
    }
  }
  if let last = points.last { result.append(last) }
  return result
}
