import Rasters

/// Visits the cells of a field from where water leaves the raster inwards, the lowest first.
///
/// Working memory: 1 byte a cell, and 8 a cell of the front.
///
/// - Source: Barnes, Lehman & Mulla (2014), doi:10.1016/j.cageo.2013.04.024.
struct PriorityFlood {
  /// The neighbour from which each cell was reached; 8 for those from which water leaves, 10 without
  /// data.
  let origins: ScratchCells<UInt8>
  private static let unreached: UInt8 = 9
  private let field: ElevationField
  private let neighbours: Neighbours

  /// Takes room.
  init(of field: ElevationField) throws {
    self.field = field
    neighbours = Neighbours(of: field.grid)
    origins = try ScratchCells(field.grid.count, folder: field.scratch)
  }

  /// Visits every cell with data.
  ///
  /// - Parameter arrive: is given a cell that is reached, and the one from which it is (none where
  ///   water leaves); returns the level at which the flood goes on from there.
  func run(_ arrive: (_ cell: Int, _ from: Int?) -> Float) {
    let columns = field.grid.columns
    var queue = LevelQueue()
    for row in 0..<field.grid.rows {
      for column in 0..<columns {
        let cell = row * columns + column
        if field.start[cell].isNaN {
          origins.start[cell] = DrainageDirections.noData
        } else if isOutlet(cell, column, row) {
          origins.start[cell] = DrainageDirections.outside
          queue.add(UInt32(truncatingIfNeeded: cell), at: arrive(cell, nil))
        } else {
          origins.start[cell] = Self.unreached
        }
      }
    }
    while let (_, number) = queue.takeLowest() {
      let cell = Int(number)
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      for k in 0..<8 where neighbours.has(k, column: column, row: row) {
        let other = cell + neighbours.offsets[k]
        guard origins.start[other] == Self.unreached else { continue }
        origins.start[other] = UInt8((k + 4) & 7)
        queue.add(UInt32(truncatingIfNeeded: other), at: arrive(other, cell))
      }
    }
  }

  private func isOutlet(_ cell: Int, _ column: Int, _ row: Int) -> Bool {
    for k in 0..<8 {
      guard neighbours.has(k, column: column, row: row),
        !field.start[cell + neighbours.offsets[k]].isNaN
      else { return true }
    }
    return false
  }
}

extension ElevationField {
  /// Raises each cell of sinks, and of level areas, to the least number above the cell through which
  /// its water leaves, so that every cell has a lower neighbour or an outlet.
  ///
  /// - Returns: how much was changed.
  /// - Throws: ``RasterError/system(file:action:errno:)`` where there is no room.
  /// - Source: Barnes, Lehman & Mulla (2014), algorithm 3, doi:10.1016/j.cageo.2013.04.024.
  @discardableResult
  public func fillSloping() throws -> SinkChange {
    var change = SinkChange()
    let cells = start
    try PriorityFlood(of: self).run { cell, from in
      let before = cells[cell]
      if let from { cells[cell] = max(before, cells[from].nextUp) }
      change.add(before, cells[cell])
      return cells[cell]
    }
    return change
  }
}
