import Synchronization

/// A writer that tells how much of a raster has been written.
///
/// All words that make rasters write through it, so that none has to count for itself.
final class ToldWriter: RasterWriter {
  private let writer: any RasterWriter
  private let tell: @Sendable (Double) -> Void
  private let written = Atomic<Int>(0)

  /// Takes the writer, and what is told the share written, from 0 to 1, after each window.
  init(_ writer: any RasterWriter, tell: @escaping @Sendable (Double) -> Void) {
    self.writer = writer
    self.tell = tell
  }

  var grid: Grid { writer.grid }

  var bands: Int { writer.bands }

  func write(_ window: Window, band: Int, from buffer: UnsafeBufferPointer<Float>) throws {
    try writer.write(window, band: band, from: buffer)
    let count = written.add(window.count, ordering: .relaxed).newValue
    tell(min(1, Double(count) / Double(grid.window.count * bands)))
  }
}
