import Glibc

/// The standard normal distribution: mean 0, standard deviation 1.
public enum NormalDistribution {
  /// The probability of a value up to `x`.
  ///
  ///     Φ(x) = ½ erfc(−x / √2)
  ///
  /// Relative error near 1e-15 in both tails: the rounding of x / √2, which erfc would magnify
  /// x²-fold, is carried to first order.
  public static func cumulative(_ x: Double) -> Double {
    guard x.isFinite else { return x.isNaN ? .nan : (x > 0 ? 1 : 0) }
    let (high, low) = (0.7071067811865476, -4.833646656726457e-17)
    let t = -x * high
    let rest = fma(-x, high, -t) - x * low
    let slope = -1.1283791670955126 * exp(-t * t)
    return 0.5 * (erfc(t) + slope * rest)
  }

  /// The probability of a value at least as far from zero as `z`, on either side.
  ///
  ///     p = 2 Φ(−|z|)
  public static func twoSided(_ z: Double) -> Double {
    2 * cumulative(-abs(z))
  }

  /// The value below which the probability is `p`.
  ///
  /// - Parameter p: 0...1; 0 and 1 give the infinities.
  /// - Returns: Φ⁻¹(p), to about one part in 10¹⁶.
  /// - Source: Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37, 477–484,
  ///   doi:10.2307/2347330.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * polynomial(central.above, r) / polynomial(central.below, r)
    }
    let r = (-log(q < 0 ? p : 1 - p)).squareRoot()
    let size =
      r <= 5
      ? polynomial(middle.above, r - 1.6) / polynomial(middle.below, r - 1.6)
      : polynomial(tail.above, r - 5) / polynomial(tail.below, r - 5)
    return q < 0 ? -size : size
  }

  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var sum = 0.0
    for c in coefficients.reversed() { sum = sum * x + c }
    return sum
  }

  private struct Ratio {
    let above: [Double]
    let below: [Double]
  }

  private static let central = Ratio(
    above: [
      3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
      1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
      3.3430575583588128105e+4, 2.5090809287301226727e+3,
    ],
    below: [
      1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
      2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
      5.2264952788528545610e+3,
    ])

  private static let middle = Ratio(
    above: [
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
      3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    below: [
      1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9,
    ])

  private static let tail = Ratio(
    above: [
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    below: [
      1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15,
    ])
}
