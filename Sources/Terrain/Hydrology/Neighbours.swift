import Rasters

/// The eight neighbours of a cell, numbered clockwise from north-east: the order in which ties are
/// broken.
struct Neighbours: Sendable {
  /// Columns to the east of each neighbour.
  static let east = [1, 1, 1, 0, -1, -1, -1, 0]
  /// Rows to the south of each neighbour.
  static let south = [-1, 0, 1, 1, 1, 0, -1, -1]

  /// How far each neighbour is in a list of the cells.
  let offsets: InlineArray<8, Int>
  /// How far each neighbour's centre is, in the grid's units.
  let distances: InlineArray<8, Double>
  private let columns: Int
  private let rows: Int

  /// Measures the neighbours on a grid.
  init(of grid: Grid) {
    columns = grid.columns
    rows = grid.rows
    let columns = grid.columns
    offsets = InlineArray { Self.south[$0] * columns + Self.east[$0] }
    distances = InlineArray { number in
      let x = Double(Self.east[number]) * grid.cellWidth
      let y = Double(Self.south[number]) * grid.cellHeight
      return (x * x + y * y).squareRoot()
    }
  }

  /// Whether a cell has a neighbour of this number.
  func has(_ number: Int, column: Int, row: Int) -> Bool {
    let x = column + Self.east[number]
    let y = row + Self.south[number]
    return x >= 0 && x < columns && y >= 0 && y < rows
  }
}
