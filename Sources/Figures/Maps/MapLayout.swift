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
  /// The place of the legend at the right, or below where each map has its own colours.
  let key: Rectangle
  /// Coordinates along the lower side.
  let eastings: Ticks
  /// Coordinates along the left side.
  let northings: Ticks
  /// The coordinates as printed.
  let eastingLabels: [String]
  /// The coordinates as printed.
  let northingLabels: [String]
  /// What the coordinates along the lower side are.
  let eastingTitle: String
  /// What the coordinates along the left side are.
  let northingTitle: String

  /// The width that a map's own colours take.
  static let ownKeyWidth = 12.5
  /// The height of the strip below maps that have their own colours.
  static let stripHeight = 9.0

  init(_ figure: MapFigure, width pageWidth: Double) {
    let extent = figure.extent
    let shared = figure.sharesLegend
    let across = Double(figure.across)
    let down = ((Double(figure.panels.count)) / across).rounded(.up)
    let left = Typography.margin + 2 * Typography.small + Typography.tick + 2.2
    let below = Typography.tick + 2 * Typography.small + 2.8
    let titled = figure.panels.contains { !$0.title.isEmpty }
    let above = Typography.margin + (titled ? Typography.label + Typography.gap : 0)
    let keyWidth = shared ? MapKey.width(of: figure) : 0
    let own = shared ? 0 : Self.ownKeyWidth
    let between = shared ? 3.0 : 2.0
    let room = pageWidth - left - Typography.margin - (shared ? keyWidth + 4 : 0)
    let tallest = figure.across == 1 && figure.panels.count == 1 ? 125.0 : 215 / down
    var mapWidth = (room - between * (across - 1)) / across - own
    let fullHeight = mapWidth * extent.aspect
    if fullHeight > tallest { mapWidth = tallest / extent.aspect }
    // A sliver of a map would leave no room for its numbers.
    mapWidth = max(mapWidth, 12)
    let mapHeight = max(mapWidth * extent.aspect, 8)
    let rowGap = titled ? Typography.label + Typography.gap + 3 : 3.5

    cellWidth = mapWidth + own
    frames = figure.panels.indices.map { index in
      Rectangle(
        left: left + Double(index % figure.across) * (mapWidth + own + between),
        top: above + Double(index / figure.across) * (mapHeight + rowGap), width: mapWidth,
        height: mapHeight)
    }
    let mapsRight = left + across * (mapWidth + own) + (across - 1) * between
    let mapsBottom = above + down * mapHeight + (down - 1) * rowGap
    if shared {
      let keyHeight = max(mapsBottom - above, MapKey.height(of: figure))
      key = Rectangle(left: mapsRight + 4, top: above, width: keyWidth, height: keyHeight)
      width = key.right + Typography.margin
      height = max(mapsBottom + below, key.bottom + Typography.margin)
    } else {
      key = Rectangle(
        left: left, top: mapsBottom + below + 1, width: mapsRight - left, height: Self.stripHeight)
      width = mapsRight + Typography.margin
      height = key.bottom + Typography.margin
    }

    // One step for both ways, so that the eye can measure on the map.
    let step = max(
      Ticks(in: extent.west...extent.east, intervals: Int(max(mapWidth / 24, 2))).step,
      Ticks(in: extent.south...extent.north, intervals: Int(max(mapHeight / 24, 2))).step)
    let eastings = Ticks(in: extent.west...extent.east, step: step)
    let northings = Ticks(in: extent.south...extent.north, step: step)
    self.eastings = eastings
    self.northings = northings
    switch extent.unit {
    case .degrees:
      eastingTitle = "Longitude (degrees)"
      northingTitle = "Latitude (degrees)"
      eastingLabels = eastings.labels
      northingLabels = northings.labels
    case .length(let metres):
      // Kilometres where whole steps of at least a tenth of one remain.
      let kilometres = metres == 1 && step >= 100
      let name = kilometres ? "km" : (metres == 1 ? "m" : "map units")
      eastingTitle = "Easting (\(name))"
      northingTitle = "Northing (\(name))"
      func labels(_ ticks: Ticks) -> [String] {
        guard kilometres else {
          return ticks.values.map { decimalText($0, decimals: ticks.decimals, grouped: true) }
        }
        return ticks.values.map {
          decimalText($0 / 1000, decimals: ticks.step >= 1000 ? 0 : 1, grouped: true)
        }
      }
      eastingLabels = labels(eastings)
      northingLabels = labels(northings)
    }
  }
}
