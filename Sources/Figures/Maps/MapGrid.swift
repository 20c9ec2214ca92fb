import Drawing

/// Coordinates round a map and over it: ticks with numbers along its lower and left side, and small
/// crosses or fine lines where they lead.
struct MapGrid: Equatable {
  /// A number along a side.
  struct Tick: Equatable {
    /// Where it stands, in the map's coordinates along that side.
    let place: Double
    /// The number as printed.
    let label: String
  }

  /// Along the lower side.
  let bottom: [Tick]
  /// Along the left side.
  let left: [Tick]
  /// Where crosses stand.
  let crosses: [SIMD2<Double>]
  /// Fine lines, in pieces.
  let lines: [[SIMD2<Double>]]
  /// What stands below the numbers of the lower side.
  let bottomTitle: String
  /// What stands beside the numbers of the left side; empty where they say it themselves.
  let leftTitle: String

  /// The distance to aim for from one number to the next, millimetres.
  private static let pitch = 24.0
  /// The least distance.
  private static let closest = 13.0

  /// Whether numbers along the sides are degrees, which need no title.
  static func hasDegrees(_ figure: MapFigure) -> Bool {
    figure.extent.unit == .degrees || (figure.showsGraticule && figure.projection != nil)
  }

  /// Chooses the numbers of a map of a width on paper.
  init(_ figure: MapFigure, mapWidth: Double) {
    let extent = figure.extent
    let mapHeight = mapWidth * extent.aspect
    let room = max(mapWidth, 12)
    if Self.hasDegrees(figure) {
      let paper = SIMD2(room, mapHeight)
      let graticule =
        figure.projection.map { Graticule(of: extent, through: $0, on: paper) }
        ?? Graticule(degrees: extent, on: paper)
      func ticks(_ areMeridians: Bool) -> [Tick] {
        graticule.lines.filter { $0.isMeridian == areMeridians }.compactMap { line in
          line.place.map { Tick(place: $0, label: line.label) }
        }
      }
      bottom = ticks(true)
      left = ticks(false)
      let isUpright = figure.projection == nil
      lines = figure.showsGraticule ? graticule.lines.flatMap(\.pieces) : []
      crosses =
        isUpright && !figure.showsGraticule ? Self.crosses(bottom, left, in: extent) : []
      bottomTitle = fittingText(figure.systems, width: mapWidth, size: Typography.small)
      leftTitle = ""
      return
    }
    let step = Self.step(extent, mapWidth: room, mapHeight: mapHeight)
    let metres = if case .length(let metres) = extent.unit { metres } else { 1.0 }
    // Kilometres where whole steps of at least a tenth of one remain.
    let kilometres = metres == 1 && step >= 100
    func ticks(_ range: ClosedRange<Double>) -> [Tick] {
      let ticks = Ticks(in: range, step: step)
      return ticks.values.map { value in
        Tick(
          place: value,
          label: kilometres
            ? decimalText(value / 1000, decimals: ticks.step >= 1000 ? 0 : 1, grouped: true)
            : decimalText(value, decimals: ticks.decimals, grouped: true))
      }
    }
    bottom = ticks(extent.west...extent.east)
    left = ticks(extent.south...extent.north)
    crosses = Self.crosses(bottom, left, in: extent)
    lines = []
    let name = kilometres ? "km" : (metres == 1 ? "m" : "map units")
    let easting = "Easting (\(name))"
    bottomTitle = fittingText(
      figure.systems.map { "\(easting), \($0)" } + [easting], width: mapWidth,
      size: Typography.small)
    leftTitle = fittingText(
      ["Northing (\(name))", name], width: mapHeight, size: Typography.small)
  }

  /// One step for both ways, so that the eye can measure on the map: the one nearest to the pitch
  /// that puts at least two numbers on either side, if they have room.
  private static func step(_ extent: MapExtent, mapWidth: Double, mapHeight: Double) -> Double {
    let longer = max(extent.width, extent.height)
    let paper = max(mapWidth, mapHeight)
    var intervals = max(Int((paper / pitch).rounded()), 2)
    let ranges = [extent.west...extent.east, extent.south...extent.north]
    var step = Ticks(in: 0...longer, intervals: intervals).step
    while ranges.contains(where: { Ticks(in: $0, step: step).values.count < 2 }), intervals < 60 {
      intervals += 1
      let finer = Ticks(in: 0...longer, intervals: intervals).step
      if finer / longer * paper < closest { break }
      step = finer
    }
    return step
  }

  private static func crosses(
    _ bottom: [Tick], _ left: [Tick], in extent: MapExtent
  ) -> [SIMD2<Double>] {
    // On the frame itself the ticks say it.
    let (x, y) = (extent.width * 0.01, extent.height * 0.01)
    return bottom.flatMap { column in left.map { SIMD2(column.place, $0.place) } }.filter {
      $0.x > extent.west + x && $0.x < extent.east - x && $0.y > extent.south + y
        && $0.y < extent.north - y
    }
  }
}

/// The first of some texts that is no wider than `width`, or nothing.
func fittingText(_ texts: [String], width: Double, size: Double) -> String {
  texts.first { textWidth($0, size: size) <= width } ?? ""
}
