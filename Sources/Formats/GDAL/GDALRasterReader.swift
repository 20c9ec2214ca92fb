import CGDAL
import Rasters
import Synchronization

/// A raster file read by windows, with one dataset for each thread that reads.
final class GDALRasterReader: RasterReader {
  let grid: Grid
  let bands: Int
  private let file: InputFile
  private let rules: [CellRules]
  /// For each band whether, and where, the file keeps its cells as memory does.
  private let plain: [PlainCells?]
  private let free: Mutex<[GDALFile]>

  /// Reads on from a dataset whose header was read and found within the limits.
  init(_ dataset: GDALFile, file: InputFile, grid: Grid, rules: [CellRules]) {
    self.file = file
    self.grid = grid
    self.rules = rules
    bands = rules.count
    plain = rules.map { rule in
      GDALGetRasterBand(dataset.dataset, Int32(rule.band)).flatMap {
        PlainCells($0, of: dataset.dataset, file, grid)
      }
    }
    free = Mutex([dataset])
  }

  func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    precondition(
      window.intersection(grid.window) == window || window.count == 0,
      "window \(window) outside \(grid.columns) x \(grid.rows) cells")
    precondition(band >= 0 && band < bands, "band \(band) of \(bands)")
    precondition(buffer.count >= window.count, "\(buffer.count) cells for \(window.count)")
    guard window.count > 0 else { return }
    let dataset = try free.withLock { $0.popLast() } ?? GDALFile.raster(file)
    defer { free.withLock { $0.append(dataset) } }
    guard let raw = GDALGetRasterBand(dataset.dataset, Int32(band + 1)) else {
      throw RasterError.corrupt(file: file.name, band: band + 1, blockColumn: 0, blockRow: 0)
    }
    let cells = UnsafeMutableBufferPointer(rebasing: buffer[..<window.count])
    do {
      // What cannot be read here is read by the library, which finds the block that is to blame.
      try rules[band].read(raw, window, into: cells) { cells in
        guard let plain = plain[band] else { return false }
        return (try? plain.read(window, of: grid, from: file, into: cells)) != nil
      }
    } catch is CellRules.ReadFailed {
      throw firstBadBlock(raw, window, band: band)
    }
  }

  /// Finds the block that cannot be read, so that the message names it.
  private func firstBadBlock(_ raw: GDALRasterBandH, _ window: Window, band: Int) -> RasterError {
    var width: Int32 = 1
    var height: Int32 = 1
    GDALGetBlockSize(raw, &width, &height)
    let (blockColumns, blockRows) = (Int(width), Int(height))
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: blockColumns * blockRows * 16, alignment: 16)
    defer { room.deallocate() }
    let rows = window.row / blockRows...(window.row + window.rows - 1) / blockRows
    let columns = window.column / blockColumns...(window.column + window.columns - 1) / blockColumns
    for row in rows {
      for column in columns
      where GDALReadBlock(raw, Int32(column), Int32(row), room.baseAddress) != CE_None {
        return .corrupt(file: file.name, band: band + 1, blockColumn: column, blockRow: row)
      }
    }
    return .corrupt(
      file: file.name, band: band + 1, blockColumn: columns.lowerBound, blockRow: rows.lowerBound)
  }
}
