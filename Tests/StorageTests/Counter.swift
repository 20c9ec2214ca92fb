import Synchronization

/// Counts who is inside a region that should hold one thread at a time.
final class Counter: Sendable {
  private let inside = Atomic<Int>(0)

  /// Enters; whether nobody else is inside.
  func enter() -> Bool { inside.wrappingAdd(1, ordering: .relaxed).newValue == 1 }

  /// Leaves.
  func leave() { inside.wrappingSubtract(1, ordering: .relaxed) }
}
