/// A number as figures print it: fixed decimals, a true minus sign, no locale.
///
/// The value is rounded as the double it is, halves to even, so that the digits agree with those
/// of C's `%.nf`.
///
/// - Parameters:
///   - value: the number; not a number gives `–`, infinities `∞`.
///   - decimals: digits after the point, 0...15.
///   - grouped: whether thin spaces part the thousands of numbers of five digits and more.
/// - Returns: the text, with an exponent for numbers of more than fifteen digits.
public func decimalText(_ value: Double, decimals: Int, grouped: Bool = false) -> String {
  guard !value.isNaN else { return "–" }
  let minus = "\u{2212}"
  guard value.isFinite else { return value < 0 ? minus + "∞" : "∞" }
  let decimals = min(max(decimals, 0), 15)
  let magnitude = value.magnitude
  let power = Ticks.powerOfTen(decimals)
  let scaled = magnitude * power
  guard scaled < 9_007_199_254_740_992 else {
    return exponentText(value)
  }
  // The rounding error of the product decides which side of a half the exact value lies on.
  let error = (-scaled).addingProduct(magnitude, power)
  var whole = scaled.rounded(.down)
  let rest = (scaled - whole - 0.5) + error
  if rest > 0 || (rest == 0 && whole.truncatingRemainder(dividingBy: 2) == 1) { whole += 1 }
  var digits = String(Int(whole))
  if digits.utf8.count <= decimals {
    digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
  }
  var integer = String(digits.dropLast(decimals))
  let fraction = digits.suffix(decimals)
  if grouped, integer.utf8.count > 4 { integer = groupedThousands(integer) }
  let sign = value < 0 && whole != 0 ? minus : ""
  return sign + integer + (decimals == 0 ? "" : "." + fraction)
}

/// A number with as few decimals as show a given count of significant digits: for labels of
/// values of any size.
public func significantText(_ value: Double, digits: Int) -> String {
  guard value.isFinite, value != 0 else { return decimalText(value, decimals: 0) }
  var exponent = 0
  while exponent < 300, value.magnitude >= Ticks.powerOfTen(exponent + 1) { exponent += 1 }
  while exponent > -300, value.magnitude < Ticks.powerOfTen(exponent) { exponent -= 1 }
  guard (-5...15).contains(exponent) else { return exponentText(value) }
  return decimalText(value, decimals: max(0, digits - 1 - exponent), grouped: true)
}

private func groupedThousands(_ digits: String) -> String {
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append("\u{2009}") }
    result.append(digit)
  }
  return result
}

/// `1.23 × 10^-7`, for numbers that no axis of a susceptibility study should hold.
private func exponentText(_ value: Double) -> String {
  let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  var exponent = 0
  var mantissa = value.magnitude
  while mantissa >= 10 {
    mantissa /= 10
    exponent += 1
  }
  while mantissa < 1 {
    mantissa *= 10
    exponent -= 1
  }
  let digits = String(exponent.magnitude).compactMap { $0.wholeNumberValue }
  let power = (exponent < 0 ? "⁻" : "") + digits.map { superscripts[$0] }.joined()
  let sign = value < 0 ? "\u{2212}" : ""
  return "\(sign)\(decimalText(mantissa, decimals: 2)) × 10\(power)"
}
