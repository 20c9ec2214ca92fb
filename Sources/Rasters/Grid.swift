/// Where the cells of a raster lie: north-up, of equal size, in one coordinate system.
public struct Grid: Sendable, Hashable, Codable {
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  /// The x coordinate of the western edge.
  public let west: Double
  /// The y coordinate of the northern edge.
  public let north: Double
  /// The width of a cell in units of the coordinate system, positive.
  public let cellWidth: Double
  /// The height of a cell in units of the coordinate system, positive.
  public let cellHeight: Double
  /// The coordinate system.
  public let crs: CoordinateSystem

  /// Creates a grid.
  ///
  /// - Precondition: at least one cell, of positive size.
  public init(
    columns: Int, rows: Int, west: Double, north: Double, cellWidth: Double, cellHeight: Double,
    crs: CoordinateSystem
  ) {
    precondition(columns > 0 && rows > 0, "grid of \(columns) x \(rows) cells")
    precondition(
      cellWidth > 0 && cellHeight > 0, "grid with cells of \(cellWidth) by \(cellHeight)")
    self.columns = columns
    self.rows = rows
    self.west = west
    self.north = north
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.crs = crs
  }

  /// The number of cells.
  public var count: Int { columns * rows }
  /// The x coordinate of the eastern edge.
  public var east: Double { west + Double(columns) * cellWidth }
  /// The y coordinate of the southern edge.
  public var south: Double { north - Double(rows) * cellHeight }
  /// All cells.
  public var window: Window { Window(column: 0, row: 0, columns: columns, rows: rows) }
  /// The area of a cell, m²; none where coordinates are degrees.
  public var cellArea: Double? {
    crs.metresPerUnit.map { cellWidth * cellHeight * $0 * $0 }
  }

  /// The cell that holds a point; none outside.
  ///
  /// A point on the edge of two cells belongs to the eastern, southern one, so the grid's own east
  /// and south edges lie outside.
  public func cell(x: Double, y: Double) -> (column: Int, row: Int)? {
    let column = ((x - west) / cellWidth).rounded(.down)
    let row = ((north - y) / cellHeight).rounded(.down)
    guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
    return (Int(column), Int(row))
  }

  /// How far from the origin of its coordinate system anything on the Earth can lie, in any unit.
  public static let farthest = 1e9
  /// The smallest cell, in any unit, and as a share of the coordinates: smaller ones cannot be told
  /// apart.
  private static let smallestCell = (size: 1e-9, share: 1e-12)

  /// Whether a grid lies on the Earth and its cells can be told apart: what says otherwise of itself
  /// is no raster of a place.
  public var isOnEarth: Bool {
    let reach = max(abs(west), abs(east), abs(north), abs(south))
    let least = max(Self.smallestCell.size, reach * Self.smallestCell.share)
    return reach <= Self.farthest && min(cellWidth, cellHeight) >= least
  }

  /// The coordinates of a cell's centre.
  public func center(column: Int, row: Int) -> SIMD2<Double> {
    SIMD2(
      west + (Double(column) + 0.5) * cellWidth,
      north - (Double(row) + 0.5) * cellHeight)
  }

  /// Whether the cells of two grids are the same places.
  ///
  /// They are of one shape and coordinate system, and no corner is further apart than `tolerance`
  /// of a cell. The default, a thousandth, is far above the rounding of coordinates in files and
  /// far below a shift that matters.
  public func matches(_ other: Grid, tolerance: Double = 1e-3) -> Bool {
    guard columns == other.columns, rows == other.rows, crs == other.crs else { return false }
    let x = tolerance * cellWidth
    let y = tolerance * cellHeight
    return abs(west - other.west) <= x && abs(east - other.east) <= x
      && abs(north - other.north) <= y && abs(south - other.south) <= y
  }

  /// The grid in a few words: “383 x 415 cells of 10 m, EPSG:32717”.
  public func describe() -> String {
    let unit = crs.isGeographic ? "degrees" : (crs.metresPerUnit == 1 ? "m" : "units")
    let width = Self.short(cellWidth)
    let height = Self.short(cellHeight)
    let size = width == height ? width : "\(width) by \(height)"
    return "\(columns) x \(rows) cells of \(size) \(unit), \(crs.label)"
  }

  /// The number without “.0”.
  static func short(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Why two grids do not match, both values told; none where they match.
  public func difference(from other: Grid, tolerance: Double = 1e-3) -> String? {
    if matches(other, tolerance: tolerance) { return nil }
    if crs != other.crs { return "\(crs.label) and \(other.crs.label)" }
    let first = describe()
    let second = other.describe()
    if first != second { return "\(first) and \(second)" }
    return "north-west corners \(Self.short(west)) E, \(Self.short(north)) N and "
      + "\(Self.short(other.west)) E, \(Self.short(other.north)) N"
  }
}
