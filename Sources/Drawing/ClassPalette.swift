import Glibc

/// Colours for classes.
public enum ClassPalette {
  /// Colours for ordered classes, from least to most.
  public static func ordered(_ count: Int) -> [Color] { ColorRamp.susceptibility.colors(count) }

  /// Colours for classes without an order, such as rock types.
  ///
  /// Up to eight are the set of Okabe and Ito, chosen for the colour-blind, lightened so that
  /// marks stay legible on them; more are spread over hue by the golden angle, in three
  /// lightnesses, as no set of that many can be told apart by everyone.
  ///
  /// - Source: Okabe and Ito, 2008, Color Universal Design, https://jfly.uni-koeln.de/color/.
  public static func nominal(_ count: Int) -> [Color] {
    let base: [UInt32] = [
      0x7FB8DA, 0xF0C05A, 0x66BFA0, 0xE39A6B, 0xD8A5C6, 0xEFE68A, 0x5D8FBF, 0xA8A8A8,
    ]
    if count <= base.count { return base.prefix(count).map(Color.init) }
    return (0..<count).map { index in
      let hue = 137.507_764 * Double(index) * .pi / 180
      return oklch(lightness: [0.80, 0.66, 0.88][index % 3], chroma: 0.10, hue: hue)
    }
  }

  /// Colours for lines and marks on white: dark enough to be seen, told apart by the colour-blind.
  ///
  /// - Source: Okabe and Ito, 2008, with their yellow darkened.
  public static let lines: [Color] = [
    0x0072B2, 0xD55E00, 0x009E73, 0xB65C94, 0x4D4D4D, 0xA8860A, 0x3D9BD1, 0x7A4B1E,
  ].map(Color.init)

  /// A colour of Björn Ottosson's Oklab, in polar coordinates.
  private static func oklch(lightness: Double, chroma: Double, hue: Double) -> Color {
    let a = chroma * cos(hue)
    let b = chroma * sin(hue)
    func cube(_ value: Double) -> Double { value * value * value }
    let long = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let medium = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let short = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
    func channel(_ value: Double) -> UInt8 {
      let clipped = min(max(value, 0), 1)
      let encoded = clipped <= 0.003_130_8 ? 12.92 * clipped : 1.055 * pow(clipped, 1 / 2.4) - 0.055
      return UInt8((encoded * 255).rounded())
    }
    return Color(
      red: channel(4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short),
      green: channel(-1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short),
      blue: channel(-0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short))
  }
}
