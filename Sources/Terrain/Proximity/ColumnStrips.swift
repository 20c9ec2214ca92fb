import Numerics
import Rasters

/// How many rows each cell is from the nearest marked cell of its column, strip of rows by strip.
///
/// Of each strip, the first and last marked cell of each column are found first, so that every strip
/// knows what the others hold for it, and strips can be worked side by side.
struct ColumnStrips: Sendable {
  /// What stands for no marked cell in the column: more rows than a raster may have.
  static let none: Int32 = 1 << 30

  private let marks: CellBits
  private let columns: Int
  private let rows: Int
  private let stripRows: Int
  /// The last marked row of each column above each strip.
  private var above: [[Int32]] = []
  /// The first marked row of each column below each strip.
  private var below: [[Int32]] = []

  /// Finds the first and last marked cells of all strips.
  ///
  /// - Throws: ``RasterError/tooLarge(file:what:found:limit:)`` for 2³⁰ rows or columns.
  init(_ marks: CellBits, on grid: Grid, threads: Int) throws {
    let longest = max(grid.columns, grid.rows)
    guard longest < Int(Self.none) else {
      throw RasterError.tooLarge(
        file: grid.describe(), what: "rows or columns", found: longest, limit: Int(Self.none) - 1)
    }
    (self.marks, columns, rows) = (marks, grid.columns, grid.rows)
    stripRows = min(grid.rows, max(64, BlockPlan.cellsPerBlock / 2 / grid.columns))
    let strips = FixedChunks(of: grid.rows, size: stripRows)
    let columns = grid.columns
    let ends = strips.map(threads: threads) { rows -> (first: [Int32], last: [Int32]) in
      var first = [Int32](repeating: Self.none, count: columns)
      var last = [Int32](repeating: -Self.none, count: columns)
      for row in rows { marks.forEach(inRow: row) { last[$0] = Int32(row) } }
      for row in rows.reversed() { marks.forEach(inRow: row) { first[$0] = Int32(row) } }
      return (first, last)
    }
    var running = [Int32](repeating: -Self.none, count: columns)
    for strip in ends {
      above.append(running)
      for column in 0..<columns { running[column] = max(running[column], strip.last[column]) }
    }
    running = [Int32](repeating: Self.none, count: columns)
    for strip in ends.reversed() {
      below.append(running)
      for column in 0..<columns { running[column] = min(running[column], strip.first[column]) }
    }
    below.reverse()
  }

  /// Calls `body` for each strip with its rows and the vertical distances of their cells, in rows,
  /// ``none`` or more where the column has no marked cell.
  ///
  /// - Throws: the error of the first strip, in order, that failed.
  func forEach(
    threads: Int, _ body: @Sendable (Range<Int>, UnsafeBufferPointer<Int32>) throws -> Void
  ) throws {
    let errors = FixedChunks(of: rows, size: stripRows).map(threads: threads) {
      rows -> (any Error)? in
      do {
        try withUnsafeTemporaryAllocation(of: Int32.self, capacity: rows.count * columns) { room in
          fill(room, rows)
          try body(rows, UnsafeBufferPointer(room))
        }
        return nil
      } catch {
        return error
      }
    }
    for case let error? in errors { throw error }
  }

  private func fill(_ room: UnsafeMutableBufferPointer<Int32>, _ rows: Range<Int>) {
    let strip = rows.lowerBound / stripRows
    var nearest = below[strip]
    nearest.withUnsafeMutableBufferPointer { nearest in
      for row in rows.reversed() {
        marks.forEach(inRow: row) { nearest[$0] = Int32(row) }
        let line = (row - rows.lowerBound) * columns
        for column in 0..<columns { room[line + column] = nearest[column] }
      }
    }
    nearest = above[strip]
    nearest.withUnsafeMutableBufferPointer { nearest in
      for row in rows {
        marks.forEach(inRow: row) { nearest[$0] = Int32(row) }
        let line = (row - rows.lowerBound) * columns
        let here = Int32(row)
        for column in 0..<columns {
          room[line + column] = min(here &- nearest[column], room[line + column] &- here)
        }
      }
    }
  }
}
