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

/// For how many neighbours each cell waits, counted in the upper four bits of the directions' codes.
///
/// Unchecked: a cell's code is written by one thread at a time.
struct Waiting: @unchecked Sendable {
  /// One neighbour to wait for.
  static let one: UInt8 = 16
  /// The codes; the upper bits are all set once the cell is done.
  let codes: UnsafeMutablePointer<UInt8>
  private let directions: DrainageDirections

  /// Counts which neighbours drain to each cell.
  init(_ directions: DrainageDirections, threads: Int) {
    self.directions = directions
    codes = directions.codes.start
    let grid = directions.grid
    let strips = Strips(of: grid.rows, threads: threads)
    let whole = self
    strips.run { _, rows in
      for row in rows.dropFirst().dropLast() { whole.count(row: row) }
    }
    // The strips' outer rows come last, as other strips have read their codes.
    for rows in strips.rows {
      count(row: rows.lowerBound)
      if rows.count > 1 { count(row: rows.upperBound - 1) }
    }
  }

  /// Takes one neighbour's share in; whether it was the last.
  func take(_ cell: Int) -> Bool {
    codes[cell] &-= Self.one
    return codes[cell] < Self.one
  }

  /// Leaves the directions as they were.
  func end(threads: Int) {
    FixedChunks(of: directions.grid.count, size: 1 << 20).forEach(threads: threads) { cells in
      for cell in cells { codes[cell] &= DrainageDirections.mask }
    }
  }

  private func count(row: Int) {
    let columns = directions.grid.columns
    let rows = directions.grid.rows
    let neighbours = directions.neighbours
    let first = row * columns
    var column = 0
    while column < columns {
      if row > 0, row < rows - 1, column > 0, column + 9 <= columns {
        // Eight cells at once, a byte each. Two codes are equal where their difference, below 16,
        // does not reach 16 with 15 more: what is left there is one neighbour to wait for.
        let cell = first + column
        var own = UnsafeRawPointer(codes + cell).loadUnaligned(as: UInt64.self)
        for k in 0..<8 {
          let other = UnsafeRawPointer(codes + (cell + neighbours.offsets[k]))
            .loadUnaligned(as: UInt64.self)
          let back = 0x0101_0101_0101_0101 &* UInt64((k + 4) & 7)
          let differences = (other & 0x0F0F_0F0F_0F0F_0F0F) ^ back
          own &+= ~(differences &+ 0x0F0F_0F0F_0F0F_0F0F) & 0x1010_1010_1010_1010
        }
        UnsafeMutableRawPointer(codes + cell).storeBytes(of: own, as: UInt64.self)
        column += 8
      } else {
        for k in 0..<8 where neighbours.has(k, column: column, row: row) {
          let other = codes[first + column + neighbours.offsets[k]] & DrainageDirections.mask
          if Int(other) == (k + 4) & 7 {
            codes[first + column] += Self.one
          }
        }
        column += 1
      }
    }
  }
}
