import CKernels
import Rasters

/// The lowest and highest elevations around the cells of one tile, gathered row by row.
///
/// A cell without data counts as infinitely low and infinitely high, so that one is enough to be seen
/// in the result.
final class ReliefTile {
  /// The columns of a tile: rows that stay in the nearest caches.
  static let columns = 512
  /// The rows of a tile, 2 MiB with both extremes.
  static let rows = 512
  /// How many rows are read at a time.
  private static let rowsRead = 16

  private let window: Window
  private let disc: Disc
  private let kernel = scarp_kernel_level()
  private var lowest: [Float]
  private var highest: [Float]

  /// Takes a tile of which nothing is known yet.
  init(_ window: Window, _ disc: Disc) {
    self.window = window
    self.disc = disc
    lowest = [Float](repeating: .infinity, count: window.count)
    highest = [Float](repeating: -.infinity, count: window.count)
  }

  /// Goes through all rows that reach into the tile.
  func gather(from elevation: RasterLayer) throws {
    let grid = elevation.reader.grid
    let length = window.columns + 2 * disc.width
    var doublings = 1
    while 1 << doublings <= 2 * disc.width + 1 { doublings += 1 }
    var low = [Float](repeating: 0, count: doublings * length)
    var high = low
    var read: [Float] = []
    let first = window.row - disc.height
    let last = window.row + window.rows + disc.height
    for start in stride(from: first, to: last, by: Self.rowsRead) {
      let wanted = Window(
        column: window.column - disc.width, row: start, columns: length,
        rows: min(Self.rowsRead, last - start))
      let inside = wanted.intersection(grid.window)
      read = try elevation.reader.cells(inside, band: elevation.band)
      for row in start..<start + wanted.rows {
        fill(&low, &high, from: read, row, inside, west: inside.column - wanted.column, length)
        widen(&low, &high, doublings, length)
        spread(low, high, row, length)
      }
    }
  }

  /// Lays out one row, both extremes of windows of one cell.
  private func fill(
    _ low: inout [Float], _ high: inout [Float], from read: [Float], _ row: Int, _ inside: Window,
    west: Int, _ length: Int
  ) {
    for i in 0..<length { (low[i], high[i]) = (-.infinity, .infinity) }
    guard row >= inside.row, row < inside.row + inside.rows else { return }
    let start = (row - inside.row) * inside.columns
    for column in 0..<inside.columns {
      let cell = read[start + column]
      if cell.isFinite { (low[west + column], high[west + column]) = (cell, cell) }
    }
  }

  /// Finds the extremes of windows of 2, 4, 8, … cells.
  private func widen(
    _ low: inout [Float], _ high: inout [Float], _ doublings: Int, _ length: Int
  ) {
    low.withUnsafeMutableBufferPointer { low in
      high.withUnsafeMutableBufferPointer { high in
        guard let low = low.baseAddress, let high = high.baseAddress else { return }
        for doubling in 1..<doublings {
          let (before, after) = ((doubling - 1) * length, doubling * length)
          scarp_double_extremes(
            kernel, low + before, high + before, 1 << (doubling - 1),
            length - (1 << doubling) + 1, low + after, high + after)
        }
      }
    }
  }

  /// Gives one row to all rows of the tile whose discs hold a part of it.
  private func spread(_ low: [Float], _ high: [Float], _ row: Int, _ length: Int) {
    let first = max(window.row, row - disc.height)
    let last = min(window.row + window.rows - 1, row + disc.height)
    guard first <= last else { return }
    lowest.withUnsafeMutableBufferPointer { lowest in
      highest.withUnsafeMutableBufferPointer { highest in
        guard let lowest = lowest.baseAddress, let highest = highest.baseAddress else { return }
        for target in first...last {
          let reach = disc.reaches[abs(row - target)]
          let place = (target - window.row) * window.columns
          scarp_spread_extremes(
            kernel, low, high, length, disc.width - reach, 2 * reach + 1, window.columns,
            lowest + place, highest + place)
        }
      }
    }
  }

  /// Writes the ranges.
  func write(to writer: any RasterWriter) throws {
    let ranges = zip(lowest, highest).map { low, high in
      low.isFinite && high.isFinite ? high - low : .nan
    }
    try ranges.withUnsafeBufferPointer { try writer.write(window, band: 0, from: $0) }
  }
}
