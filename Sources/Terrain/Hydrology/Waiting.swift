import Numerics
import Rasters

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

  /// Counts how many neighbours give to each cell.
  ///
  /// - Parameters:
  ///   - directions: the codes to count in.
  ///   - threads: how many threads may work.
  ///   - receives: which neighbours a cell, with its column and row, gives to.
  init(
    _ directions: DrainageDirections, threads: Int,
    _ receives: (Int, Int, Int) -> SIMDMask<SIMD8<Int64>>
  ) {
    self.directions = directions
    codes = directions.codes.start
    let columns = directions.grid.columns
    for row in 0..<directions.grid.rows {
      for column in 0..<columns {
        let cell = row * columns + column
        let others = receives(cell, column, row)
        for k in 0..<8 where others[k] {
          codes[cell + directions.neighbours.offsets[k]] += Self.one
        }
      }
    }
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
