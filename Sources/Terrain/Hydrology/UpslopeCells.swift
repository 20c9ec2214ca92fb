public import Numerics
import Rasters

/// How many cells drain through each cell, with itself.
///
/// Working memory: 4 bytes a cell beside the directions.
///
/// Unchecked: nothing is written after it is made.
public final class UpslopeCells: @unchecked Sendable {
  private let counts: ScratchCells<UInt32>

  /// Counts along the directions, each cell once it has got all that drains to it.
  ///
  /// - Parameters:
  ///   - directions: where each cell drains to.
  ///   - scratch: a folder for files without names, used where memory is short.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Throws: ``RasterError/system(file:action:errno:)`` where there is no room.
  public init(
    of directions: DrainageDirections, scratch: String? = nil,
    threads: Int = ThreadLimit.current
  ) throws {
    let grid = directions.grid
    let counts = try ScratchCells<UInt32>(grid.count, folder: scratch)
    self.counts = counts
    let waiting = Waiting(directions, threads: threads)
    let strips = Strips(of: grid.rows, threads: threads)
    let left = strips.map { _, rows in
      Self.drain(
        rows.lowerBound * grid.columns..<rows.upperBound * grid.columns, counts.start,
        waiting.codes, directions.neighbours.offsets)
    }
    // What goes from strip to strip is taken on here; sums of whole numbers know no order.
    for (cell, count) in left.joined() {
      counts.start[cell] += count
      if waiting.take(cell) {
        _ = Self.drain(
          from: cell, counts.start, waiting.codes, directions.neighbours.offsets,
          within: 0..<grid.count)
      }
    }
    waiting.end(threads: threads)
  }

  /// The count of a cell, numbered row by row from the north-west; 0 where there is no data.
  public subscript(cell: Int) -> Int { Int(counts.cells[cell]) }

  /// The counts, as long as they are kept.
  var start: UnsafePointer<UInt32> { UnsafePointer(counts.start) }

  /// Counts in a strip of cells, as far as all that drains to a cell is known in it.
  ///
  /// - Returns: the cells outside the strip to which ways lead, and what goes there.
  private static func drain(
    _ cells: Range<Int>, _ counts: UnsafeMutablePointer<UInt32>,
    _ codes: UnsafeMutablePointer<UInt8>, _ offsets: InlineArray<8, Int>
  ) -> [(cell: Int, count: UInt32)] {
    for cell in cells {
      let code = codes[cell] & DrainageDirections.mask
      counts[cell] = code == DrainageDirections.noData ? 0 : 1
    }
    var left: [(cell: Int, count: UInt32)] = []
    for cell in cells where codes[cell] <= DrainageDirections.mask {
      if let out = drain(from: cell, counts, codes, offsets, within: cells) { left.append(out) }
    }
    return left
  }

  /// Passes counts on from a cell that has got all, as far as that makes the next one ready.
  @inline(__always)
  private static func drain(
    from source: Int, _ counts: UnsafeMutablePointer<UInt32>,
    _ codes: UnsafeMutablePointer<UInt8>, _ offsets: InlineArray<8, Int>, within cells: Range<Int>
  ) -> (cell: Int, count: UInt32)? {
    var cell = source
    while true {
      let code = codes[cell]
      codes[cell] = code | ~DrainageDirections.mask
      let number = Int(code & DrainageDirections.mask)
      guard number < 8 else { return nil }
      let next = cell + offsets[number]
      guard next >= cells.lowerBound, next < cells.upperBound else {
        return (next, counts[cell])
      }
      counts[next] &+= counts[cell]
      let rest = codes[next] &- Waiting.one
      codes[next] = rest
      guard rest < Waiting.one else { return nil }
      cell = next
    }
  }
}
