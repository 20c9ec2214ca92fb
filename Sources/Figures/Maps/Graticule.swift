import Drawing

/// Lines of equal longitude and latitude over a map, and where they meet its lower and left side.
struct Graticule: Equatable {
  /// A line with its label.
  struct Line: Equatable {
    /// Whether it runs from south to north.
    let isMeridian: Bool
    /// The angle as printed.
    let label: String
    /// The line in the map's coordinates, in pieces: a gap is where the map shows none.
    let pieces: [[SIMD2<Double>]]
    /// Where it meets the side that bears its label, in the map's coordinates: x along the lower
    /// side for a meridian, y along the left side for a parallel.
    let place: Double?
  }

  /// The lines, meridians first.
  let lines: [Line]

  /// Points along a side of the map, or a line, between which it is taken as straight: on a map a
  /// page wide a bend between them is thinner than the line.
  private static let pieces = 64

  /// Finds the lines over a map in degrees: upright and level.
  ///
  /// - Parameters:
  ///   - extent: the map.
  ///   - paper: its width and height, millimetres.
  init(degrees extent: MapExtent, on paper: SIMD2<Double>) {
    let (across, down) = Self.steps(SIMD2(extent.width, extent.height), on: paper)
    lines =
      across.values(in: extent.west...extent.east).map { x in
        Line(
          isMeridian: true, label: across.longitude(x),
          pieces: [[SIMD2(x, extent.south), SIMD2(x, extent.north)]], place: x)
      }
      + down.values(in: extent.south...extent.north).map { y in
        Line(
          isMeridian: false, label: down.latitude(y),
          pieces: [[SIMD2(extent.west, y), SIMD2(extent.east, y)]], place: y)
      }
  }

  /// Finds the lines over a projected map; none where no corner of it has a longitude.
  init(of extent: MapExtent, through projection: MapProjection, on paper: SIMD2<Double>) {
    let rim = Self.rim(of: extent)
    let middle = SIMD2((extent.west + extent.east) / 2, (extent.south + extent.north) / 2)
    let centre = projection.degrees([middle])[0]
    // Longitudes go on beyond 180 degrees, so that a map across that meridian is no whole turn wide.
    let around = projection.degrees(rim).filter { $0.x.isFinite && $0.y.isFinite }.map { point in
      SIMD2(point.x - ((point.x - centre.x) / 360).rounded() * 360, point.y)
    }
    guard centre.x.isFinite, let west = around.map(\.x).min(), let east = around.map(\.x).max(),
      let south = around.map(\.y).min(), let north = around.map(\.y).max(), east > west,
      north > south
    else {
      lines = []
      return
    }
    let (across, down) = Self.steps(SIMD2(east - west, north - south), on: paper)
    func along(_ low: Double, _ high: Double) -> [Double] {
      // Somewhat beyond, as a curved line may enter the map from outside its rim's range.
      let more = (high - low) * 0.05
      return (0...Self.pieces).map {
        low - more + (high - low + 2 * more) * Double($0) / Double(Self.pieces)
      }
    }
    let latitudes = along(max(south, -89.9), min(north, 89.9))
    let longitudes = along(west, east)
    lines =
      across.values(in: west...east).map { x in
        Self.line(
          true, across.longitude(x), projection.points(latitudes.map { SIMD2(x, $0) }), extent)
      }
      + down.values(in: south...north).map { y in
        Self.line(
          false, down.latitude(y), projection.points(longitudes.map { SIMD2($0, y) }), extent)
      }
  }

  /// The steps of longitude and latitude: one for both where each side has room for two lines of
  /// the coarser.
  private static func steps(
    _ span: SIMD2<Double>, on paper: SIMD2<Double>
  ) -> (across: DegreeSteps, down: DegreeSteps) {
    let across = DegreeSteps(span: span.x, length: paper.x)
    let down = DegreeSteps(span: span.y, length: paper.y)
    let common = max(across.seconds, down.seconds)
    guard span.min() * 3600 >= 2 * common else { return (across, down) }
    return (DegreeSteps(seconds: common), DegreeSteps(seconds: common))
  }

  private static func rim(of extent: MapExtent) -> [SIMD2<Double>] {
    (0..<pieces).flatMap { index -> [SIMD2<Double>] in
      let share = Double(index) / Double(pieces)
      let x = extent.west + share * extent.width
      let y = extent.south + share * extent.height
      return [
        SIMD2(x, extent.south), SIMD2(extent.east, y),
        SIMD2(extent.east - share * extent.width, extent.north),
        SIMD2(extent.west, extent.north - share * extent.height),
      ]
    }
  }

  private static func line(
    _ isMeridian: Bool, _ label: String, _ points: [SIMD2<Double>], _ extent: MapExtent
  ) -> Line {
    let pieces = points.split { !$0.x.isFinite || !$0.y.isFinite }.map(Array.init)
      .filter { $0.count > 1 }
    // Where the line crosses the lower or the left side, between two of its points.
    let place = pieces.lazy.compactMap { piece in
      zip(piece, piece.dropFirst()).lazy.compactMap { a, b -> Double? in
        let (from, to) = isMeridian ? (a.y, b.y) : (a.x, b.x)
        let side = isMeridian ? extent.south : extent.west
        guard from != to, min(from, to) <= side, max(from, to) >= side else { return nil }
        let share = (side - from) / (to - from)
        let at = isMeridian ? a.x + (b.x - a.x) * share : a.y + (b.y - a.y) * share
        let range = isMeridian ? extent.west...extent.east : extent.south...extent.north
        return range.contains(at) ? at : nil
      }.first
    }.first
    return Line(isMeridian: isMeridian, label: label, pieces: pieces, place: place)
  }
}
