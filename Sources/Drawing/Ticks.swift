/// Round values along an axis: whole multiples of 1, 2 or 5 times a power of ten.
public struct Ticks: Sendable, Equatable {
  /// The values, ascending, all within the range asked for.
  public let values: [Double]
  /// The distance between neighbours; 0 for a range of one value.
  public let step: Double
  /// How many decimals tell the values apart.
  public let decimals: Int

  /// Finds the round values in a range.
  ///
  /// - Parameters:
  ///   - range: the axis, finite.
  ///   - intervals: how many intervals to aim for; the result has the step that comes nearest.
  public init(in range: ClosedRange<Double>, intervals: Int = 5) {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite, range.lowerBound.isFinite else {
      self.init(values: range.lowerBound.isFinite ? [range.lowerBound] : [], step: 0, decimals: 0)
      return
    }
    let (mantissa, exponent) = Self.roundStep(span / Double(max(intervals, 1)))
    self.init(in: range, mantissa: mantissa, exponent: exponent)
  }

  /// Finds the multiples of a step in a range, for axes that share their step.
  ///
  /// - Parameters:
  ///   - range: the axis, finite.
  ///   - step: the distance between values, brought to the nearest round one.
  public init(in range: ClosedRange<Double>, step: Double) {
    precondition(step > 0 && step.isFinite, "ticks \(step) apart")
    let (mantissa, exponent) = Self.roundStep(step)
    self.init(in: range, mantissa: mantissa, exponent: exponent)
  }

  private init(in range: ClosedRange<Double>, mantissa: Int, exponent: Int) {
    let scale = Self.powerOfTen(abs(exponent))
    // A product or quotient of whole numbers: 3 x 0.1 gives the double nearest to 0.3.
    func value(_ multiple: Double) -> Double {
      exponent >= 0
        ? multiple * Double(mantissa) * scale : multiple * Double(mantissa) / scale
    }
    let step = value(1)
    let slack = step * 1e-9
    var multiple = (range.lowerBound / step).rounded(.up) - 1
    var values: [Double] = []
    while value(multiple) <= range.upperBound + slack, values.count < 1000 {
      if value(multiple) >= range.lowerBound - slack { values.append(value(multiple) + 0) }
      multiple += 1
    }
    self.init(values: values, step: step, decimals: max(0, -exponent))
  }

  private init(values: [Double], step: Double, decimals: Int) {
    self.values = values
    self.step = step
    self.decimals = decimals
  }

  /// The labels of the values, all with the same number of decimals.
  public var labels: [String] {
    values.map { decimalText($0, decimals: decimals, grouped: true) }
  }

  /// The round length (1, 2 or 5 times a power of ten) nearest below a length.
  public static func roundLength(atMost length: Double) -> Double {
    guard length > 0, length.isFinite else { return 0 }
    var exponent = -30
    while powerOfTen(exponent + 1) <= length, exponent < 30 { exponent += 1 }
    let power = powerOfTen(exponent)
    for mantissa in [5.0, 2.0] where mantissa * power <= length { return mantissa * power }
    return power
  }

  private static func roundStep(_ rough: Double) -> (mantissa: Int, exponent: Int) {
    var exponent = -300
    var low = 0
    // Bisection over exponents: no logarithm, whose last digit differs between libraries.
    var high = 600
    while high - low > 1 {
      let middle = (low + high) / 2
      if powerOfTen(middle - 300) <= rough { low = middle } else { high = middle }
    }
    exponent = low - 300
    let share = rough / powerOfTen(exponent)
    if share < 1.5 { return (1, exponent) }
    if share < 3.5 { return (2, exponent) }
    if share < 7.5 { return (5, exponent) }
    return (1, exponent + 1)
  }

  static func powerOfTen(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent >= 0 ? result : 1 / result
  }
}
