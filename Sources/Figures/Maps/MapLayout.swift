import Drawing

/// Where the parts of a figure of maps stand.
struct MapLayout {
  /// The figure's width.
  let width: Double
  /// The figure's height.
  let height: Double
  /// The maps, in reading order.
  let frames: [Rectangle]
  /// The width that a map and its own colours take.
  let cellWidth: Double
  /// The place of the legend, at the right or below.
  let key: Rectangle
  /// Whether the legend stands below the maps.
  let isKeyBelow: Bool
  /// The insets, in order.
  let insets: [Rectangle]
  /// Coordinates round and over the maps.
  let grid: MapGrid

  /// The width that a map's own colours take.
  static let ownKeyWidth = 12.5

  /// The greatest height of a map among some on a page of a width.
  static func tallest(of panels: Int, across: Int, page: Double) -> Double {
    if panels == 1 { return min(0.5 * page + 50, 140) }
    return 205 / (Double(panels) / Double(across)).rounded(.up)
  }

  /// Lays a figure out in a width.
  ///
  /// The legend stands at the right where that leaves the maps large enough, else below; with
  /// colours of their own beside each map, what remains of it stands below.
  init(_ figure: MapFigure, width: Double) {
    let below = Plan(figure, width: width, keyWidth: nil)
    guard figure.sharesLegend else {
      self.init(figure, below)
      return
    }
    let beside = Plan(figure, width: width, keyWidth: MapKey.columnWidth(of: figure))
    let isLarge = beside.mapWidth >= min(90, 0.72 * below.mapWidth)
    let isShort = beside.keyBottom <= beside.mapsBottom * 1.25 + 10
    self.init(figure, isLarge && isShort ? beside : below)
  }

  private init(_ figure: MapFigure, _ plan: Plan) {
    width = plan.width
    height = plan.height
    frames = plan.frames
    cellWidth = plan.mapWidth + plan.own
    key = plan.key
    isKeyBelow = plan.isKeyBelow
    insets = plan.insets
    grid = plan.grid
  }
}

/// One way to lay a figure of maps out.
private struct Plan {
  var width = 0.0
  var height = 0.0
  var frames: [Rectangle] = []
  var mapWidth = 0.0
  var own = 0.0
  var mapsBottom = 0.0
  var key: Rectangle
  var keyBottom = 0.0
  let isKeyBelow: Bool
  var insets: [Rectangle] = []
  let grid: MapGrid

  /// Lays the maps out with a legend of a width at their right, or below where there is none.
  init(_ figure: MapFigure, width page: Double, keyWidth: Double?) {
    let extent = figure.extent
    isKeyBelow = keyWidth == nil
    let across = Double(figure.across)
    let down = (Double(figure.panels.count) / across).rounded(.up)
    let titled = MapGrid.hasDegrees(figure) ? 0 : Typography.small + 0.9
    let left = Typography.margin + Typography.small + Typography.tick + 1.3 + titled
    let below = Typography.tick + 2 * Typography.small + 2.8
    let headed = figure.panels.count > 1 || figure.panels.contains { !$0.title.isEmpty }
    let above = Typography.margin + (headed ? Typography.label + Typography.gap : 0)
    own = figure.sharesLegend ? 0 : MapLayout.ownKeyWidth
    let between = figure.sharesLegend ? 3.0 : 2.0
    let gap = 4.0
    // The last number below a map may stand out over its corner.
    let overhang = keyWidth == nil && figure.sharesLegend ? 1.8 : 0
    let room = page - left - Typography.margin - overhang - (keyWidth.map { $0 + gap } ?? 0)
    let tallest = MapLayout.tallest(of: figure.panels.count, across: figure.across, page: page)
    mapWidth = (room - between * (across - 1)) / across - own
    if mapWidth * extent.aspect > tallest { mapWidth = tallest / extent.aspect }
    // A sliver of a map would leave no room for its numbers.
    mapWidth = max(mapWidth, 12)
    let mapHeight = max(mapWidth * extent.aspect, 8)
    let rowGap = headed ? Typography.label + Typography.gap + 3 : 3.5
    for index in figure.panels.indices {
      frames.append(
        Rectangle(
          left: left + Double(index % figure.across) * (mapWidth + own + between),
          top: above + Double(index / figure.across) * (mapHeight + rowGap), width: mapWidth,
          height: mapHeight))
    }
    let mapsRight = left + across * (mapWidth + own) + (across - 1) * between
    mapsBottom = above + down * mapHeight + (down - 1) * rowGap
    grid = MapGrid(figure, mapWidth: mapWidth)

    // The legend is drawn once to see how large it is.
    let legend = MapKey(figure, mapWidth: mapWidth)
    var scratch = Drawing(width: page, height: page)
    if let keyWidth {
      let place = Rectangle(
        left: mapsRight + gap, top: above, width: keyWidth, height: mapsBottom - above)
      let drawn = legend.drawColumn(in: place, on: &scratch)
      (keyBottom, insets) = (drawn.bottom, drawn.insets)
      key = Rectangle(
        left: place.left, top: above, width: keyWidth,
        height: max(keyBottom, mapsBottom) - above)
      width = key.right + Typography.margin
      height = max(mapsBottom + below, keyBottom + Typography.margin)
    } else {
      // A narrow map has its legend beyond its sides, where the page has room.
      let place = Rectangle(
        left: left, top: mapsBottom + below + 1.5,
        width: max(mapsRight - left, min(room, 60)), height: 0)
      let drawn = legend.drawStrip(in: place, on: &scratch)
      (keyBottom, insets) = (drawn.bottom, drawn.insets)
      key = Rectangle(
        left: left, top: place.top, width: place.width, height: keyBottom - place.top)
      width = max(mapsRight + overhang, key.right) + Typography.margin
      height = keyBottom + Typography.margin
    }
  }
}
