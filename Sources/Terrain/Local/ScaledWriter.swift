import Rasters
import Vocabulary

/// How many of a unit of length one unit of elevation is; elevations without a unit are metres.
func heightFactor(from elevation: Unit?, to unit: Unit) -> Double {
  (elevation ?? .metre).scale / unit.scale
}

/// Brings what is written to another unit.
struct ScaledWriter: RasterWriter {
  private let writer: any RasterWriter
  private let factor: Double

  /// Multiplies each cell by a factor before it is written.
  init(_ writer: any RasterWriter, by factor: Double) {
    self.writer = writer
    self.factor = factor
  }

  var grid: Grid { writer.grid }

  var bands: Int { writer.bands }

  func write(_ window: Window, band: Int, from buffer: UnsafeBufferPointer<Float>) throws {
    if factor == 1 { return try writer.write(window, band: band, from: buffer) }
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: window.count) { cells in
      for i in 0..<window.count { cells[i] = Float(Double(buffer[i]) * factor) }
      try writer.write(window, band: band, from: UnsafeBufferPointer(cells))
    }
  }
}
