import Drawing
import Testing

@Suite("Numbers in figures")
struct DecimalTextTests {
  // Expected: python3 -c 'from decimal import *; print(Decimal(repr(x)).quantize(Decimal("1e-3"),
  // ROUND_HALF_UP))' and likewise; the minus sign is ours.
  @Test(
    "are rounded as a reader would",
    arguments: [
      (0.8215837, 3, "0.822"), (0.125, 2, "0.13"), (0.375, 2, "0.38"), (1.005, 2, "1.01"),
      (2.675, 2, "2.68"), (-0.0004, 3, "0.000"), (-0.0005, 3, "−0.001"), (-12.5, 1, "−12.5"),
      (0.05, 1, "0.1"), (999.995, 2, "1000.00"), (0.5, 0, "1"), (0.49, 0, "0"), (1.5, 0, "2"),
      (1e14, 0, "100000000000000"), (0.1 + 0.2, 15, "0.300000000000000"), (99.99, 1, "100.0"),
      (1e-9, 3, "0.000"), (0, 2, "0.00"), (5e-4, 3, "0.001"), (12, 1, "12.0"),
    ])
  func fixed(value: Double, decimals: Int, expected: String) {
    #expect(decimalText(value, decimals: decimals) == expected)
  }

  @Test func thousandsAreGroupedFromFiveDigits() {
    #expect(decimalText(9999, decimals: 0, grouped: true) == "9999")
    #expect(decimalText(9_556_000, decimals: 0, grouped: true) == "9\u{2009}556\u{2009}000")
    #expect(decimalText(-12_345.5, decimals: 1, grouped: true) == "−12\u{2009}345.5")
  }

  @Test func whatIsNoNumberSaysSo() {
    #expect(decimalText(.nan, decimals: 2) == "–")
    #expect(decimalText(-.infinity, decimals: 2) == "−∞")
    #expect(decimalText(1.234e20, decimals: 2) == "1.23 × 10²⁰")
  }

  @Test func significantDigits() {
    #expect(significantText(0.012345, digits: 3) == "0.0123")
    #expect(significantText(36.1706, digits: 3) == "36.2")
    #expect(significantText(1234, digits: 3) == "1234")
    #expect(significantText(0, digits: 3) == "0")
    #expect(significantText(3.21e-9, digits: 3) == "3.21 × 10⁻⁹")
  }
}
