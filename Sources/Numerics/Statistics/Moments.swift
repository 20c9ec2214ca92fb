import Glibc

/// By what the sum of squared deviations is divided.
public enum DeviationKind: String, Sendable, CaseIterable {
  /// By n − 1: the standard deviation of a population, estimated from a sample.
  case sample
  /// By n: the standard deviation of the numbers themselves.
  case population
}

/// The arithmetic mean.
///
///     x̄ = Σ x / n
///
/// - Returns: the mean; not a number where there are no values.
public func mean(of values: [Double]) -> Double {
  values.isEmpty ? .nan : orderedSum(of: values) / Double(values.count)
}

/// The standard deviation, from deviations about the mean.
///
///     s = √(Σ (x − x̄)² / (n − 1)),  σ = √(Σ (x − x̄)² / n)
///
/// - Parameters:
///   - values: the numbers.
///   - kind: by n − 1 or by n.
/// - Returns: the deviation; not a number where there are fewer values than two, or than one for a
///   population.
public func standardDeviation(of values: [Double], kind: DeviationKind) -> Double {
  let divisor = kind == .sample ? values.count - 1 : values.count
  guard divisor > 0 else { return .nan }
  let center = mean(of: values)
  let squares = orderedSum(of: values.count) { i in
    let d = values[i] - center
    return d * d
  }
  return (squares / Double(divisor)).squareRoot()
}

/// Pearson's correlation coefficient.
///
///     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²)
///
/// - Parameters:
///   - x: some numbers.
///   - y: as many.
/// - Returns: r, −1...1; not a number where there are fewer than two pairs or one side is constant.
public func pearson(_ x: [Double], _ y: [Double]) -> Double {
  precondition(x.count == y.count, "\(x.count) and \(y.count) values to correlate")
  let (mx, my) = (mean(of: x), mean(of: y))
  let xy = orderedSum(of: x.count) { (x[$0] - mx) * (y[$0] - my) }
  let xx = orderedSum(of: x.count) { (x[$0] - mx) * (x[$0] - mx) }
  let yy = orderedSum(of: x.count) { (y[$0] - my) * (y[$0] - my) }
  guard xx > 0, yy > 0 else { return .nan }
  return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
}
