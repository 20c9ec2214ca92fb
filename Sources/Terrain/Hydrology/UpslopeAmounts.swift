public import Numerics
import Rasters

/// How many cells drain through each cell, with itself, where a cell's water may be divided.
///
/// Cells give what they have got once all that drain to them have given; the order depends on the
/// elevations alone, so that the sums are the same on any machine. Working memory: 8 bytes a cell
/// beside the field and the directions, 13 with them.
///
/// Unchecked: nothing is written after it is made.
public final class UpslopeAmounts: @unchecked Sendable {
  private let amounts: ScratchCells<Double>

  /// Adds up along the shares of a method.
  ///
  /// - Parameters:
  ///   - method: how a cell's water is shared.
  ///   - field: the elevations, whose sinks are filled.
  ///   - directions: the field's directions, which carry water over level areas.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Throws: ``RasterError/system(file:action:errno:)`` where there is no room.
  public init(
    by method: FlowMethod, on field: ElevationField, _ directions: DrainageDirections,
    threads: Int = ThreadLimit.current
  ) throws {
    let grid = field.grid
    amounts = try ScratchCells(grid.count, folder: field.scratch)
    let sums = amounts.start
    let flow = FlowShares(method, on: field, directions)
    let offsets = directions.neighbours.offsets
    let waiting = Waiting(directions, threads: threads) { cell, column, row in
      flow.shares(of: cell, column, row) .> 0
    }
    let codes = waiting.codes
    for cell in 0..<grid.count {
      sums[cell] = codes[cell] & DrainageDirections.mask == DrainageDirections.noData ? 0 : 1
    }
    var ready: [UInt32] = []
    for source in 0..<grid.count where codes[source] < Waiting.one {
      ready.append(UInt32(truncatingIfNeeded: source))
      while let next = ready.popLast() {
        let cell = Int(next)
        codes[cell] |= ~DrainageDirections.mask
        let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
        let shares = flow.shares(of: cell, column, row)
        for k in 0..<8 where shares[k] > 0 {
          let other = cell + offsets[k]
          sums[other] += shares[k] * sums[cell]
          if waiting.take(other) { ready.append(UInt32(truncatingIfNeeded: other)) }
        }
      }
    }
    waiting.end(threads: threads)
  }

  /// The amount of a cell, numbered row by row from the north-west; 0 where there is no data.
  public subscript(cell: Int) -> Double { amounts.cells[cell] }
}
