import Glibc

/// A colour in sRGB with an opacity, eight bits each.
public struct Color: Sendable, Hashable {
  /// Red, 0...255.
  public let red: UInt8
  /// Green, 0...255.
  public let green: UInt8
  /// Blue, 0...255.
  public let blue: UInt8
  /// Opacity: 0 is clear, 255 opaque.
  public let alpha: UInt8

  /// Creates a colour from its channels.
  public init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// Creates an opaque colour from its hexadecimal notation: `Color(0xD69A2D)`.
  public init(_ hexadecimal: UInt32) {
    self.init(
      red: UInt8(hexadecimal >> 16 & 0xFF), green: UInt8(hexadecimal >> 8 & 0xFF),
      blue: UInt8(hexadecimal & 0xFF))
  }

  /// The same colour with another opacity.
  public func withAlpha(_ alpha: UInt8) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// The colour a share of the way, 0...1, from this one to another, mixed in sRGB.
  public func mixed(with other: Color, share: Double) -> Color {
    let share = min(max(share, 0), 1)
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue),
      alpha: mix(alpha, other.alpha))
  }

  /// The relative luminance, 0 for black to 1 for white.
  ///
  /// - Source: W3C, Web Content Accessibility Guidelines 2.1, "relative luminance".
  public var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.040_45 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Clear.
  public static let clear = Color(red: 255, green: 255, blue: 255, alpha: 0)
  /// White.
  public static let white = Color(0xFFFFFF)
  /// The colour of text and axes: nearly black.
  public static let ink = Color(0x1A1A1A)
  /// The colour of secondary text and ticks.
  public static let quietInk = Color(0x5A5A5A)
  /// The colour of grid lines.
  public static let faint = Color(0xDDDDDD)
}
