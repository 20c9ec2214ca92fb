/// A running sum that carries the part which rounding would lose.
///
/// - Source: Neumaier (1974), ZAMM 54, 39–51, doi:10.1002/zamm.19740540106.
public struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  /// Creates a sum of nothing.
  public init() {}

  /// Adds one number.
  public mutating func add(_ value: Double) {
    let next = sum + value
    // Where the sum is infinite or not a number there is nothing left to compensate.
    if next.isFinite {
      lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    }
    sum = next
  }

  /// The sum of what was added, rounded once.
  public var value: Double { sum.isFinite ? sum + lost : sum }
}

/// The sum of `term(i)` over 0..<count: the same bytes for any number of threads.
///
/// Chunks of 4096 terms are summed with compensation, in parallel, and their sums combined with
/// compensation in order. No terms sum to zero.
///
/// - Parameters:
///   - count: the number of terms.
///   - term: the term with this number; called once for each, on any thread.
/// - Returns: the sum.
public func orderedSum(of count: Int, _ term: @Sendable (Int) -> Double) -> Double {
  let partial = FixedChunks(of: count, size: 4096).map { range in
    var sum = CompensatedSum()
    for i in range { sum.add(term(i)) }
    return sum.value
  }
  var total = CompensatedSum()
  for value in partial { total.add(value) }
  return total.value
}

/// The sum of some numbers, in their order: the same bytes for any number of threads.
public func orderedSum(of values: [Double]) -> Double {
  orderedSum(of: values.count) { values[$0] }
}
