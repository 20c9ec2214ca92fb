/// The outline of some cells that hang together by their edges, as one closed ring.
///
/// Holes are left out. Each corner is cut by a quarter of a side, so that the outline has no steps of
/// the raster and every centre stays inside.
struct Outline {
  /// The ring, metres to the east and to the south.
  ///
  /// The last point is the first; as seen on a map it runs against the clock.
  let ring: [SIMD2<Double>]

  /// Goes round some cells.
  init(around cells: [Int], on frame: Frame) {
    let corners = Self.corners(around: Set(cells), from: cells.min() ?? 0, on: frame)
    var points: [SIMD2<Double>] = []
    for (number, corner) in corners.enumerated() {
      let next = corners[(number + 1) % corners.count]
      // A side is a whole number of cells long, and a quarter of a cell is cut off each end.
      let side = next - corner
      let cut = side / abs(side.x + side.y) * 0.25
      points.append((corner + cut) * frame.cell)
      points.append((next - cut) * frame.cell)
    }
    ring = points + points.prefix(1)
  }

  /// The corners of the outer edge in order, in cells: with the cells at the left hand.
  private static func corners(
    around cells: Set<Int>, from first: Int, on frame: Frame
  ) -> [SIMD2<Double>] {
    func has(_ column: Int, _ row: Int) -> Bool {
      column >= 0 && row >= 0 && column < frame.columns && row < frame.rows
        && cells.contains(row * frame.columns + column)
    }
    // The first cell has none above it and none to the west: its western edge, southwards.
    let start = SIMD2(first % frame.columns, first / frame.columns)
    var (place, heading) = (start, SIMD2(0, 1))
    var corners: [SIMD2<Double>] = [SIMD2(Double(start.x), Double(start.y))]
    repeat {
      place = place &+ heading
      // The two cells ahead, at the left hand and at the right.
      let left = SIMD2(heading.y, -heading.x)
      func isAhead(_ side: SIMD2<Int>) -> Bool {
        // The cell's number is that of its north-western corner.
        let twice = place &* 2 &+ heading &+ side
        return has((twice.x - 1) / 2, (twice.y - 1) / 2)
      }
      let before = heading
      if !isAhead(left) {
        // The cell behind at the left ends here: turn round it. Where cells touch by a corner only,
        // this stays with the one that is gone round.
        heading = left
      } else if isAhead(SIMD2(0, 0) &- left) {
        heading = SIMD2(0, 0) &- left
      }
      if heading != before { corners.append(SIMD2(Double(place.x), Double(place.y))) }
    } while place != start || heading != SIMD2(0, 1)
    // The walk ends by turning at its first corner.
    return corners.dropLast()
  }
}
