/// What a raster file says of itself, read without its cells.
public struct RasterHeader: Sendable, Hashable, Codable {
  /// What the file says of one band.
  public struct Band: Sendable, Hashable, Codable {
    /// The description in the file, often empty.
    public let name: String
    /// The type of the stored numbers, “Float32”.
    public let type: String
    /// The declared no-data value, as the file's text of it (“-9999”, “nan”); none undeclared.
    public let noData: String?
    /// The width of the file's blocks, cells.
    public let blockColumns: Int
    /// The height of the file's blocks, cells.
    public let blockRows: Int

    /// Creates a band's facts.
    public init(name: String, type: String, noData: String?, blockColumns: Int, blockRows: Int) {
      self.name = name
      self.type = type
      self.noData = noData
      self.blockColumns = blockColumns
      self.blockRows = blockRows
    }
  }

  /// Where the cells lie.
  public let grid: Grid
  /// The bands, in the file's order.
  public let bands: [Band]

  /// Creates a header.
  public init(grid: Grid, bands: [Band]) {
    self.grid = grid
    self.bands = bands
  }
}
