public import Numerics

/// The mean direction of a band of angles, over its finite cells.
///
/// - Parameters:
///   - layer: the band.
///   - scale: one of its unit in radians.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Returns: the mean.
/// - Throws: what the reader throws.
public func circularMean(
  of layer: RasterLayer, scale: Double, threads: Int = ThreadLimit.current
) throws -> CircularMean {
  var total = CircularMean()
  try reduceBlocks([layer], threads: threads) { block in
    var part = CircularMean()
    let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
    for cell in cells where cell.isFinite { part.add(Double(cell) * scale) }
    return part
  } combine: {
    total.add($0)
  }
  return total
}
