/// A reader whose cells are counted as they are looked through.
struct ToldReader: RasterReader {
  let reader: any RasterReader
  let count: CellCount

  var grid: Grid { reader.grid }

  var bands: Int { reader.bands }

  func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    try reader.read(window, band: band, into: buffer)
    count.add(window)
  }
}
