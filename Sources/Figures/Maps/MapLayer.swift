import Drawing

/// The cells that a map shows, few enough to be drawn one by one.
public struct MapLayer: Sendable, Equatable {
  /// What the cells hold.
  public enum Content: Sendable, Equatable {
    /// A value for each cell, not a number for no data.
    case values([Float], ValueScale)
    /// A class for each cell, counted from 0, and 255 for no data.
    case classes([UInt8], ClassScheme)
    /// Red, green, blue and opacity of each cell, of a satellite image.
    case colors([UInt8])
  }

  /// Cells in a row.
  public let columns: Int
  /// Rows.
  public let rows: Int
  /// How many columns, of ``columns``, lie on the map: the last may hang over its edge where
  /// cells stand for blocks of smaller ones.
  public let shownColumns: Double
  /// How many rows, of ``rows``, lie on the map.
  public let shownRows: Double
  /// The cells, row by row from the north-west.
  public let content: Content
  /// Light and shade beneath the colours, cell by cell.
  public let relief: Relief?

  /// Creates a layer.
  ///
  /// - Precondition: `columns` × `rows` cells, also of the relief, classes within the scheme.
  public init(
    columns: Int, rows: Int, shownColumns: Double? = nil, shownRows: Double? = nil,
    relief: Relief? = nil, _ content: Content
  ) {
    self.columns = columns
    self.rows = rows
    self.shownColumns = shownColumns ?? Double(columns)
    self.shownRows = shownRows ?? Double(rows)
    self.content = content
    self.relief = relief
    if let relief {
      precondition(
        relief.brightness.count == columns * rows,
        "\(relief.brightness.count) cells of light for \(columns) x \(rows)")
    }
    switch content {
    case .values(let values, _):
      precondition(values.count == columns * rows, "\(values.count) cells for \(columns) x \(rows)")
    case .classes(let cells, let scheme):
      precondition(cells.count == columns * rows, "\(cells.count) cells for \(columns) x \(rows)")
      precondition(
        cells.allSatisfy { $0 == 255 || Int($0) < scheme.labels.count },
        "class \(cells.filter { $0 != 255 }.max() ?? 0) of \(scheme.labels.count)")
    case .colors(let channels):
      precondition(
        channels.count == 4 * columns * rows, "\(channels.count) bytes for \(columns) x \(rows)")
    }
  }

  /// The share of cells without data.
  var shareWithoutData: Double {
    let missing =
      switch content {
      case .values(let values, _): values.count { !$0.isFinite }
      case .classes(let cells, _): cells.count { $0 == 255 }
      case .colors(let channels):
        stride(from: 3, to: channels.count, by: 4).count { channels[$0] == 0 }
      }
    return columns * rows == 0 ? 0 : Double(missing) / Double(columns * rows)
  }

  /// The cells as a picture.
  var image: PixelImage {
    switch content {
    case .values(let values, let scale):
      picture(scale.palette, values.map(scale.index))
    case .classes(let cells, let scheme):
      picture([ClassPalette.noData] + scheme.colors, cells.map { $0 == 255 ? 0 : $0 + 1 })
    case .colors(let channels):
      PixelImage(columns: columns, rows: rows, channels: channels)
    }
  }

  private func picture(_ palette: [Color], _ indices: [UInt8]) -> PixelImage {
    relief?.image(columns: columns, rows: rows, palette: palette, indices: indices)
      ?? PixelImage(columns: columns, rows: rows, palette: palette, indices: indices)
  }
}
