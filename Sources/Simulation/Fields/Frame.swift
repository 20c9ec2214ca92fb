/// A rectangle of square cells, row by row from the north-west, without a place on Earth.
struct Frame: Sendable, Hashable {
  /// The number of columns.
  let columns: Int
  /// The number of rows.
  let rows: Int
  /// The side of a cell, metres.
  let cell: Double

  /// The number of cells.
  var count: Int { columns * rows }

  /// The centre of a cell: metres to the east and to the south of the north-western corner.
  func center(of index: Int) -> SIMD2<Double> {
    SIMD2(Double(index % columns) + 0.5, Double(index / columns) + 0.5) * cell
  }

  /// The cell that holds a point; none outside.
  func index(at point: SIMD2<Double>) -> Int? {
    let (column, row) = ((point.x / cell).rounded(.down), (point.y / cell).rounded(.down))
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return Int(row) * columns + Int(column)
  }

  /// One value for each cell.
  func map<Value>(_ value: (Int) -> Value) -> [Value] { (0..<count).map(value) }

  /// The cells beside one, in a fixed order: four that share an edge, then four that share a corner.
  func neighbours(of index: Int, _ body: (_ neighbour: Int, _ isDiagonal: Bool) -> Void) {
    let (column, row) = (index % columns, index / columns)
    let (west, east, north, south) = (column > 0, column + 1 < columns, row > 0, row + 1 < rows)
    if north { body(index - columns, false) }
    if west { body(index - 1, false) }
    if east { body(index + 1, false) }
    if south { body(index + columns, false) }
    if north, west { body(index - columns - 1, true) }
    if north, east { body(index - columns + 1, true) }
    if south, west { body(index + columns - 1, true) }
    if south, east { body(index + columns + 1, true) }
  }
}
