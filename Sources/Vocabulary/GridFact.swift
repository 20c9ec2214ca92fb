/// What the checker knows of the grid of a value.
///
/// A grid read from a file that is there is known whole; one of a file that is not there is a symbol,
/// of which a `check cell of …` may still state the cell.
public struct GridFact: Sendable, Hashable, Codable {
  /// The name of the value that brought the grid into the notebook.
  public let origin: String
  /// The size, place and reference system, where the file is there.
  public let extent: Extent?

  /// Creates the fact.
  public init(origin: String, extent: Extent? = nil) {
    self.origin = origin
    self.extent = extent
  }

  /// The whole of a known grid.
  public struct Extent: Sendable, Hashable, Codable {
    /// Columns.
    public let columns: Int
    /// Rows.
    public let rows: Int
    /// The west edge, in units of the reference system.
    public let west: Double
    /// The north edge, in units of the reference system.
    public let north: Double
    /// The width of a cell, in units of the reference system.
    public let cellWidth: Double
    /// The height of a cell, positive.
    public let cellHeight: Double
    /// The reference system's name, for example `EPSG:32717`.
    public let crs: String
    /// Whether its units are degrees of longitude and latitude.
    public let isGeographic: Bool

    /// Creates an extent.
    public init(
      columns: Int, rows: Int, west: Double, north: Double, cellWidth: Double, cellHeight: Double,
      crs: String, isGeographic: Bool
    ) {
      self.columns = columns
      self.rows = rows
      self.west = west
      self.north = north
      self.cellWidth = cellWidth
      self.cellHeight = cellHeight
      self.crs = crs
      self.isGeographic = isGeographic
    }

    /// The grid in words, for messages.
    public var text: String {
      let cell = Quantity.plain(cellWidth) + (isGeographic ? "°" : " m")
      return "\(columns) x \(rows) cells of \(cell), north-west corner "
        + "\(Quantity.plain(west)), \(Quantity.plain(north)), \(crs)"
    }
  }
}

/// What the header of an input file says.
public struct FileFacts: Sendable, Codable, Equatable {
  /// The grid, of a raster.
  public var grid: GridFact.Extent?
  /// The number of bands, of a raster.
  public var bands: Int?
  /// The names of columns or fields, of a table or of features.
  public var columns: [String]?
  /// The number of rows or features.
  public var count: Int?
  /// The reference system, of features.
  public var crs: String?
  /// Whether the reference system counts in degrees.
  public var isGeographic: Bool?
  /// The different values of each column that has at most 64 of them, in ascending order, and how
  /// often each occurs.
  public var levels: [String: [Level]]?
  /// The geometry of features: `points`, `lines` or `areas`.
  public var geometry: String?

  /// One value of a column and its count.
  public struct Level: Sendable, Codable, Equatable {
    /// The value as the file spells it.
    public let value: String
    /// In how many rows it stands.
    public let count: Int

    /// Creates a level.
    public init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// Creates facts with nothing known.
  public init() {}
}
