/// Numbered things waiting at levels, of which the lowest is taken first; of equal levels, the one
/// with the lowest number.
struct LevelQueue {
  /// A binary heap of level and number, of which the whole numbers are in the order of both.
  private var heap: [UInt64] = []

  /// Whether nothing waits.
  var isEmpty: Bool { heap.isEmpty }

  /// Adds a thing.
  mutating func add(_ number: UInt32, at level: Float) {
    let key = UInt64(Self.ordered(level)) << 32 | UInt64(number)
    heap.append(key)
    var place = heap.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      if heap[parent] <= key { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = key
  }

  /// Takes the thing at the lowest level.
  mutating func takeLowest() -> (level: Float, number: UInt32)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      var place = 0
      while true {
        var child = 2 * place + 1
        if child >= heap.count { break }
        if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
        if heap[child] >= last { break }
        heap[place] = heap[child]
        place = child
      }
      heap[place] = last
    }
    return (Self.level(UInt32(first >> 32)), UInt32(truncatingIfNeeded: first))
  }

  /// The level as a whole number in the same order; −0 is 0.
  private static func ordered(_ level: Float) -> UInt32 {
    let bits = (level + 0).bitPattern
    return bits >> 31 == 0 ? bits | 1 << 31 : ~bits
  }

  private static func level(_ ordered: UInt32) -> Float {
    Float(bitPattern: ordered >> 31 == 1 ? ordered & ~(1 << 31) : ~ordered)
  }
}
