import Rasters

/// A small raster that is held whole.
struct CellsInMemory: RasterReader {
  let grid: Grid
  let all: [Float]

  var bands: Int { 1 }

  func read(_ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>) throws {
    for row in 0..<window.rows {
      let start = (window.row + row) * grid.columns + window.column
      for column in 0..<window.columns {
        buffer[row * window.columns + column] = all[start + column]
      }
    }
  }
}
