import Glibc

/// Student's distribution of the ratio of an estimate to its standard error.
public enum StudentDistribution {
  /// The probability of a value at least as far from zero as `t`, on either side.
  ///
  ///     p = I_{ν / (ν + t²)}(ν / 2, ½)
  ///
  /// - Parameters:
  ///   - t: the value.
  ///   - freedom: the degrees of freedom ν, above 0.
  /// - Returns: 0...1, to about 12 digits, or 10 with a million degrees of freedom; not a number where `t`
  ///   is none.
  public static func twoSided(_ t: Double, freedom: Double) -> Double {
    precondition(freedom > 0, "\(freedom) degrees of freedom")
    if t.isNaN { return .nan }
    if t.isInfinite { return 0 }
    let square = t * t
    return incompleteBeta(
      freedom / (freedom + square), rest: square / (freedom + square), freedom / 2, 0.5)
  }
}

/// The regularised incomplete beta function I_x(a, b).
///
/// - Parameters:
///   - x: 0...1.
///   - rest: 1 − x, to full precision.
///   - a: above 0.
///   - b: above 0.
/// - Returns: 0...1.
/// - Source: DLMF 8.17.22, https://dlmf.nist.gov/8.17; continued fraction by Lentz's method,
///   Thompson & Barnett (1986), doi:10.1016/0021-9991(86)90046-X.
func incompleteBeta(_ x: Double, rest: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if rest <= 0 { return 1 }
  // A logarithm near 0 is taken of what is left to 1.
  let (logX, logRest) = (x > 0.5 ? log1p(-rest) : log(x), rest > 0.5 ? log1p(-x) : log(rest))
  let front = exp(logGammaStep(a, b) - lgamma(b) + a * logX + b * logRest)
  // The fraction converges fast on this side of the mean; the other side is its complement.
  return x < (a + 1) / (a + b + 2)
    ? front * betaFraction(x, a, b) / a : 1 - front * betaFraction(rest, b, a) / b
}

/// ln Γ(a + b) − ln Γ(a), without losing what both have in common where a is large.
///
/// - Source: DLMF 5.11.1, https://dlmf.nist.gov/5.11.
private func logGammaStep(_ a: Double, _ b: Double) -> Double {
  if a < 10 { return lgamma(a + b) - lgamma(a) }
  func rest(_ x: Double) -> Double {
    let y = 1 / (x * x)
    let terms = [
      1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
    ]
    return terms.reversed().reduce(0) { $0 * y + $1 } / x
  }
  return (a - 0.5) * log1p(b / a) + b * log(a + b) - b + rest(a + b) - rest(a)
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var result = d
  for step in 1...10_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    result *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    result *= d * c
    if abs(d * c - 1) < 1e-16 { break }
  }
  return result
}
