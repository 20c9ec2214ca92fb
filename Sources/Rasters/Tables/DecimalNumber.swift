/// Reads decimal numbers from bytes: digits with a point, an exponent and a sign, nothing else.
enum DecimalNumber {
  /// Powers of ten that are doubles exactly.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The double nearest to the number that the bytes spell; none where they spell no number.
  ///
  /// Up to 15 digits and a power of ten up to 22 are one exact operation (Clinger 1990,
  /// doi:10.1145/93542.93557); the standard library reads the others.
  static func read(_ bytes: ArraySlice<UInt8>) -> Double? {
    var position = bytes.startIndex
    var mantissa: UInt64 = 0
    var digits = 0
    var fraction = 0
    func peek() -> UInt8 { position < bytes.endIndex ? bytes[position] : 0 }
    func readDigits() -> Int {
      let start = position
      while position < bytes.endIndex {
        let digit = bytes[position] &- 0x30
        if digit > 9 { break }
        if mantissa > 0 || digit > 0 { digits += 1 }
        if digits <= 18 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        position += 1
      }
      return position - start
    }
    let isNegative = peek() == UInt8(ascii: "-")
    if isNegative || peek() == UInt8(ascii: "+") { position += 1 }
    var count = readDigits()
    if peek() == UInt8(ascii: ".") {
      position += 1
      fraction = readDigits()
      count += fraction
    }
    guard count > 0 else { return nil }
    var exponent = 0
    if peek() | 0x20 == UInt8(ascii: "e") {
      position += 1
      let isBelow = peek() == UInt8(ascii: "-")
      if isBelow || peek() == UInt8(ascii: "+") { position += 1 }
      let start = position
      while position < bytes.endIndex, bytes[position] &- 0x30 <= 9 {
        exponent = min(exponent * 10 + Int(bytes[position] - 0x30), 100_000)
        position += 1
      }
      guard position > start else { return nil }
      if isBelow { exponent = -exponent }
    }
    guard position == bytes.endIndex else { return nil }
    let power = exponent - fraction
    guard digits <= 15, abs(power) <= 22 else {
      return Double(String(decoding: bytes, as: UTF8.self))
    }
    let whole = Double(mantissa)
    let size = power < 0 ? whole / powers[-power] : whole * powers[power]
    return isNegative ? -size : size
  }
}
