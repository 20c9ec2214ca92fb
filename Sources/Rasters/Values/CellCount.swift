import Synchronization

/// Counts the cells that a statement has read or written, and tells which share of all that is.
final class CellCount: Sendable {
  private let expected: Int
  private let tell: @Sendable (Double) -> Void
  private let done = Atomic<Int>(0)

  /// Begins to count.
  ///
  /// - Parameters:
  ///   - expected: how many cells there will be.
  ///   - tell: is told the share done, from 0 to 1, after each window.
  init(of expected: Int, tell: @escaping @Sendable (Double) -> Void) {
    self.expected = expected
    self.tell = tell
  }

  /// Counts the cells of a window.
  func add(_ window: Window) {
    let count = done.add(window.count, ordering: .relaxed).newValue
    tell(min(1, Double(count) / Double(max(1, expected))))
  }
}
