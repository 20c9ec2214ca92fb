import Numerics

/// The limits between classes of a number.
///
/// A class includes its lower limit and excludes its upper one, but for the last, which includes
/// both; a value outside the limits, or no number, is in no class.
public struct ClassBreaks: Sendable, Equatable {
  /// The limits, ascending, one more than there are classes.
  public let limits: [Double]

  /// Takes given limits.
  ///
  /// - Parameter limits: at least two, ascending; infinite ones at the ends are allowed.
  /// - Throws: ``EvaluationError/noClasses(_:)`` or ``EvaluationError/limitsNotAscending(_:)``.
  public init(limits: [Double]) throws(EvaluationError) {
    if limits.count < 2 { throw .noClasses(max(0, limits.count - 1)) }
    guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .limitsNotAscending(limits)
    }
    self.limits = limits
  }

  /// Classes of equal width.
  ///
  ///     limitᵢ = lower + (upper − lower) i / count
  ///
  /// - Parameters:
  ///   - range: from the lower limit of the first class to the upper one of the last.
  ///   - count: how many classes.
  /// - Returns: the limits.
  /// - Throws: ``EvaluationError/noClasses(_:)`` or ``EvaluationError/limitsNotAscending(_:)``.
  public static func equalIntervals(
    over range: ClosedRange<Double>, count: Int
  ) throws(EvaluationError) -> ClassBreaks {
    if count < 1 { throw .noClasses(count) }
    let width = range.upperBound - range.lowerBound
    var limits = (0..<count).map { range.lowerBound + width * Double($0) / Double(count) }
    limits.append(range.upperBound)
    return try ClassBreaks(limits: limits)
  }

  /// Classes that hold equally many of some values, as nearly as ties allow.
  ///
  /// - Parameters:
  ///   - values: the numbers to divide; those that are no number are left out.
  ///   - count: how many classes.
  /// - Returns: the limits: the smallest value, the quantiles (linear between order statistics), the
  ///   largest.
  /// - Throws: ``EvaluationError/noClasses(_:)``, ``EvaluationError/nothingToMeasure`` or
  ///   ``EvaluationError/tooFewDistinctValues(classes:limits:)``.
  public static func quantiles(
    of values: [Double], count: Int
  ) throws(EvaluationError) -> ClassBreaks {
    if count < 1 { throw .noClasses(count) }
    let sorted = values.filter { !$0.isNaN }.sorted()
    if sorted.isEmpty { throw .nothingToMeasure }
    let limits = (0...count).map { quantile(ofSorted: sorted, at: Double($0) / Double(count)) }
    guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .tooFewDistinctValues(classes: count, limits: limits)
    }
    return try ClassBreaks(limits: limits)
  }

  /// The number of classes.
  public var count: Int { limits.count - 1 }

  /// The class of a value, counted from zero, or none.
  public func classIndex(of value: Double) -> Int? {
    guard value >= limits[0], value <= limits[count] else { return nil }
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if value >= limits[middle] { low = middle } else { high = middle }
    }
    return low
  }
}
