/// What area is wanted: how large, and by which random numbers.
public struct AreaPlan: Sendable, Hashable {
  /// The seed of all that is random.
  public let seed: UInt64
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  /// The side of a cell, metres.
  public let cell: Double
  /// Whether images from before and after the landslides are wanted too.
  public let hasImages: Bool

  /// The plan of the area “quickstart” where nothing else is asked for: 10 km by 8 km.
  public static let standard = AreaPlan(
    uncheckedSeed: 1, columns: 500, rows: 400, cell: 20, hasImages: false)

  /// Plans an area.
  ///
  /// - Throws: ``SimulationFault/badSize(what:found:expected:)`` where a side has fewer than 100 or
  ///   more than 2,000 cells, or a cell is not 10 m to 40 m wide.
  public init(
    seed: UInt64 = 1, columns: Int = 500, rows: Int = 400, cell: Double = 20,
    hasImages: Bool = false
  ) throws(SimulationFault) {
    for (what, count) in [("columns", columns), ("rows", rows)]
    where !(100...2000).contains(count) {
      throw .badSize(what: what, found: "\(count)", expected: "100 to 2000")
    }
    guard (10...40).contains(cell) else {
      throw .badSize(what: "cell", found: "\(cell) m", expected: "10 m to 40 m")
    }
    self.init(
      uncheckedSeed: seed, columns: columns, rows: rows, cell: cell, hasImages: hasImages)
  }

  private init(
    uncheckedSeed seed: UInt64, columns: Int, rows: Int, cell: Double, hasImages: Bool
  ) {
    (self.seed, self.columns, self.rows, self.cell) = (seed, columns, rows, cell)
    self.hasImages = hasImages
  }
}
