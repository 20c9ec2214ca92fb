/// A number held as the sum of two, to about 32 digits: for differences of sums that would lose all
/// of their own digits.
///
/// Numbers of a size up to 1e290 whose products are no smaller than 1e-270.
///
/// - Source: Joldes, Muller & Popescu (2017), doi:10.1145/3121432, algorithms 6, 9, 12 and 15; exact
///   products after Dekker (1971), doi:10.1007/BF01397083.
@frozen
public struct DoubleDouble: Sendable, Equatable {
  /// The number, rounded.
  public let high: Double
  /// What rounding took from it.
  public let low: Double

  /// Takes a number that needs no second part.
  @inlinable @inline(__always)
  public init(_ value: Double) { (high, low) = (value, 0) }

  /// Takes the two parts that another such number had.
  @inlinable @inline(__always)
  public init(high: Double, low: Double) { (self.high, self.low) = (high, low) }

  /// The exact sum of two numbers.
  @inlinable @inline(__always)
  static func exactSum(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    let part = sum - a
    return DoubleDouble(high: sum, low: (a - (sum - part)) + (b - part))
  }

  /// The exact sum of two numbers, the first at least as large.
  @inlinable @inline(__always)
  static func renormalised(_ a: Double, _ b: Double) -> DoubleDouble {
    let sum = a + b
    return DoubleDouble(high: sum, low: b - (sum - a))
  }

  /// The exact product of two numbers, without the processor's fused instruction: where a program may
  /// not count on that, it is a call.
  @inlinable @inline(__always)
  static func exactProduct(_ a: Double, _ b: Double) -> DoubleDouble {
    let product = a * b
    let (splitA, splitB) = (a * 134_217_729, b * 134_217_729)
    let (highA, highB) = (splitA - (splitA - a), splitB - (splitB - b))
    let (lowA, lowB) = (a - highA, b - highB)
    let rest = ((highA * highB - product) + highA * lowB + lowA * highB) + lowA * lowB
    return DoubleDouble(high: product, low: rest)
  }

  /// The exact difference of two numbers.
  @inlinable @inline(__always)
  public static func exactDifference(_ a: Double, _ b: Double) -> DoubleDouble { exactSum(a, -b) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  @inlinable @inline(__always)
  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let (sum, rest) = (exactSum(a.high, b.high), exactSum(a.low, b.low))
    let first = renormalised(sum.high, sum.low + rest.high)
    return renormalised(first.high, rest.low + first.low)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  @inlinable @inline(__always)
  public static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    a + DoubleDouble(high: -b.high, low: -b.low)
  }

  /// The difference of two numbers, right to 32 digits of the larger and not of the difference: as
  /// good as `-` for sums that have no more digits themselves, in less than half the time.
  @inlinable @inline(__always)
  public static func roughDifference(_ a: DoubleDouble, _ b: DoubleDouble) -> DoubleDouble {
    let difference = exactSum(a.high, -b.high)
    return renormalised(difference.high, difference.low + (a.low - b.low))
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  @inlinable @inline(__always)
  public static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let product = exactProduct(a.high, b)
    return renormalised(product.high, product.low + a.low * b)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  @inlinable @inline(__always)
  public static func / (a: DoubleDouble, b: Double) -> DoubleDouble {
    let quotient = a.high / b
    let product = exactProduct(quotient, b)
    // The remainder of a division is a double: the first difference is exact.
    return renormalised(quotient, (((a.high - product.high) - product.low) + a.low) / b)
  }

  /// The number times itself.
  @inlinable @inline(__always)
  public var squared: DoubleDouble {
    let square = DoubleDouble.exactProduct(high, high)
    return DoubleDouble.renormalised(square.high, square.low + 2 * high * low)
  }
}
