/// The cells that rising water has reached and not yet left: a heap, the lowest first.
///
/// Levels count steps of 1/4096 m; of cells of one level the first in the raster comes first.
struct FloodFront {
  private var keys: [UInt64] = []

  /// Adds a cell that the water reaches at a level.
  mutating func add(_ cell: Int, level: Double) {
    // Shifted, so that levels below zero come first.
    let steps = UInt64((level + 100_000) * 4096)
    keys.append(steps << 28 | UInt64(cell))
    var child = keys.count - 1
    keys.withUnsafeMutableBufferPointer { keys in
      while child > 0 {
        let parent = (child - 1) / 2
        guard keys[child] < keys[parent] else { break }
        keys.swapAt(child, parent)
        child = parent
      }
    }
  }

  /// Removes the lowest cell; none where nothing is left.
  mutating func takeLowest() -> Int? {
    guard let lowest = keys.first, let last = keys.popLast() else { return nil }
    let count = keys.count
    if count > 0 {
      keys.withUnsafeMutableBufferPointer { keys in
        var hole = 0
        while 2 * hole + 1 < count {
          var child = 2 * hole + 1
          if child + 1 < count, keys[child + 1] < keys[child] { child += 1 }
          guard keys[child] < last else { break }
          keys[hole] = keys[child]
          hole = child
        }
        keys[hole] = last
      }
    }
    return Int(lowest & 0xFFF_FFFF)
  }
}
