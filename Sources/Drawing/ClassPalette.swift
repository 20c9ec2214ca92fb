import Glibc

/// Colours for classes.
public enum ClassPalette {
  /// Colours for ordered classes, from least to most.
  ///
  /// Up to seven neighbours stay at least 10 units of CIE Lab apart, with usual sight and with each
  /// kind of colour-blindness.
  public static func ordered(_ count: Int, ramp: ColorRamp = .susceptibility) -> [Color] {
    ramp.colors(count)
  }

  /// How many classes without an order have colours that everyone tells apart.
  public static let distinctCount = 8

  /// Colours for classes without an order, such as rock types.
  ///
  /// Any two of the first ``distinctCount`` lie at least 20 units of CIE Lab apart, with usual
  /// sight and with each kind of colour-blindness, and they are light enough for marks on them. The
  /// set was found by a search for the largest least distance. More are spread over hue by the
  /// golden angle, in three lightnesses, as no set of that many can be told apart by everyone.
  public static func nominal(_ count: Int) -> [Color] {
    let base: [UInt32] = [
      0xC3F0C3, 0xD26978, 0x96B4FF, 0x87873C, 0xFFD2FF, 0x00C3B4, 0xB4C378, 0x4B87B4,
    ]
    if count <= base.count { return base.prefix(count).map(Color.init) }
    return (0..<count).map { index in
      let hue = 137.507_764 * Double(index) * .pi / 180
      return Oklab(lightness: [0.80, 0.66, 0.88][index % 3], chroma: 0.10, hue: hue).color
    }
  }

  /// Colours for lines and marks on white: at least three times as dark, and any two at least 28
  /// units of CIE Lab apart, with usual sight and with each kind of colour-blindness.
  public static let lines: [Color] = [
    0x2D1E96, 0xD27800, 0x5A1E5A, 0x879669, 0xA50000, 0x6978FF, 0xB469B4, 0x780F2D,
  ].map(Color.init)

  /// Colours for lines and marks over a map, the most needed first.
  public static let overlays: [Color] = [0x1A1A1A, 0xA50000, 0x2D1E96, 0xB469B4].map(Color.init)

  /// The colour of cells without data.
  public static let noData = Color(0xDEDEDE)
}
