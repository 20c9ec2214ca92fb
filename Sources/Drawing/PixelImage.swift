/// A picture made of cells, each of one colour of a palette; row by row from the upper left.
public struct PixelImage: Sendable, Equatable {
  /// Cells in a row.
  public let columns: Int
  /// Rows.
  public let rows: Int
  /// The cells' contents.
  public let content: Content

  /// How the colours of cells are given.
  public enum Content: Sendable, Equatable {
    /// A palette of at most 256 colours and, for each cell, the index of its colour.
    case indexed(palette: [Color], indices: [UInt8])
    /// Red, green, blue and opacity of each cell.
    case channels([UInt8])
  }

  /// Creates a picture of palette colours.
  public init(columns: Int, rows: Int, palette: [Color], indices: [UInt8]) {
    precondition(
      indices.count == columns * rows,
      "a picture of \(columns) x \(rows) got \(indices.count) cells")
    precondition((1...256).contains(palette.count), "a palette of \(palette.count) colours")
    let highest = Int(indices.max() ?? 0)
    precondition(highest < palette.count, "index \(highest) in a palette of \(palette.count)")
    self.columns = columns
    self.rows = rows
    self.content = .indexed(palette: palette, indices: indices)
  }

  /// Creates a picture from four bytes a cell: red, green, blue, opacity.
  public init(columns: Int, rows: Int, channels: [UInt8]) {
    precondition(
      channels.count == 4 * columns * rows,
      "a picture of \(columns) x \(rows) got \(channels.count) bytes, not four a cell")
    self.columns = columns
    self.rows = rows
    self.content = .channels(channels)
  }
}
