import Glibc

/// The distribution of a sum of squares of independent standard normal numbers.
public enum ChiSquareDistribution {
  /// The probability of a value above `x`.
  ///
  ///     p = Q(ν / 2, x / 2)
  ///
  /// - Parameters:
  ///   - x: the value.
  ///   - freedom: the degrees of freedom ν, above 0.
  /// - Returns: 0...1, to about 13 digits; not a number where `x` is none.
  public static func upper(_ x: Double, freedom: Double) -> Double {
    precondition(freedom > 0, "\(freedom) degrees of freedom")
    if x.isNaN { return .nan }
    if x <= 0 { return 1 }
    return x.isInfinite ? 0 : upperGamma(freedom / 2, x / 2)
  }
}

/// The regularised upper incomplete gamma function Q(a, x).
///
/// - Source: DLMF 8.11.4 (series) and 8.9.2 (continued fraction), https://dlmf.nist.gov/8.
private func upperGamma(_ a: Double, _ x: Double) -> Double {
  let front = exp(a * log(x) - x - lgamma(a))
  if x < a + 1 {
    var (term, sum, n) = (1 / a, 1 / a, a)
    while abs(term) > abs(sum) * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return 1 - front * sum
  }
  let tiny = 1e-300
  var b = x + 1 - a
  var c = 1 / tiny
  var d = 1 / b
  var result = d
  for step in 1...100_000 {
    let i = Double(step)
    let factor = -i * (i - a)
    b += 2
    d = 1 / (abs(factor * d + b) < tiny ? tiny : factor * d + b)
    c = abs(b + factor / c) < tiny ? tiny : b + factor / c
    result *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return front * result
}
