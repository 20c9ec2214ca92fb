import Glibc
import Synchronization

/// Does independent pieces of work on several threads; their results in order of the pieces.
///
/// Which thread does which piece is left open.
func inParallel<Piece: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) -> Piece
) -> [Piece] {
  let pieces = SharedPieces<Piece>(count)
  let loop: @Sendable () -> Void = {
    while let index = pieces.take() { pieces.put(index, work(index)) }
  }
  var others: [pthread_t] = []
  for _ in 1..<max(2, min(threads, count)) where count > 1 && threads > 1 {
    var thread = pthread_t()
    let body = Unmanaged.passRetained(ThreadBody(run: loop)).toOpaque()
    if pthread_create(&thread, nil, runThreadBody, body) == 0 {
      others.append(thread)
    } else {
      // The threads there are, this one at least, do the work of one that cannot be had.
      Unmanaged<ThreadBody>.fromOpaque(body).release()
    }
  }
  loop()
  for thread in others { pthread_join(thread, nil) }
  return pieces.all
}

/// What a thread does.
final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(run: @escaping @Sendable () -> Void) { self.run = run }
}

/// The start routine of a thread whose argument is a retained ``ThreadBody``.
func runThreadBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}

/// Hands out pieces of work to several threads and gathers what they made.
private final class SharedPieces<Piece: Sendable>: Sendable {
  private struct State {
    var taken = 0
    var made: [Piece?]
  }
  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(made: Array(repeating: nil, count: count))) }

  func take() -> Int? {
    state.withLock { state in
      guard state.taken < state.made.count else { return nil }
      state.taken += 1
      return state.taken - 1
    }
  }

  func put(_ index: Int, _ piece: Piece) { state.withLock { $0.made[index] = piece } }

  var all: [Piece] { state.withLock { $0.made.compactMap(\.self) } }
}
