/// A number with a fixed count of decimals, rounded half away from zero on its decimal expansion, with
/// a point and no grouping: `formatFixed(0.8216, decimals: 2)` is `0.82`.
public func formatFixed(_ value: Double, decimals: Int) -> String {
  guard value.isFinite else { return value.isNaN ? "–" : (value < 0 ? "−∞" : "∞") }
  guard abs(value) < 1e15 else { return String(value) }
  // The shortest decimal expansion is what the reader would round, so round that and not the binary.
  let (negative, digits, exponent) = decimalDigits(of: value)
  let rounded = roundDigits(digits, pointAt: exponent, keep: decimals)
  let isZero = rounded.allSatisfy { $0 == 0x30 || $0 == 0x2E }
  return (negative && !isZero ? "-" : "") + String(decoding: rounded, as: UTF8.self)
}

/// A number with so many significant digits, without trailing zeros after the point.
public func formatSignificant(_ value: Double, digits: Int) -> String {
  guard value.isFinite else { return formatFixed(value, decimals: 0) }
  if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
  let (_, all, exponent) = decimalDigits(of: value)
  let leading = all.prefix { $0 == 0 }.count
  let magnitude = exponent - leading
  if magnitude < -4 || magnitude > 15 {
    let (power, text) = scientific(value, digits: digits)
    return "\(text)e\(power)"
  }
  var text = formatFixed(value, decimals: max(0, digits - magnitude))
  if text.contains(".") {
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
  }
  return text
}

private func scientific(_ value: Double, digits: Int) -> (Int, String) {
  let (negative, all, exponent) = decimalDigits(of: value)
  let leading = all.prefix { $0 == 0 }.count
  let significant = Array(all.dropFirst(leading))
  var power = exponent - leading - 1
  var rounded = roundDigits(significant, pointAt: 1, keep: max(0, digits - 1))
  if rounded.prefix(while: { $0 != 0x2E }).count > 1 {
    power += 1
    rounded = roundDigits([1], pointAt: 1, keep: 0)
  }
  var text = String(decoding: rounded, as: UTF8.self)
  if text.contains(".") {
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
  }
  return (power, (negative ? "-" : "") + text)
}

/// The digits of the shortest decimal that reads back as `value`, and where its point stands.
private func decimalDigits(of value: Double) -> (negative: Bool, digits: [UInt8], pointAt: Int) {
  var digits: [UInt8] = []
  var point: Int?
  var exponent = 0
  var text = Substring(String(abs(value)))
  if let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
    exponent = Int(text[text.index(after: mark)...]) ?? 0
    text = text[..<mark]
  }
  for byte in text.utf8 {
    if byte == 0x2E { point = digits.count } else { digits.append(byte - 0x30) }
  }
  return (value.sign == .minus, digits, (point ?? digits.count) + exponent)
}

/// The digits rounded to `keep` places after the point, as ASCII with at least one digit before it.
private func roundDigits(_ digits: [UInt8], pointAt: Int, keep: Int) -> [UInt8] {
  let wanted = pointAt + keep
  var kept = [UInt8](repeating: 0, count: max(0, -pointAt) + 1) + digits
  let shift = max(0, -pointAt) + 1
  let cut = wanted + shift
  if cut < kept.count {
    let roundsUp = cut >= 0 && kept[max(cut, 0)] >= 5
    kept.removeSubrange(max(cut, 0)...)
    if roundsUp {
      var index = kept.count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
  }
  let point = pointAt + shift
  while kept.count < point + keep { kept.append(0) }
  var whole = Array(kept.prefix(point).drop { $0 == 0 })
  if whole.isEmpty { whole = [0] }
  let fraction = keep > 0 ? [0x2E] + kept[point..<(point + keep)].map { $0 + 0x30 } : []
  return whole.map { $0 + 0x30 } + fraction
}
