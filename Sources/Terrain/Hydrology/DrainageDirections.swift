import CKernels
public import Numerics
public import Rasters

/// Which neighbour each cell of a field drains to: the steepest descent of eight (D8).
///
///     to the neighbour with the largest (z − zᵢ) / dᵢ > 0, d the distance of the centres
///
/// Of equal descents, the first clockwise from north-east. A cell with no lower neighbour drains off the
/// raster where it lies at the edge or beside no data; in a level area it drains to an equal
/// neighbour, by the fewest steps to where the area drains from; else it is a sink. A field whose
/// sinks are filled has none left.
///
/// Working memory: 1 byte a cell, and while level areas are looked at 4 more for each of their cells.
///
/// Unchecked: after it is made, ``UpslopeCells`` alone writes to it, and leaves it as it was.
///
/// - Source: O'Callaghan & Mark (1984), doi:10.1016/S0734-189X(84)80011-0.
public final class DrainageDirections: @unchecked Sendable {
  /// Where a cell drains to.
  public enum Target: Sendable, Hashable {
    /// The cell with this number, counted row by row from the north-west.
    case cell(Int)
    /// Off the raster.
    case outside
    /// Nowhere: the bottom of a sink that was not filled.
    case nowhere
    /// There is no data.
    case noData
  }

  /// The low four bits are the neighbour's number, or one of these codes.
  static let outside: UInt8 = 8
  static let nowhere: UInt8 = 9
  static let noData: UInt8 = 10
  /// The bits of the code; the others are room for ``UpslopeCells`` to count in.
  static let mask: UInt8 = 0x0F

  /// The field's grid.
  public let grid: Grid
  let codes: ScratchCells<UInt8>
  let neighbours: Neighbours

  /// Finds the directions of a field.
  ///
  /// - Parameters:
  ///   - field: the elevations; fill its sinks first, or some cells drain nowhere.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Throws: ``RasterError/system(file:action:errno:)`` where there is no room.
  public init(of field: ElevationField, threads: Int = ThreadLimit.current) throws {
    grid = field.grid
    neighbours = Neighbours(of: grid)
    codes = try ScratchCells(grid.count, folder: field.scratch)
    let descent = SteepestDescent(field, neighbours)
    let codes = codes
    let level = Strips(of: grid.rows, threads: threads).map { _, rows in
      rows.reduce(into: [UInt32]()) { level, row in
        descent.find(row: row, into: codes.start, level: &level)
      }
    }
    drainLevelAreas(field, level.flatMap { $0 })
  }

  /// Where a cell drains to.
  public func target(of cell: Int) -> Target {
    let code = codes.cells[cell] & Self.mask
    switch code {
    case 0..<8: return .cell(cell + neighbours.offsets[Int(code)])
    case Self.outside: return .outside
    case Self.nowhere: return .nowhere
    default: return .noData
    }
  }

  /// How far it is to the neighbour that a cell drains to, in the grid's units; none where it drains
  /// to no cell.
  public func distance(of cell: Int) -> Double? {
    let code = codes.cells[cell] & Self.mask
    return code < 8 ? neighbours.distances[Int(code)] : nil
  }

  /// Directs the cells of level areas to where these drain from.
  private func drainLevelAreas(_ field: ElevationField, _ level: [UInt32]) {
    let columns = grid.columns
    let codes = codes.start
    let elevations = field.start
    // The cells beside one of the same level that drains already are one step away from it.
    var reached: [(cell: UInt32, code: UInt8)] = []
    for number in level {
      let cell = Int(number)
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      for k in 0..<8 where neighbours.has(k, column: column, row: row) {
        let other = cell + neighbours.offsets[k]
        if codes[other] <= Self.outside, elevations[other] == elevations[cell] {
          reached.append((number, UInt8(k)))
          break
        }
      }
    }
    for (cell, code) in reached { codes[Int(cell)] = code }
    // First come, first served: each cell is met by the fewest steps.
    var next = 0
    while next < reached.count {
      let cell = Int(reached[next].cell)
      next += 1
      let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
      for k in 0..<8 where neighbours.has(k, column: column, row: row) {
        let other = cell + neighbours.offsets[k]
        if codes[other] == Self.nowhere, elevations[other] == elevations[cell] {
          let back = UInt8((k + 4) & 7)
          codes[other] = back
          reached.append((UInt32(other), back))
        }
      }
    }
  }
}

/// The neighbour down to which it is steepest.
private struct SteepestDescent: Sendable {
  private let field: ElevationField
  private let columns: Int
  private let rows: Int
  private let neighbours: Neighbours
  /// One over the distance of each neighbour.
  private let nearness: [Double]
  private let processor = scarp_kernel_level()

  init(_ field: ElevationField, _ neighbours: Neighbours) {
    self.field = field
    self.neighbours = neighbours
    columns = field.grid.columns
    rows = field.grid.rows
    nearness = (0..<8).map { 1 / neighbours.distances[$0] }
  }

  /// Finds the codes of a row, and adds its cells without lower neighbour and outlet to `level`.
  func find(row: Int, into codes: UnsafeMutablePointer<UInt8>, level: inout [UInt32]) {
    let first = row * columns
    if row > 0, row < rows - 1, columns > 2 {
      let north = UnsafePointer(field.start + (first - columns))
      let inner = scarp_rows(
        north: north, middle: north + columns, south: north + 2 * columns, count: columns - 2)
      nearness.withUnsafeBufferPointer {
        scarp_descents(processor, inner, $0.baseAddress, codes + (first + 1))
      }
      codes[first] = code(column: 0, row: row)
      codes[first + columns - 1] = code(column: columns - 1, row: row)
    } else {
      for column in 0..<columns { codes[first + column] = code(column: column, row: row) }
    }
    for cell in first..<first + columns where codes[cell] == DrainageDirections.nowhere {
      level.append(UInt32(truncatingIfNeeded: cell))
    }
  }

  private func code(column: Int, row: Int) -> UInt8 {
    let cell = row * columns + column
    let elevation = field.start[cell]
    if elevation.isNaN { return DrainageDirections.noData }
    var best = 0.0
    var code = DrainageDirections.nowhere
    var isOutlet = false
    for k in 0..<8 {
      guard neighbours.has(k, column: column, row: row) else {
        isOutlet = true
        continue
      }
      let other = field.start[cell + neighbours.offsets[k]]
      if other.isNaN { isOutlet = true }
      // No data is no descent: a comparison with it fails.
      let descent = (Double(elevation) - Double(other)) * nearness[k]
      if descent > best {
        best = descent
        code = UInt8(k)
      }
    }
    return code == DrainageDirections.nowhere && isOutlet ? DrainageDirections.outside : code
  }
}
