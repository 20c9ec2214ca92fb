/// A writer whose cells are counted, so that no word that makes a raster has to count for itself.
struct ToldWriter: RasterWriter {
  let writer: any RasterWriter
  let count: CellCount

  var grid: Grid { writer.grid }

  var bands: Int { writer.bands }

  func write(_ window: Window, band: Int, from buffer: UnsafeBufferPointer<Float>) throws {
    try writer.write(window, band: band, from: buffer)
    count.add(window)
  }
}
