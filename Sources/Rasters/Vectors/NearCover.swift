/// What lies nearer to features than a distance: points, and the centres of a grid's cells.
///
/// The distance is that to the nearest point, segment or edge of any feature, exactly and in
/// coordinate units; inside an area it is 0. What lies at just the distance is not nearer.
///
/// The cells of a row that a segment reaches are one run, so that a row costs as much as there are
/// segments near it, however wide the distance is.
public struct NearCover: Sendable {
  /// A segment; a point is one whose ends are the same.
  private struct Segment: Sendable {
    let a: SIMD2<Double>
    let b: SIMD2<Double>

    /// The square of the distance to a point.
    func squaredDistance(to point: SIMD2<Double>) -> Double {
      let along = b - a
      let length = (along * along).sum()
      let part = length > 0 ? ((point - a) * along).sum() / length : 0
      let gap = point - (a + min(1, max(0, part)) * along)
      return (gap * gap).sum()
    }
  }

  private let segments: [Segment]
  private let areas: FeatureCollection?
  private let ground: BoxedAreas?
  private let distance: Double
  /// The segments that may reach into each level strip of the plane, from the south.
  private let strips: [[Int32]]
  private let south: Double
  private let stripHeight: Double

  /// Prepares features for a distance.
  ///
  /// - Parameters:
  ///   - features: points, lines or areas.
  ///   - distance: what is nearer counts, in coordinate units; above 0.
  public init(_ features: FeatureCollection, nearerThan distance: Double) {
    precondition(distance > 0, "a distance of \(distance)")
    var segments: [Segment] = []
    for feature in features.features {
      let shape = feature.geometry
      segments += shape.points.map { Segment(a: $0, b: $0) }
      for line in shape.lines {
        segments += zip(line, line.dropFirst()).map { Segment(a: $0, b: $1) }
      }
      for ring in shape.polygons.joined() {
        segments += zip(ring, ring.dropFirst() + ring.prefix(1)).map { Segment(a: $0, b: $1) }
      }
    }
    self.segments = segments
    self.distance = distance
    areas = features.kind == .areas ? features : nil
    ground = areas.map { BoxedAreas($0) }
    let low = (segments.map { min($0.a.y, $0.b.y) }.min() ?? 0) - distance
    let high = (segments.map { max($0.a.y, $0.b.y) }.max() ?? 0) + distance
    let count = max(1, min(4096, Int(min(4096, (high - low) / distance))))
    let height = max((high - low) / Double(count), .leastNormalMagnitude)
    var strips = [[Int32]](repeating: [], count: count)
    for (index, segment) in segments.enumerated() {
      let first = Int((min(segment.a.y, segment.b.y) - distance - low) / height)
      let last = Int((max(segment.a.y, segment.b.y) + distance - low) / height)
      for strip in max(0, first - 1)...min(count - 1, last + 1) {
        strips[strip].append(Int32(index))
      }
    }
    self.strips = strips
    south = low
    stripHeight = height
  }

  /// Whether a point is nearer to a feature than the distance.
  public func reaches(_ point: SIMD2<Double>) -> Bool {
    if ground?.contains(point) ?? false { return true }
    let strip = ((point.y - south) / stripHeight).rounded(.down)
    guard strip >= 0, strip < Double(strips.count) else { return false }
    return strips[Int(strip)].contains {
      segments[Int($0)].squaredDistance(to: point) < distance * distance
    }
  }

  /// Marks the cells of a window whose centres are nearer than the distance.
  ///
  /// - Parameters:
  ///   - window: cells of the grid.
  ///   - grid: the grid, in the features' coordinate system.
  ///   - cells: room for `window.count` marks; those of cells that are not near are left as they are.
  public func mark(
    _ window: Window, of grid: Grid, into cells: UnsafeMutableBufferPointer<Bool>
  ) {
    precondition(cells.count >= window.count, "\(cells.count) cells for \(window.count)")
    if let areas {
      AreaCover(areas, on: grid).forEachRun(of: window) { _, row, columns in
        let start = (row - window.row) * window.columns - window.column
        for column in columns { cells[start + column] = true }
      }
    }
    // Where runs begin and end, so that runs on one another cost no more.
    let width = window.columns + 1
    var changes = [Int32](repeating: 0, count: width * window.rows)
    let top = grid.center(column: 0, row: window.row).y
    let bottom = grid.center(column: 0, row: window.row + window.rows - 1).y
    for segment in segments {
      let (low, high) = (min(segment.a.y, segment.b.y), max(segment.a.y, segment.b.y))
      guard high + distance >= bottom, low - distance <= top else { continue }
      let first = max(window.row, row(of: high + distance, grid) - 1)
      let last = min(window.row + window.rows - 1, row(of: low - distance, grid) + 1)
      guard first <= last else { continue }
      for row in first...last {
        guard let run = run(of: segment, row, window, grid) else { continue }
        let start = (row - window.row) * width - window.column
        changes[start + run.lowerBound] += 1
        changes[start + run.upperBound + 1] -= 1
      }
    }
    for row in 0..<window.rows {
      var depth: Int32 = 0
      for column in 0..<window.columns {
        depth += changes[row * width + column]
        if depth > 0 { cells[row * window.columns + column] = true }
      }
    }
  }

  /// The row that holds a y, brought to the grid.
  private func row(of y: Double, _ grid: Grid) -> Int {
    Int(max(-1, min((grid.north - y) / grid.cellHeight, Double(grid.rows) + 1)))
  }

  /// The columns of a row whose centres a segment reaches; none where there are none.
  private func run(
    of segment: Segment, _ row: Int, _ window: Window, _ grid: Grid
  ) -> ClosedRange<Int>? {
    let y = grid.center(column: 0, row: row).y
    guard let (west, east) = reach(of: segment, at: y) else { return nil }
    func column(_ x: Double) -> Int {
      Int(max(-2, min((x - grid.west) / grid.cellWidth - 0.5, Double(grid.columns) + 1)))
    }
    func isNear(_ column: Int) -> Bool {
      segment.squaredDistance(to: SIMD2(grid.center(column: column, row: row).x, y))
        < distance * distance
    }
    // The ends come from rounded roots; the exact test has the last word.
    var first = max(window.column, column(west) - 1)
    var last = min(window.column + window.columns - 1, column(east) + 1)
    while first <= last, !isNear(first) { first += 1 }
    while last >= first, !isNear(last) { last -= 1 }
    return first <= last ? first...last : nil
  }

  /// From where to where a level line is near a segment.
  private func reach(of segment: Segment, at y: Double) -> (Double, Double)? {
    var (west, east) = (Double.infinity, -Double.infinity)
    for end in [segment.a, segment.b] {
      let rise = y - end.y
      guard abs(rise) < distance else { continue }
      let half = (distance * distance - rise * rise).squareRoot()
      west = min(west, end.x - half)
      east = max(east, end.x + half)
    }
    let along = segment.b - segment.a
    let length = (along * along).sum().squareRoot()
    if length > 0, along.y != 0 {
      // Both sides of the strip round the segment.
      let aside = SIMD2(-along.y, along.x) * (distance / length)
      for side in [segment.a + aside, segment.a - aside] {
        let part = (y - side.y) / along.y
        guard part >= 0, part <= 1 else { continue }
        west = min(west, side.x + part * along.x)
        east = max(east, side.x + part * along.x)
      }
    }
    return west <= east ? (west, east) : nil
  }
}
