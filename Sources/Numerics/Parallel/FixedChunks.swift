import Synchronization

/// The numbers 0..<count cut into chunks of one fixed size, worked on in parallel.
///
/// Where the cuts lie depends on the count and the size alone, never on the number of threads, and
/// results come back in the order of the chunks: whatever is combined from them in that order has
/// the same bytes on any machine.
public struct FixedChunks: Sendable {
  /// How many numbers are cut.
  public let count: Int
  /// How many numbers a chunk has; the last may have fewer.
  public let size: Int

  /// Cuts 0..<count into chunks of `size` numbers.
  public init(of count: Int, size: Int) {
    precondition(count >= 0 && size >= 1, "chunks of \(size) of \(count)")
    self.count = count
    self.size = size
  }

  /// The number of chunks.
  public var chunkCount: Int { count / size + (count % size == 0 ? 0 : 1) }

  /// The numbers of one chunk.
  public func range(of chunk: Int) -> Range<Int> {
    chunk * size..<min(count, chunk * size + size)
  }

  /// Makes one value of each chunk, in parallel, and returns them in the order of the chunks.
  ///
  /// - Parameters:
  ///   - threads: how many threads may work at once.
  ///   - body: called once for each chunk, with the numbers in it, on any thread.
  /// - Returns: the values, one for each chunk, in order.
  public func map<Value: Sendable>(
    threads: Int = ThreadLimit.current, _ body: @Sendable (Range<Int>) -> Value
  ) -> [Value] {
    let total = chunkCount
    if total <= 1 || threads <= 1 {
      return (0..<total).map { body(range(of: $0)) }
    }
    return [Value](unsafeUninitializedCapacity: total) { buffer, initialized in
      // Each slot is written by exactly one thread, and read after all have finished.
      nonisolated(unsafe) let slots = buffer
      let next = Atomic<Int>(0)
      ThreadTeam.run(min(threads, total)) { _ in
        while true {
          let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if chunk >= total { return }
          slots.initializeElement(at: chunk, to: body(range(of: chunk)))
        }
      }
      initialized = total
    }
  }

  /// Works on each chunk once, in parallel.
  ///
  /// - Parameters:
  ///   - threads: how many threads may work at once.
  ///   - body: called once for each chunk, with the numbers in it, on any thread.
  public func forEach(
    threads: Int = ThreadLimit.current, _ body: @Sendable (Range<Int>) -> Void
  ) {
    _ = map(threads: threads) { range -> Bool in
      body(range)
      return true
    }
  }
}
