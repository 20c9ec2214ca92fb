/// Elementary functions with the same bits on any machine: nothing but the four operations, square
/// roots and scaling by powers of two, each rounded as IEEE 754 says.
///
/// The C library's differ in the last digit between its versions and between processors.
enum Elementary {
  /// e to the power of `x`, to about one part in 10¹⁵; 0 below −700, the value at 700 above it.
  static func exp(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let bounded = min(x, 700)
    let power = (bounded * 1.4426950408889634).rounded()
    // ln 2 in two parts, so that the rest is exact to the last bit.
    let rest = (bounded - power * 0.6931471803691238) - power * 1.9082149292705877e-10
    var sum = 1.0
    for order in stride(from: 14.0, through: 1, by: -1) { sum = 1 + rest / order * sum }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// 1 / (1 + e^−x).
  static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
