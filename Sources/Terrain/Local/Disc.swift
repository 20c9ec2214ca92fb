import Rasters

/// The cells whose centres lie within a distance of a cell's.
struct Disc {
  /// How far each row reaches to either side, cells: from the middle row outwards.
  let reaches: [Int]
  /// How many rows lie on either side of the middle.
  var height: Int { reaches.count - 1 }
  /// How far the middle row reaches.
  var width: Int { reaches[0] }

  /// Draws the disc.
  ///
  /// - Parameters:
  ///   - radius: the distance, in the unit of the cell's sides.
  ///   - cell: the sides of a cell.
  ///   - grid: where it is to lie: a disc that is larger is cut, and ``isWithin(_:)`` says so.
  init(radius: Double, cell: CellSides, on grid: Grid) {
    let rows = Int(min(radius / cell.height, Double(grid.rows)))
    reaches = (0...rows).map { row in
      let y = Double(row) * cell.height
      func isInside(_ column: Int) -> Bool {
        let x = Double(column) * cell.width
        return x * x + y * y <= radius * radius
      }
      var reach = Int(
        min(max(0, radius * radius - y * y).squareRoot() / cell.width, Double(grid.columns)))
      // The root may be rounded to the wrong side of a whole number.
      while reach > 0, !isInside(reach) { reach -= 1 }
      while reach < grid.columns, isInside(reach + 1) { reach += 1 }
      return reach
    }
  }

  /// Whether the disc of any cell lies on the grid as a whole.
  func isWithin(_ grid: Grid) -> Bool {
    2 * height + 1 <= grid.rows && 2 * width + 1 <= grid.columns
  }
}
