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

    /// What the start costs where so much is passed at the end, but for a part of the end alone.
    @inline(__always)
    func cost(_ endSum: Double, _ endBelow: Double) -> Double {
      let part = endSum - sum
      return cost - part * part / (endBelow - below)
    }
  }

  let entries: UnsafePointer<OutwardSums.Entry>
  let trials: UnsafePointer<Trial>

  /// The best start of the last class of the first `end` values, among some.
  ///
  /// All starts are tried with 16 digits; of those that rounding cannot tell from the best, each with
  /// 32, and the first of the best is taken.
  @inline(__always)
  func best(of end: Int, from low: Int, through high: Int) -> (start: Int, squares: Double) {
    if low == high { return (low, squares(from: low, to: end)) }
    let (sum, below) = (trials[end].sum, trials[end].below)
    var (least, second, first) = (Double.infinity, Double.infinity, low)
    for start in low...high {
      let cost = trials[start].cost(sum, below)
      if cost < least {
        (second, least, first) = (least, cost, start)
      } else if cost < second {
        second = cost
      }
    }
    let bound = least + 2 * roughness(end, low, high)
    if second > bound { return (first, squares(from: first, to: end)) }
    var best = (start: low, squares: Double.infinity)
    for start in low...high where trials[start].cost(sum, below) <= bound {
      let squares = squares(from: start, to: end)
      if squares < best.squares { best = (start, squares) }
    }
    return best
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
