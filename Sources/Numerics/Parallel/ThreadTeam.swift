import Glibc

/// Several threads at once, started for one piece of work and waited for.
///
/// Threads of the system and not of libdispatch, whose monitor reads /proc and ends the process where
/// a sandbox refuses that.
public enum ThreadTeam {
  /// Calls a body with the numbers 0..<count, each on a thread of its own, and waits for all.
  ///
  /// The calling thread takes the number 0, and those for which the system gives no thread; so a body
  /// must not wait for another.
  ///
  /// - Parameters:
  ///   - count: how many calls, at least one.
  ///   - body: called once with each number, on any thread.
  public static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    precondition(count >= 1, "\(count) threads")
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      var refused: [Int] = []
      for number in 1..<max(count, 1) {
        var thread = pthread_t()
        let member = Unmanaged.passRetained(Member(number, body))
        if pthread_create(&thread, nil, start, member.toOpaque()) == 0 {
          threads.append(thread)
        } else {
          member.release()
          refused.append(number)
        }
      }
      body(0)
      for number in refused { body(number) }
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}

/// What one thread does.
private final class Member: Sendable {
  let number: Int
  let body: @Sendable (Int) -> Void

  init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.number = number
    self.body = body
  }
}

/// The start routine of a thread, whose argument is a retained ``Member``.
private func start(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let member = Unmanaged<Member>.fromOpaque(argument).takeRetainedValue()
  member.body(member.number)
  return nil
}
