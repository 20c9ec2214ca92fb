import Numerics

/// The choice of where the last class begins, given the least squares of all values before it.
///
/// Unchecked: it reads memory that outlives it and that nothing writes.
struct StartChoice: @unchecked Sendable {
  /// What is tried of a start, with 16 digits.
  struct Trial {
    /// The least squares before the start, less the squares passed there: what a start costs, but for
    /// a part of the end alone and the last class's mean.
    let cost: Double
    /// The deviations passed.
    let sum: Double
    /// The numbers passed.
    let below: Double
    /// The least squares before the start.
    let least: Double
  }

  let entries: UnsafeBufferPointer<OutwardSums.Entry>
  let trials: UnsafeBufferPointer<Trial>

  /// The best start of the last class of the first `end` values, among some.
  ///
  /// All starts are tried with 16 digits; of those that rounding cannot tell from the best, each with
  /// 32, and the first of the best is taken.
  func best(of end: Int, from low: Int, through high: Int) -> (start: Int, squares: Double) {
    if low == high { return (low, squares(from: low, to: end)) }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: high - low + 1) { tried in
      let (sum, below) = (trials[end].sum, trials[end].below)
      var least = Double.infinity
      for i in 0...(high - low) {
        let trial = trials[low + i]
        let part = sum - trial.sum
        let cost = trial.cost - part * part / (below - trial.below)
        tried[i] = cost
        least = cost < least ? cost : least
      }
      let bound = least + 2 * roughness(end, low, high)
      var best = (start: low, squares: Double.infinity)
      for i in 0...(high - low) where tried[i] <= bound {
        let squares = squares(from: low + i, to: end)
        if squares < best.squares { best = (low + i, squares) }
      }
      return best
    }
  }

  /// The least squares with a last class from a start, with all digits.
  @inline(__always)
  private func squares(from start: Int, to end: Int) -> Double {
    let last = end - start < 2 ? 0 : entries[start].squares(upTo: entries[end])
    return trials[start].least + last
  }

  /// How far a trial with 16 digits may lie from the truth.
  ///
  /// Each sum is rounded once, its differences once more; (Σ w d)² / Σ w feels a sum's error by twice
  /// the class's mean, which lies within its values' deviations.
  @inline(__always)
  private func roughness(_ end: Int, _ low: Int, _ high: Int) -> Double {
    let (first, last) = (entries[low], entries[end])
    let far = max(abs(first.deviation), abs(entries[end - 1].deviation))
    let sum = max(abs(first.sum.high), abs(last.sum.high))
    let square = max(abs(first.squares.high), abs(last.squares.high))
    return 8 * Double.ulpOfOne * (far * sum + square + trials[high].least)
  }
}
