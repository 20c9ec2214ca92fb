/// A number as figures print it: fixed decimals, a true minus sign, no locale.
///
/// Rounded as a reader would round the shortest decimal that stands for the value, halves away
/// from zero, which is the rule of the report's tables too.
///
/// - Parameters:
///   - value: the number; not a number gives `–`, infinities `∞`.
///   - decimals: digits after the point.
///   - grouped: whether thin spaces part the thousands of numbers of five digits and more.
/// - Returns: the text, with a power of ten for numbers of more than fifteen digits.
public func decimalText(_ value: Double, decimals: Int, grouped: Bool = false) -> String {
  guard !value.isNaN else { return "–" }
  let minus = "\u{2212}"
  guard value.isFinite else { return value < 0 ? minus + "∞" : "∞" }
  guard value.magnitude < 1e15 else { return powerText(value) }
  let number = ShortestDecimal(value.magnitude)
  let digits = number.rounded(toDecimals: max(0, decimals))
  var integer = String(digits.dropLast(max(0, decimals)))
  if grouped, integer.utf8.count > 4 { integer = groupedThousands(integer) }
  let sign = value < 0 && digits.contains { $0 != "0" } ? minus : ""
  return sign + integer + (decimals <= 0 ? "" : "." + digits.suffix(decimals))
}

/// A number with as few decimals as show a given count of significant digits: for labels of
/// values of any size.
public func significantText(_ value: Double, digits: Int) -> String {
  guard value.isFinite, value != 0 else { return decimalText(value, decimals: 0) }
  let magnitude = ShortestDecimal(value.magnitude).magnitude
  guard (-5...14).contains(magnitude) else { return powerText(value) }
  return decimalText(value, decimals: max(0, digits - 1 - magnitude), grouped: true)
}

/// The shortest decimal that reads back as a number, as Swift prints it.
private struct ShortestDecimal {
  /// The digits, without leading zeros.
  private var digits: [UInt8] = []
  /// How many digits stand before the point; negative for zeros after it.
  private var point = 0

  init(_ value: Double) {
    var text = Substring("\(value)")
    var exponent = 0
    if let mark = text.firstIndex(of: "e") {
      exponent = Int(text[text.index(after: mark)...]) ?? 0
      text = text[..<mark]
    }
    let whole = text.prefix { $0 != "." }
    digits = (whole + text.dropFirst(whole.count + 1)).utf8.map { $0 - 0x30 }
    point = whole.count + exponent
    while digits.first == 0 {
      digits.removeFirst()
      point -= 1
    }
  }

  /// The power of ten of the first digit.
  var magnitude: Int { point - 1 }

  /// All digits with so many after the point and at least one before, without the point.
  func rounded(toDecimals decimals: Int) -> String {
    let count = point + decimals
    var kept: [UInt8] = []
    if count >= 0 {
      kept = Array(digits.prefix(count))
      kept += [UInt8](repeating: 0, count: count - kept.count)
      if count < digits.count, digits[count] >= 5 {
        var place = count - 1
        while place >= 0, kept[place] == 9 {
          kept[place] = 0
          place -= 1
        }
        if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
      }
    }
    let missing = decimals + 1 - kept.count
    if missing > 0 { kept.insert(contentsOf: [UInt8](repeating: 0, count: missing), at: 0) }
    return String(decoding: kept.map { $0 + 0x30 }, as: UTF8.self)
  }
}

private func groupedThousands(_ digits: String) -> String {
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append("\u{2009}") }
    result.append(digit)
  }
  return result
}

/// `1.23 × 10⁻⁷`, for numbers that no axis of a susceptibility study should hold.
private func powerText(_ value: Double) -> String {
  let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  let exponent = ShortestDecimal(value.magnitude).magnitude
  let mantissa =
    exponent >= 0
    ? value.magnitude / Ticks.powerOfTen(exponent) : value.magnitude * Ticks.powerOfTen(-exponent)
  let digits = String(exponent.magnitude).compactMap { $0.wholeNumberValue }
  let power = (exponent < 0 ? "⁻" : "") + digits.map { superscripts[$0] }.joined()
  let sign = value < 0 ? "\u{2212}" : ""
  return "\(sign)\(decimalText(mantissa, decimals: 2)) × 10\(power)"
}
