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
    // The least squares of the first j values in q classes, for each j.
    var least = (0...count).map { sums.squares(0, $0) }
    var layers: [[Int32]] = []
    for q in 2..<max(2, classes) {
      let (next, begins) = layer(q, after: least)
      layers.append(begins)
      least = next
    }
    let slopes = Layer(sums, least)
    var start = slopes.best(of: count, from: classes - 1, through: count - 1).start
    var starts = [start]
    for (index, begins) in layers.enumerated().reversed() {
      // The layer of q = index + 2 classes holds the starts for j = q, q + 1, ….
      start = Int(begins[start - (index + 2)])
      starts.append(start)
    }
    return [0] + starts.reversed()
  }

  /// One more class: the least squares for each j, and where the last class begins for j from q on.
  private func layer(_ q: Int, after least: [Double]) -> (least: [Double], begins: [Int32]) {
    let count = sums.count
    let positions = count - q + 1
    let layer = Layer(sums, least)
    var next = [Double](repeating: .infinity, count: count + 1)
    var begins = [Int32](repeating: 0, count: positions)
    var step = 1
    while step * 2 <= positions { step *= 2 }
    while step >= 1 {
      // The middles of the gaps between the positions done; each lies between its neighbours' starts.
      let middles = (positions / step + 1) / 2
      next.withUnsafeMutableBufferPointer { next in
        begins.withUnsafeMutableBufferPointer { begins in
          // Each middle writes its own place, and reads those of earlier rounds.
          nonisolated(unsafe) let (next, begins) = (next, begins)
          let round = step
          FixedChunks(of: middles, size: max(1, (middles + 15) / 16)).forEach(threads: threads) {
            for middle in $0 {
              let position = (2 * middle + 1) * round
              let j = q + position - 1
              let low = position > round ? Int(begins[position - round - 1]) : q - 1
              let high = position + round <= positions ? Int(begins[position + round - 1]) : j - 1
              let found = layer.best(of: j, from: low, through: min(high, j - 1))
              next[j] = found.squares
              begins[position - 1] = Int32(found.start)
            }
          }
        }
      }
      step /= 2
    }
    return (next, begins)
  }
}

/// The choice of where the last class begins, given the least squares of all before it.
private struct Layer: Sendable {
  private let sums: OutwardSums
  private let least: [Double]
  /// The least squares before a start less the squares passed there: what a start costs, but for a
  /// part of the end alone and the last class's mean.
  private let costs: [Double]

  init(_ sums: OutwardSums, _ least: [Double]) {
    (self.sums, self.least) = (sums, least)
    costs = zip(least, sums.squareSums).map { $0 - $1 }
  }

  /// The best start of the last class of the first `end` values, among some.
  ///
  /// All starts are tried with 16 digits; of those that rounding cannot tell from the best, each with
  /// 32, and the first of the best is taken.
  func best(of end: Int, from low: Int, through high: Int) -> (start: Int, squares: Double) {
    if low == high { return (low, least[low] + sums.squares(low, end)) }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: high - low + 1) { tried in
      let bound = fill(tried, end, low) + 2 * roughness(end, low, high)
      var best = (start: low, squares: Double.infinity)
      for start in low...high where tried[start - low] <= bound {
        let squares = least[start] + sums.squares(start, end)
        if squares < best.squares { best = (start, squares) }
      }
      return best
    }
  }

  /// Tries every start; returns the least.
  private func fill(
    _ tried: UnsafeMutableBufferPointer<Double>, _ end: Int, _ low: Int
  ) -> Double {
    let (sum, weight) = (sums.sums[end], sums.below[end])
    return costs.withUnsafeBufferPointer { costs in
      sums.sums.withUnsafeBufferPointer { sums in
        self.sums.below.withUnsafeBufferPointer { below in
          var least = Double.infinity
          for i in 0..<tried.count {
            let part = sum - sums[low + i]
            let cost = costs[low + i] - part * part / (weight - below[low + i])
            tried[i] = cost
            least = cost < least ? cost : least
          }
          return least
        }
      }
    }
  }

  /// How far a trial with 16 digits may lie from the truth.
  ///
  /// Each sum is rounded once, its differences once more; (Σ w d)² / Σ w feels a sum's error by twice
  /// the class's mean, which lies within its values' deviations.
  private func roughness(_ end: Int, _ low: Int, _ high: Int) -> Double {
    let far = max(abs(sums.deviations[low]), abs(sums.deviations[end - 1]))
    let sum = max(abs(sums.sums[low]), abs(sums.sums[end]))
    let square = max(abs(sums.squareSums[low]), abs(sums.squareSums[end]))
    return 8 * Double.ulpOfOne * (far * sum + square + least[high])
  }
}
