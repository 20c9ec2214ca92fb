import Glibc
import Synchronization

/// How many threads the loops of this process may use; it never changes a result.
public enum ThreadLimit {
  private static let stored = Atomic<Int>(0)

  /// The number of threads: what ``set(_:)`` was given, or the number of processors.
  public static var current: Int {
    let given = stored.load(ordering: .relaxed)
    return given > 0 ? given : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// Limits the loops that start from now on to `count` threads, at least one.
  public static func set(_ count: Int) {
    precondition(count >= 1, "\(count) threads")
    stored.store(count, ordering: .relaxed)
  }
}
