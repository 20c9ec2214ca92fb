/// A raster seen through areas: cells whose centre lies outside all of them have no data.
public struct ClippedReader: RasterReader {
  private let source: any RasterReader
  private let cover: AreaCover

  /// Clips a raster.
  ///
  /// - Precondition: the areas are in the raster's coordinate system.
  public init(_ source: any RasterReader, to areas: FeatureCollection) {
    self.source = source
    cover = AreaCover(areas, on: source.grid)
  }

  /// Where the cells lie: the source's grid.
  public var grid: Grid { source.grid }
  /// The number of bands: the source's.
  public var bands: Int { source.bands }

  /// Reads the cells of a window; see ``RasterReader``.
  public func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    try source.read(window, band: band, into: buffer)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: window.count) { marks in
      cover.mark(window, into: marks)
      for i in 0..<window.count where marks[i] < 0 { buffer[i] = .nan }
    }
  }
}
