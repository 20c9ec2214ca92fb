public import Numerics
import Rasters

extension DrainageDirections {
  /// The cells with data in an order in which each comes after all that drain to it.
  ///
  /// Taken backwards, each cell comes after the one that it drains to. The order depends on the
  /// directions alone. Working memory: 4 bytes a cell.
  ///
  /// - Parameter threads: how many threads may work; it does not change the result.
  /// - Returns: the numbers of the cells, counted row by row from the north-west.
  public func downstreamOrder(threads: Int = ThreadLimit.current) -> [UInt32] {
    let waiting = Waiting(self, threads: threads)
    defer { waiting.end(threads: threads) }
    return [UInt32](unsafeUninitializedCapacity: grid.count) { order, count in
      for source in 0..<grid.count where waiting.codes[source] < Waiting.one {
        var cell = source
        while waiting.codes[cell] != Self.noData {
          order[count] = UInt32(truncatingIfNeeded: cell)
          count += 1
          waiting.codes[cell] |= ~Self.mask
          guard case .cell(let next) = target(of: cell), waiting.take(next) else { break }
          cell = next
        }
      }
    }
  }
}
