import Glibc

/// A raster in our own flat file, read by windows.
///
/// The file holds little-endian `Float32` cells, row by row from the north-west, band after band,
/// and nothing else; NaN is no data. The grid is kept beside the file, by whoever stores it.
public final class RasterStore: RasterReader {
  /// Where the cells lie.
  public let grid: Grid
  /// The number of bands.
  public let bands: Int
  private let file: OpenFile

  /// Opens a stored raster; its size tells the number of bands.
  ///
  /// - Throws: ``RasterError`` where the file cannot be opened or its size is not that of whole
  ///   bands.
  public init(path: String, grid: Grid) throws {
    let file = try OpenFile(path: path, flags: O_RDONLY, name: path)
    let size = try file.size()
    let band = grid.count * 4
    guard size > 0, size % band == 0 else {
      throw RasterError.wrongCount(
        file: path, what: "bytes", expected: max(1, size / band) * band, found: size)
    }
    let bands = size / band
    self.grid = grid
    self.bands = bands
    self.file = file
  }

  /// Reads the cells of a window; see ``RasterReader``.
  public func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    precondition(buffer.count >= window.count, "\(buffer.count) cells for \(window.count)")
    try forEachRun(of: window, band: band, on: grid, bands: bands) { cells, offset in
      let part = UnsafeMutableBufferPointer(rebasing: buffer[cells])
      try file.read(into: UnsafeMutableRawBufferPointer(part), at: offset)
    }
  }
}

/// Writes a ``RasterStore``'s file, from any thread and in any order of windows.
///
/// Bytes not written are zero; the caller covers the grid.
public final class RasterStoreWriter: RasterWriter {
  /// Where the cells lie.
  public let grid: Grid
  /// The number of bands.
  public let bands: Int
  private let file: OpenFile
  private let start: Int

  /// Creates or empties the file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - grid: where the cells lie.
  ///   - bands: the number of bands.
  ///   - header: the bytes before the cells: none in a store, those of a format that keeps its cells
  ///     as a store does.
  /// - Throws: ``RasterError`` where it cannot be created.
  public init(path: String, grid: Grid, bands: Int, header: [UInt8] = []) throws {
    let file = try OpenFile(path: path, flags: O_RDWR | O_CREAT | O_TRUNC, name: path)
    try file.resize(to: header.count + grid.count * bands * 4)
    try header.withUnsafeBytes { try file.write($0, at: 0) }
    self.grid = grid
    self.bands = bands
    self.file = file
    start = header.count
  }

  /// Writes the cells of a window; see ``RasterWriter``.
  public func write(_ window: Window, band: Int, from buffer: UnsafeBufferPointer<Float>) throws {
    precondition(buffer.count >= window.count, "\(buffer.count) cells for \(window.count)")
    try forEachRun(of: window, band: band, on: grid, bands: bands) { cells, offset in
      let part = UnsafeBufferPointer(rebasing: buffer[cells])
      try file.write(UnsafeRawBufferPointer(part), at: start + offset)
    }
  }
}

/// Calls `body` for each run of cells of a window that is contiguous in the file, with the cells'
/// places in the window's buffer and the run's position in the file.
private func forEachRun(
  of window: Window, band: Int, on grid: Grid, bands: Int, _ body: (Range<Int>, Int) throws -> Void
) throws {
  precondition(
    window.intersection(grid.window) == window || window.count == 0,
    "window \(window) outside \(grid.columns) x \(grid.rows) cells")
  precondition(band >= 0 && band < bands, "band \(band) of \(bands)")
  let start = (band * grid.rows + window.row) * grid.columns + window.column
  if window.columns == grid.columns {
    try body(0..<window.count, start * 4)
    return
  }
  for row in 0..<window.rows {
    let cells = row * window.columns..<(row + 1) * window.columns
    try body(cells, (start + row * grid.columns) * 4)
  }
}
