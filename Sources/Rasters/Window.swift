/// A rectangle of cells of a raster.
public struct Window: Sendable, Hashable, Codable {
  /// The first column.
  public let column: Int
  /// The first row.
  public let row: Int
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int

  /// Creates the window of `columns` × `rows` cells whose north-west cell is at `column`, `row`.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    precondition(columns >= 0 && rows >= 0, "window of \(columns) x \(rows) cells")
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }

  /// The number of cells.
  public var count: Int { columns * rows }

  /// The part that two windows share; of no columns or rows where they do not meet.
  public func intersection(_ other: Window) -> Window {
    let left = max(column, other.column)
    let top = max(row, other.row)
    let right = min(column + columns, other.column + other.columns)
    let bottom = min(row + rows, other.row + other.rows)
    return Window(column: left, row: top, columns: max(0, right - left), rows: max(0, bottom - top))
  }

  /// The window with `cells` more on each side.
  public func grown(by cells: Int) -> Window {
    Window(
      column: column - cells, row: row - cells, columns: columns + 2 * cells, rows: rows + 2 * cells
    )
  }
}
