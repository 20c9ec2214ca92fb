public import Numerics
public import Rasters

/// The elevations of a whole raster in memory, for methods in which any cell may bear on any other.
///
/// Cells are `Float`, row by row from the north-west; NaN is no data. Working memory: 4 bytes a cell.
///
/// Unchecked: whoever changes the cells does so before sharing them, or cell by cell.
public final class ElevationField: @unchecked Sendable {
  /// The most cells that a field may have.
  ///
  /// The methods on fields take 13 bytes a cell at most beside what their sinks need: 6.5 GB.
  public static let largestCount = 500_000_000

  /// Where the cells lie.
  public let grid: Grid
  /// Where scratch files may be kept; none for memory alone.
  public let scratch: String?
  private let room: ScratchCells<Float>

  /// Creates a field of zeros.
  ///
  /// - Parameters:
  ///   - grid: where the cells lie.
  ///   - scratch: a folder for files without names, used where memory is short.
  ///   - name: what messages call the raster.
  /// - Throws: ``RasterError/tooLarge(file:what:found:limit:)`` beyond ``largestCount`` cells, and
  ///   ``RasterError/system(file:action:errno:)`` where there is no room.
  public init(on grid: Grid, scratch: String? = nil, name: String = "the elevation") throws {
    guard grid.count <= Self.largestCount else {
      throw RasterError.tooLarge(
        file: name, what: "cells", found: grid.count, limit: Self.largestCount)
    }
    self.grid = grid
    self.scratch = scratch
    room = try ScratchCells(grid.count, folder: scratch)
  }

  /// Reads a layer.
  ///
  /// - Parameters:
  ///   - layer: the elevations.
  ///   - scratch: a folder for files without names, used where memory is short.
  ///   - name: what messages call the raster.
  ///   - threads: how many blocks to read at a time.
  /// - Throws: as ``init(on:scratch:name:)``, and what the reader throws.
  public convenience init(
    reading layer: RasterLayer, scratch: String? = nil, name: String = "the elevation",
    threads: Int = ThreadLimit.current
  ) throws {
    try self.init(on: layer.reader.grid, scratch: scratch, name: name)
    let columns = grid.columns
    try BlockPlan(grid: grid, planes: 1).forEach(threads: threads) { _, window, _ in
      if window.columns == columns {
        let first = window.row * columns
        try layer.reader.read(
          window, band: layer.band,
          into: UnsafeMutableBufferPointer(rebasing: cells[first..<first + window.count]))
        return
      }
      // Tiles are only made of rasters so wide that no row fits; then row by row.
      for row in window.row..<window.row + window.rows {
        let first = row * columns + window.column
        try layer.reader.read(
          Window(column: window.column, row: row, columns: window.columns, rows: 1),
          band: layer.band,
          into: UnsafeMutableBufferPointer(rebasing: cells[first..<first + window.columns]))
      }
    }
  }

  /// The elevations, row by row from the north-west, as long as the field is kept.
  var cells: UnsafeMutableBufferPointer<Float> { room.cells }

  /// The first elevation.
  var start: UnsafeMutablePointer<Float> { room.start }

  /// The elevation of a cell, counted row by row from the north-west.
  public subscript(cell: Int) -> Float {
    get {
      precondition(cell >= 0 && cell < grid.count, "cell \(cell) of \(grid.count)")
      return start[cell]
    }
    set {
      precondition(cell >= 0 && cell < grid.count, "cell \(cell) of \(grid.count)")
      start[cell] = newValue
    }
  }

  /// The elevation of a cell.
  public subscript(column: Int, row: Int) -> Float {
    get {
      precondition(
        column >= 0 && column < grid.columns && row >= 0 && row < grid.rows,
        "cell \(column), \(row) of \(grid.columns) x \(grid.rows)")
      return start[row * grid.columns + column]
    }
    set {
      precondition(
        column >= 0 && column < grid.columns && row >= 0 && row < grid.rows,
        "cell \(column), \(row) of \(grid.columns) x \(grid.rows)")
      start[row * grid.columns + column] = newValue
    }
  }

  /// Writes the elevations as one band.
  ///
  /// - Throws: ``RasterError/gridMismatch(difference:)``, and what the writer throws.
  public func write(to writer: any RasterWriter, threads: Int = ThreadLimit.current) throws {
    try writeCells(on: grid, to: writer, threads: threads) { first, part in
      part.update(from: self.start + first, count: part.count)
    }
  }
}

extension UnsafeMutableBufferPointer {
  /// Copies cells to the beginning of the buffer.
  func update(from source: UnsafePointer<Element>, count: Int) {
    baseAddress?.update(from: source, count: count)
  }
}

/// Writes a band of cells that are in memory, block by block.
///
/// - Parameters:
///   - grid: where the cells lie.
///   - writer: takes one band.
///   - threads: how many blocks to write at a time.
///   - fill: is given the number of a cell and room for it and the cells after it in its row.
/// - Throws: ``RasterError/gridMismatch(difference:)``, and what the writer throws.
func writeCells(
  on grid: Grid, to writer: any RasterWriter, threads: Int,
  _ fill: @Sendable (Int, UnsafeMutableBufferPointer<Float>) -> Void
) throws {
  if let difference = grid.difference(from: writer.grid) {
    throw RasterError.gridMismatch(difference: difference)
  }
  let columns = grid.columns
  try mapBlocks([], to: writer, threads: threads) { block, outputs in
    let window = block.window
    for row in 0..<window.rows {
      let part = outputs[0][row * window.columns..<(row + 1) * window.columns]
      fill(
        (window.row + row) * columns + window.column,
        UnsafeMutableBufferPointer(rebasing: part))
    }
  }
}
