public import Numerics
import Synchronization

/// The class codes that occur in a band, ascending.
///
/// - Parameters:
///   - layer: the band.
///   - name: the name that messages use.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Returns: the codes.
/// - Throws: ``RasterError/notClasses(layer:found:)`` where a cell is no whole number from −32768 to
///   65535, and what the reader throws.
public func classCodes(
  of layer: RasterLayer, name: String, threads: Int = ThreadLimit.current
) throws -> [Int] {
  let lowest = -32_768
  let found = Mutex([Bool](repeating: false, count: 65_536 - lowest))
  try reduceBlocks([layer], threads: threads) { block in
    let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
    try found.withLock { found in
      for cell in cells where !cell.isNaN {
        guard cell == cell.rounded(), cell >= -32_768, cell <= 65_535 else {
          throw RasterError.notClasses(layer: name, found: "\(cell)")
        }
        found[Int(cell) - lowest] = true
      }
    }
  } combine: { (_: Void) in
  }
  return found.withLock { found in found.indices.filter { found[$0] }.map { $0 + lowest } }
}
