/// The distinct values among some numbers, ascending, with how often each occurs.
public struct ValueCounts: Sendable, Equatable {
  /// The values, ascending, each once.
  public let values: [Double]
  /// How often each occurs, at least once.
  public let counts: [Int]

  /// Takes values that are counted already.
  ///
  /// - Precondition: as many counts as values, the values finite and ascending, each count above 0.
  public init(values: [Double], counts: [Int]) {
    precondition(
      values.count == counts.count, "\(values.count) values with \(counts.count) counts")
    precondition(
      zip(values, values.dropFirst()).allSatisfy { $0 < $1 } && counts.allSatisfy { $0 > 0 }
        && values.allSatisfy(\.isFinite), "values that do not ascend, or occur less than once")
    self.values = values
    self.counts = counts
  }

  /// Counts numbers; those that are not finite are left out, and −0 is 0.
  public init(of numbers: [Double]) {
    var keys: [UInt64] = []
    keys.reserveCapacity(numbers.count)
    for number in numbers where number.isFinite { keys.append(sortableBits(of: number + 0)) }
    radixSort(&keys)
    let runs = Runs(ofSorted: keys)
    values = runs.keys.map { double(ofSortableBits: $0) }
    counts = runs.counts
  }

  /// How many numbers were counted.
  public var total: Int { counts.reduce(0, +) }
}
