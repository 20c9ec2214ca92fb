import Numerics

/// Sums over distinct values from which the squared deviations of any class follow.
///
/// The values are taken from their median, and summed from there outwards, to 32 digits: a class far
/// from a value of great size does not feel it, and a narrow class far out keeps its digits.
struct OutwardSums: Sendable {
  /// By what the values were multiplied, a power of two, so that no square overflows.
  let scale: Double
  /// How many numbers lie below each value, and in all.
  let below: [Double]
  /// The sum of deviations from the median value up to each value, rounded, and what that took.
  let sums: [Double]
  let sumRests: [Double]
  /// The same of squared deviations; below the median value they are negative.
  let squareSums: [Double]
  let squareRests: [Double]
  /// How far each value lies from the median value.
  let deviations: [Double]

  init(of values: ValueCounts) {
    let (all, counts) = (values.values, values.counts)
    let greatest = max(abs(all.first ?? 0), abs(all.last ?? 0))
    let scale = greatest > 0 ? Double(sign: .plus, exponent: -greatest.exponent, significand: 1) : 1
    var below = [0.0]
    below.reserveCapacity(all.count + 1)
    var passed = 0
    for count in counts {
      passed += count
      below.append(Double(passed))
    }
    let half = Double(passed) / 2
    let middle = max(0, (below.firstIndex { $0 > half } ?? 1) - 1)
    let centre = all.isEmpty ? 0 : all[middle] * scale
    var first = [DoubleDouble](repeating: DoubleDouble(0), count: all.count + 1)
    var second = first
    func terms(_ i: Int) -> (DoubleDouble, DoubleDouble) {
      let deviation = DoubleDouble.exactDifference(all[i] * scale, centre)
      let weight = Double(counts[i])
      return (deviation * weight, deviation.squared * weight)
    }
    for i in middle..<all.count {
      let (sum, square) = terms(i)
      (first[i + 1], second[i + 1]) = (first[i] + sum, second[i] + square)
    }
    for i in stride(from: middle - 1, through: 0, by: -1) {
      let (sum, square) = terms(i)
      (first[i], second[i]) = (first[i + 1] - sum, second[i + 1] - square)
    }
    self.scale = scale
    self.below = below
    (sums, sumRests) = (first.map(\.high), first.map(\.low))
    (squareSums, squareRests) = (second.map(\.high), second.map(\.low))
    deviations = all.map { $0 * scale - centre }
  }

  /// The number of values.
  var count: Int { deviations.count }

  /// The squared deviations of the values `start..<end` from their mean.
  ///
  ///     Σ w d² − (Σ w d)² / Σ w
  func squares(_ start: Int, _ end: Int) -> Double {
    if end - start < 2 { return 0 }
    let sum = difference(sums, sumRests, start, end)
    let square = difference(squareSums, squareRests, start, end)
    return max(0, (square - sum.squared / (below[end] - below[start])).high)
  }

  @inline(__always)
  private func difference(
    _ values: [Double], _ rests: [Double], _ start: Int, _ end: Int
  ) -> DoubleDouble {
    DoubleDouble(high: values[end], low: rests[end])
      - DoubleDouble(high: values[start], low: rests[start])
  }
}
