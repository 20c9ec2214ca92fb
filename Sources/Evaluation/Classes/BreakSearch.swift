import Numerics

/// The search for the least squared deviations: dynamic programming over classes, each layer by
/// halving, since the best last class never begins earlier where more values are taken.
struct BreakSearch {
  private let sums: OutwardSums
  private let classes: Int
  private let threads: Int

  init(_ sums: OutwardSums, classes: Int, threads: Int) {
    (self.sums, self.classes, self.threads) = (sums, classes, threads)
  }

  /// Where each class begins, from 0 on.
  func starts() -> [Int] {
    let count = sums.count
    if classes == 1 { return [0] }
    return withUnsafeTemporaryAllocation(of: StartChoice.Trial.self, capacity: count + 1) { room in
      // The least squares of the first j values in q classes, for each j.
      var least = (0...count).map { sums.squares(0, $0) }
      var layers: [[Int32]] = []
      for q in 2..<max(2, classes) {
        layers.append(withChoice(after: least, in: room) { layer(q, $0, &least) })
      }
      var start = withChoice(after: least, in: room) {
        $0.best(of: count, from: classes - 1, through: count - 1).start
      }
      var starts = [start]
      for (index, begins) in layers.enumerated().reversed() {
        // The layer of q = index + 2 classes holds the starts for j = q, q + 1, ….
        start = Int(begins[start - (index + 2)])
        starts.append(start)
      }
      return [0] + starts.reversed()
    }
  }

  private func withChoice<Result>(
    after least: [Double], in room: UnsafeMutableBufferPointer<StartChoice.Trial>,
    _ body: (StartChoice) -> Result
  ) -> Result {
    sums.entries.withUnsafeBufferPointer { entries in
      for i in room.indices {
        room.initializeElement(
          at: i,
          to: StartChoice.Trial(
            cost: least[i] - entries[i].squares.high, sum: entries[i].sum.high,
            below: entries[i].below, least: least[i]))
      }
      guard let entries = entries.baseAddress, let trials = room.baseAddress else {
        preconditionFailure("a search among no values")
      }
      return body(StartChoice(entries: entries, trials: UnsafePointer(trials)))
    }
  }

  /// How many positions are worked through together once those between them are done: their entries
  /// stay in the processor's nearest memory.
  private static let block = 1024

  /// One more class: the least squares for each j from q on, and where the last class begins there.
  private func layer(_ q: Int, _ choice: StartChoice, _ least: inout [Double]) -> [Int32] {
    let positions = sums.count - q + 1
    var begins = [Int32](repeating: 0, count: positions)
    least.withUnsafeMutableBufferPointer { least in
      begins.withUnsafeMutableBufferPointer { begins in
        // Each position writes its own place, and reads those of earlier rounds.
        nonisolated(unsafe) let (least, begins) = (least, begins)
        /// Finds the start for a position between two that are done, a step away or beyond the end.
        @Sendable func find(_ position: Int, _ step: Int) {
          let j = q + position - 1
          let low = position > step ? Int(begins[position - step - 1]) : q - 1
          let high = position + step <= positions ? Int(begins[position + step - 1]) : j - 1
          let found = choice.best(of: j, from: low, through: min(high, j - 1))
          least[j] = found.squares
          begins[position - 1] = Int32(truncatingIfNeeded: found.start)
        }
        var step = Self.block
        while step * 2 <= positions { step *= 2 }
        while step >= Self.block {
          // The middles of the gaps between the positions done.
          let (middles, round) = ((positions / step + 1) / 2, step)
          FixedChunks(of: middles, size: max(1, (middles + 15) / 16)).forEach(threads: threads) {
            for middle in $0 { find((2 * middle + 1) * round, round) }
          }
          step /= 2
        }
        FixedChunks(of: positions / Self.block + 1, size: 16).forEach(threads: threads) {
          for block in $0 {
            var step = Self.block / 2
            while step >= 1 {
              let first = block * Self.block
              let last = min(first + Self.block - 1, positions)
              for position in stride(from: first + step, through: last, by: 2 * step) {
                find(position, step)
              }
              step /= 2
            }
          }
        }
      }
    }
    return begins
  }
}
