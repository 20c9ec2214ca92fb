/// A raster that gives its cells by windows, so that no word needs the whole of it in memory.
///
/// Cells are `Float`; NaN, and nothing else, is no data. Readers may be used from any thread.
public protocol RasterReader: Sendable {
  /// Where the cells lie.
  var grid: Grid { get }
  /// The number of bands.
  var bands: Int { get }

  /// Reads the cells of a window, row by row from the north-west.
  ///
  /// - Parameters:
  ///   - window: cells inside the grid.
  ///   - band: the band, from 0.
  ///   - buffer: room for `window.count` cells.
  /// - Throws: ``RasterError`` where the cells cannot be had.
  func read(_ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>) throws
}

extension RasterReader {
  /// The cells of a window as an array, for small windows and tests.
  public func cells(_ window: Window, band: Int = 0) throws -> [Float] {
    try [Float](unsafeUninitializedCapacity: window.count) { buffer, count in
      try read(window, band: band, into: buffer)
      count = window.count
    }
  }
}

/// A raster that takes its cells by windows, in any order and from any thread.
public protocol RasterWriter: Sendable {
  /// Where the cells lie.
  var grid: Grid { get }
  /// The number of bands.
  var bands: Int { get }

  /// Writes the cells of a window, row by row from the north-west.
  ///
  /// - Throws: ``RasterError`` where they cannot be stored.
  func write(_ window: Window, band: Int, from buffer: UnsafeBufferPointer<Float>) throws
}

/// One band of a reader.
public struct RasterLayer: Sendable {
  /// The raster.
  public let reader: any RasterReader
  /// The band, from 0.
  public let band: Int

  /// Takes a band of a reader.
  ///
  /// - Precondition: the reader has the band.
  public init(_ reader: any RasterReader, band: Int = 0) {
    precondition(band >= 0 && band < reader.bands, "band \(band) of \(reader.bands)")
    self.reader = reader
    self.band = band
  }
}
