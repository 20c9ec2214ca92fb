import Rasters

/// A stretch of a stream: from its head or a confluence down to the next confluence or its end.
public struct StreamLink: Sendable, Hashable {
  /// The centres of its cells, downstream; the last is the confluence's.
  public var points: [SIMD2<Double>]
  /// Its order after Strahler: 1 from a head; one more than its tributaries' highest where two of
  /// them have that, else the same.
  public var order: Int
  /// The number of cells that drain through the last of its own cells.
  public var cells: Int
}

/// Finds the stretches of the streams of a DEM, each after those that flow into it.
///
/// A stream begins where more than `threshold` cells drain through a cell. A stretch of one cell, at
/// the raster's edge, is no line and is left out.
///
/// - Parameters:
///   - directions: where each cell drains to.
///   - counts: how many cells drain through each.
///   - threshold: how many cells make a stream, not with itself.
/// - Returns: the stretches, in an order that depends on the directions alone.
/// - Source: Strahler (1957), doi:10.1029/TR038i006p00913.
public func streamLinks(
  of directions: DrainageDirections, _ counts: UpslopeCells, above threshold: Double
) -> [StreamLink] {
  let grid = directions.grid
  var confluences: [Int: Confluence] = [:]
  var heads: [Int] = []
  for cell in 0..<grid.count where Double(counts[cell]) > threshold {
    let feeders = directions.feeders(of: cell).count { Double(counts[$0]) > threshold }
    if feeders == 0 { heads.append(cell) }
    if feeders > 1 { confluences[cell] = Confluence(awaited: feeders) }
  }
  var links: [StreamLink] = []
  for head in heads {
    var start = head
    var order = 1
    while true {
      var link = StreamLink(points: [grid.center(of: start)], order: order, cells: counts[start])
      var cell = start
      var isMet = false
      while case .cell(let next) = directions.target(of: cell), !isMet {
        link.points.append(grid.center(of: next))
        isMet = confluences[next] != nil
        if !isMet { link.cells = counts[next] }
        cell = next
      }
      if link.points.count > 1 { links.append(link) }
      // The stretch below a confluence is taken on from the last of its tributaries.
      guard isMet, let whole = confluences[cell]?.take(order) else { break }
      (start, order) = (cell, whole)
    }
  }
  return links
}

/// Where stretches meet.
private struct Confluence {
  /// How many tributaries are still to come.
  var awaited: Int
  private var highest = 0
  private var count = 0

  init(awaited: Int) { self.awaited = awaited }

  /// Takes in a tributary's order; the order below once all are in.
  mutating func take(_ order: Int) -> Int? {
    awaited -= 1
    if order > highest { (highest, count) = (order, 0) }
    if order == highest { count += 1 }
    return awaited > 0 ? nil : (count > 1 ? highest + 1 : highest)
  }
}

extension Grid {
  /// The centre of the cell with this number.
  fileprivate func center(of cell: Int) -> SIMD2<Double> {
    center(column: cell % columns, row: cell / columns)
  }
}

extension DrainageDirections {
  /// The neighbours that drain to a cell, clockwise from north-east.
  func feeders(of cell: Int) -> [Int] {
    let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
    return (0..<8).compactMap { k in
      guard neighbours.has(k, column: column, row: row) else { return nil }
      let other = cell + neighbours.offsets[k]
      return codes.start[other] & Self.mask == UInt8((k + 4) & 7) ? other : nil
    }
  }
}
