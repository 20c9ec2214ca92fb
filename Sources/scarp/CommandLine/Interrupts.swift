import Glibc
import Synchronization

/// The wish to end a run, from the keyboard: heard at once, heeded at the next chance.
enum Interrupts {
  private static let count = Atomic<Int>(0)

  /// Whether the user has asked to stop.
  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

  /// Begins to listen; a second interrupt ends the program at once.
  static func listen() {
    // Made before the handler can ask for it.
    _ = count.load(ordering: .relaxed)
    signal(SIGINT) { _ in
      if Interrupts.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
    }
    // A program that starts this one from a thread of a pool hands on a mask that blocks the signal.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }
}
