/// Which cell centres of a grid lie inside areas, by a scan of rows.
///
/// A centre is inside by the rule of ``Geometry/contains(_:)``; a cell is inside where it is inside
/// any of the areas.
public struct AreaCover: Sendable {
  /// One polygon and the rows its box meets.
  private struct Polygon: Sendable {
    let rings: [Ring]
    let rows: Range<Int>
    let feature: Int
  }

  /// The cells.
  public let grid: Grid
  private let polygons: [Polygon]

  /// Prepares areas for a grid.
  ///
  /// - Precondition: the areas are in the grid's coordinate system.
  public init(_ areas: FeatureCollection, on grid: Grid) {
    precondition(areas.crs == grid.crs, "areas in \(areas.crs.label) on \(grid.crs.label)")
    self.grid = grid
    polygons = areas.features.enumerated().flatMap { index, feature in
      feature.geometry.polygons.compactMap { rings in
        guard let outer = BoundingBox(rings.joined()) else { return nil }
        let rows = Self.rows(of: outer, on: grid)
        return rows.isEmpty ? nil : Polygon(rings: rings, rows: rows, feature: index)
      }
    }
  }

  /// Marks the cells of a window: the index of the last area that holds the centre, −1 where none.
  ///
  /// - Parameters:
  ///   - window: cells of the grid.
  ///   - cells: room for `window.count` numbers.
  public func mark(_ window: Window, into cells: UnsafeMutableBufferPointer<Int32>) {
    precondition(cells.count >= window.count, "\(cells.count) cells for \(window.count)")
    cells.update(repeating: -1)
    forEachRun(of: window) { feature, row, columns in
      let start = (row - window.row) * window.columns - window.column
      for column in columns { cells[start + column] = Int32(feature) }
    }
  }

  /// Calls `body` with each run of cells in a row of a window whose centres an area holds.
  ///
  /// Areas come in their order, the polygons of one area one after the other; where they overlap,
  /// a cell comes more than once.
  ///
  /// - Parameters:
  ///   - window: cells of the grid.
  ///   - body: takes the area's index, the row and the columns of the grid.
  public func forEachRun(
    of window: Window, _ body: (_ feature: Int, _ row: Int, _ columns: Range<Int>) -> Void
  ) {
    let wanted = window.row..<window.row + window.rows
    var crossings = [[Double]](repeating: [], count: window.rows)
    for polygon in polygons where polygon.rows.overlaps(wanted) {
      let rows = polygon.rows.clamped(to: wanted)
      collect(polygon.rings, rows, first: window.row, into: &crossings)
      for row in rows {
        crossings[row - window.row].sort()
        let line = crossings[row - window.row]
        for pair in stride(from: 0, to: line.count - 1, by: 2) {
          let from = max(window.column, firstColumn(from: line[pair]))
          let to = min(window.column + window.columns, firstColumn(from: line[pair + 1]))
          if from < to { body(polygon.feature, row, from..<to) }
        }
        crossings[row - window.row].removeAll(keepingCapacity: true)
      }
    }
  }

  /// Gathers where edges cross the centre lines of rows.
  private func collect(
    _ rings: [Ring], _ rows: Range<Int>, first: Int, into crossings: inout [[Double]]
  ) {
    for ring in rings {
      guard var previous = ring.last else { continue }
      for next in ring {
        let (low, high) = previous.y < next.y ? (previous, next) : (next, previous)
        // One row more on each side than needed; the exact test follows.
        let top = max(rows.lowerBound, row(of: high.y) - 1)
        let bottom = min(rows.upperBound - 1, row(of: low.y) + 1)
        if top <= bottom {
          for row in top...bottom {
            let y = grid.center(column: 0, row: row).y
            if (low.y <= y) != (high.y <= y) {
              crossings[row - first].append(crossing(low, high, at: y))
            }
          }
        }
        previous = next
      }
    }
  }

  /// The first column whose centre is at `x` or east of it, by the centre's own arithmetic.
  private func firstColumn(from x: Double) -> Int {
    let guess = ((x - grid.west) / grid.cellWidth - 0.5).rounded(.up)
    var column = Int(max(-1, min(guess, Double(grid.columns) + 1)))
    while column > 0, grid.center(column: column - 1, row: 0).x >= x { column -= 1 }
    while column < grid.columns, grid.center(column: column, row: 0).x < x { column += 1 }
    return max(0, column)
  }

  /// The row that holds a y, brought to the grid.
  private func row(of y: Double) -> Int {
    Int(max(-1, min((grid.north - y) / grid.cellHeight, Double(grid.rows) + 1)))
  }

  /// The rows of a grid that a box may touch.
  private static func rows(of box: BoundingBox, on grid: Grid) -> Range<Int> {
    let limit = Double(grid.rows)
    let top = max(0, min(((grid.north - box.north) / grid.cellHeight).rounded(.down) - 1, limit))
    let bottom = max(0, min(((grid.north - box.south) / grid.cellHeight).rounded(.up) + 1, limit))
    return Int(top)..<Int(max(top, bottom))
  }
}
