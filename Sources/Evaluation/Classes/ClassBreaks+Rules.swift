import Glibc
import Numerics

/// Rules of cartography for the limits of classes.
extension ClassBreaks {
  /// Classes each as many times as wide as the one before.
  ///
  ///     limitᵢ = a (b / a)^(i / count),  a the smallest number above 0, b the largest
  ///
  /// A ratio cannot begin at zero. Where there are zeros, the first class reaches down to 0 and
  /// includes them, and its upper limit stays; numbers below zero have no ratio to those above it and
  /// are refused. (The “geometrical interval” of ArcGIS is another rule, whose formula is not
  /// published.)
  ///
  /// - Parameters:
  ///   - smallest: the smallest number.
  ///   - smallestPositive: the smallest number above 0.
  ///   - largest: the largest number.
  ///   - count: how many classes.
  /// - Returns: the limits.
  /// - Throws: ``EvaluationError/noClasses(_:)``, ``EvaluationError/negativeValues(smallest:)`` or
  ///   ``EvaluationError/tooFewDistinctValues(classes:limits:)``.
  /// - Source: Evans (1977), The selection of class intervals, doi:10.2307/622195.
  public static func geometricIntervals(
    from smallest: Double, smallestPositive: Double, to largest: Double, count: Int
  ) throws(EvaluationError) -> ClassBreaks {
    if count < 1 { throw .noClasses(count) }
    if smallest < 0 { throw .negativeValues(smallest: smallest) }
    if smallestPositive >= largest {
      throw .tooFewDistinctValues(classes: count, limits: [smallest, largest])
    }
    let (low, high) = (log(smallestPositive), log(largest))
    var limits = [smallest]
    for i in 1..<max(count, 1) {
      limits.append(exp(low + (high - low) * Double(i) / Double(count)))
    }
    limits.append(largest)
    guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .tooFewDistinctValues(classes: count, limits: limits)
    }
    return try ClassBreaks(limits: limits)
  }

  /// The shares that lie below each limit, from 0 to 1, of classes that hold given shares.
  ///
  /// - Parameter shares: each above 0, summing to 1.
  /// - Returns: one more than there are shares.
  public static func cumulative(_ shares: [Double]) -> [Double] {
    var sum = CompensatedSum()
    var passed = [0.0]
    for share in shares.dropLast() {
      sum.add(share)
      passed.append(min(1, max(0, sum.value)))
    }
    return passed + [1]
  }
}
