/// What filling or breaching has changed.
public struct SinkChange: Sendable, Hashable {
  /// The number of cells with data.
  public internal(set) var cells = 0
  /// The number of cells that were raised.
  public internal(set) var raised = 0
  /// The most that a cell was raised, in the elevation's unit.
  public internal(set) var highest = 0.0
  /// The sum of what cells were raised, in the elevation's unit.
  public internal(set) var sum = 0.0
  /// The number of cells that were lowered.
  public internal(set) var lowered = 0
  /// The most that a cell was lowered, in the elevation's unit.
  public internal(set) var deepest = 0.0

  /// Takes in what has become of a cell with data.
  mutating func add(_ before: Float, _ after: Float) {
    cells += 1
    if after > before {
      let rise = Double(after) - Double(before)
      raised += 1
      sum += rise
      highest = max(highest, rise)
    } else if after < before {
      lowered += 1
      deepest = max(deepest, Double(before) - Double(after))
    }
  }

  /// Takes in what has become of other cells.
  mutating func add(_ other: SinkChange) {
    cells += other.cells
    raised += other.raised
    highest = max(highest, other.highest)
    sum += other.sum
    lowered += other.lowered
    deepest = max(deepest, other.deepest)
  }
}
