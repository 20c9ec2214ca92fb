import Drawing

/// The cells that a map shows, few enough to be drawn one by one.
public struct MapLayer: Sendable, Equatable {
  /// What the cells hold.
  public enum Content: Sendable, Equatable {
    /// A value for each cell, not a number for no data.
    case values([Float], ValueScale)
    /// A class for each cell, counted from 0, and 255 for no data.
    case classes([UInt8], ClassScheme)
  }

  /// Cells in a row.
  public let columns: Int
  /// Rows.
  public let rows: Int
  /// The cells, row by row from the north-west.
  public let content: Content

  /// Creates a layer.
  ///
  /// - Precondition: `columns` × `rows` cells, classes within the scheme.
  public init(columns: Int, rows: Int, _ content: Content) {
    self.columns = columns
    self.rows = rows
    self.content = content
    switch content {
    case .values(let values, _):
      precondition(values.count == columns * rows, "\(values.count) cells for \(columns) x \(rows)")
    case .classes(let cells, let scheme):
      precondition(cells.count == columns * rows, "\(cells.count) cells for \(columns) x \(rows)")
      precondition(
        cells.allSatisfy { $0 == 255 || Int($0) < scheme.labels.count },
        "class \(cells.filter { $0 != 255 }.max() ?? 0) of \(scheme.labels.count)")
    }
  }

  /// The share of cells without data.
  var shareWithoutData: Double {
    let missing =
      switch content {
      case .values(let values, _): values.count { !$0.isFinite }
      case .classes(let cells, _): cells.count { $0 == 255 }
      }
    return columns * rows == 0 ? 0 : Double(missing) / Double(columns * rows)
  }

  /// The cells as a picture; no data is clear.
  var image: PixelImage {
    switch content {
    case .values(let values, let scale):
      PixelImage(
        columns: columns, rows: rows, palette: scale.palette, indices: values.map(scale.index))
    case .classes(let cells, let scheme):
      PixelImage(
        columns: columns, rows: rows, palette: [.clear] + scheme.colors,
        indices: cells.map { $0 == 255 ? 0 : $0 + 1 })
    }
  }
}
