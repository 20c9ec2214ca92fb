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
  /// Smaller maps beside a single one.
  public let insets: [MapInset]
  /// How the map lies on the earth; none for a map in degrees, and where it is not known.
  public let projection: MapProjection?
  /// What the map's coordinate system is called, the longest name first.
  public let systems: [String]
  /// Whether lines of equal longitude and latitude lie over the maps.
  public let showsGraticule: Bool
  /// The angle from the upright to true north, radians, clockwise positive; none where it is not
  /// known.
  let north: Double?

  /// Creates a figure of maps.
  ///
  /// - Precondition: at least one panel, and insets beside a single one only.
  public init(
    extent: MapExtent, panels: [MapPanel], across: Int = 1, insets: [MapInset] = [],
    projection: MapProjection? = nil, systems: [String] = [], showsGraticule: Bool = false
  ) {
    precondition(!panels.isEmpty, "a figure without a map")
    precondition(
      insets.isEmpty || panels.count == 1, "\(insets.count) insets beside \(panels.count) maps")
    self.extent = extent
    self.panels = panels
    self.across = min(max(across, 1), panels.count)
    self.insets = insets
    self.projection = projection
    self.systems = systems
    self.showsGraticule = showsGraticule
    north = extent.unit == .degrees ? 0 : projection?.convergence(in: extent)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width: Double) -> Drawing {
    let layout = MapLayout(self, width: width)
    var drawing = Drawing(width: layout.width, height: layout.height)
    for (index, panel) in panels.enumerated() {
      draw(panel, index, layout, on: &drawing)
    }
    drawAxisTitles(layout, on: &drawing)
    let key = MapKey(self, mapWidth: layout.frames[0].width)
    if layout.isKeyBelow {
      _ = key.drawStrip(in: layout.key, on: &drawing)
    } else {
      _ = key.drawColumn(in: layout.key, on: &drawing)
    }
    for (inset, frame) in zip(insets, layout.insets) { draw(inset, in: frame, on: &drawing) }
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

  /// The overlays of all panels, each once, in the order of the statement.
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
    let heading = heading(of: panel, index)
    if !heading.isEmpty {
      let isLast = (index + 1) % across == 0
      let room =
        isLast
        ? max(layout.cellWidth, layout.width - Typography.margin - frame.left) : layout.cellWidth
      let width = textWidth(heading, size: Typography.label, weight: .bold)
      let size = width <= room ? Typography.label : Typography.small
      drawing.text(
        TextRun(
          truncatedText(heading, width: room, size: size, weight: .bold),
          at: Point(frame.left, frame.top - Typography.gap), size: size, weight: .bold))
    }
    Self.draw(panel.layer, in: frame, on: &drawing)
    drawGrid(layout.grid, in: frame, on: &drawing)
    Self.draw(panel.overlays, of: extent, in: frame, on: &drawing)
    for inset in insets where inset.purpose == .closer {
      markExtent(of: inset, in: frame, on: &drawing)
    }
    drawCoordinates(frame, index, layout.grid, on: &drawing)
    if !sharesLegend, let layer = panel.layer {
      MapKey.drawOwn(layer, beside: frame, on: &drawing)
    }
  }

  /// The title of a panel, with a letter where there are several, and with the unit where its
  /// colours stand beside it without a heading.
  private func heading(of panel: MapPanel, _ index: Int) -> String {
    var words: [String] = []
    if panels.count > 1 { words.append("(\(Self.letter(index)))") }
    if !panel.title.isEmpty { words.append(panel.title) }
    if !sharesLegend, case .values(_, let scale)? = panel.layer?.content, !scale.unit.isEmpty {
      words.append("(\(scale.unit))")
    }
    return words.joined(separator: " ")
  }

  /// The letter of a panel: a to z, then aa and so on.
  static func letter(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    let last = String(alphabet[index % 26])
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  /// Draws cells over a frame; the last may hang over its edge.
  static func draw(_ layer: MapLayer?, in frame: Rectangle, on drawing: inout Drawing) {
    guard let layer else { return }
    let place = Rectangle(
      left: frame.left, top: frame.top,
      width: frame.width * Double(layer.columns) / layer.shownColumns,
      height: frame.height * Double(layer.rows) / layer.shownRows)
    drawing.clipped(to: frame, [.image(layer.image, place)])
  }

  /// Draws overlays over a frame that shows an extent, points last, so that nothing hides them.
  static func draw(
    _ overlays: [MapOverlay], of extent: MapExtent, in frame: Rectangle,
    on drawing: inout Drawing
  ) {
    var over = Drawing(width: 1, height: 1)
    let ranked = overlays.enumerated().map { (rank: $1.rank(on: extent), order: $0, overlay: $1) }
    for (_, _, overlay) in ranked.sorted(by: { ($0.rank, $0.order) < ($1.rank, $1.order) }) {
      draw(overlay, of: extent, in: frame, on: &over)
    }
    if !over.elements.isEmpty { drawing.clipped(to: frame, over.elements) }
  }

  private static func draw(
    _ overlay: MapOverlay, of extent: MapExtent, in frame: Rectangle, on drawing: inout Drawing
  ) {
    if overlay.isPoints {
      let radius = overlay.markRadius(mapWidth: frame.width)
      for position in overlay.shapes.joined() {
        let point = extent.place(position, in: frame)
        // Points far outside would only make the file larger.
        if frame.inset(by: -2).contains(point) {
          overlay.mark(at: point, radius: radius, on: &drawing)
        }
      }
      return
    }
    var path = Path()
    for shape in overlay.shapes {
      let points = thinned(shape.map { extent.place($0, in: frame) }, distance: 0.06)
      if points.count > 1 { path.addLine(points) }
    }
    let pens = overlay.pens(on: extent)
    drawing.stroke(path, pens.casing)
    drawing.stroke(path, pens.line)
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
