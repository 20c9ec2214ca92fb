/// A continuous range of colours, from 0 to 1.
public struct ColorRamp: Sendable, Equatable {
  /// The colours at equal distances; those between are mixed.
  public let anchors: [Color]

  /// Creates a ramp through colours at equal distances.
  public init(_ anchors: [Color]) {
    precondition(anchors.count >= 2, "a ramp needs two colours; it got \(anchors.count)")
    self.anchors = anchors
  }

  /// The colour at a position; positions outside 0...1 get the colour of the nearer end.
  public func color(at position: Double) -> Color {
    let place = min(max(position, 0), 1) * Double(anchors.count - 1)
    let lower = min(Int(place), anchors.count - 2)
    return anchors[lower].mixed(with: anchors[lower + 1], share: place - Double(lower))
  }

  /// The same colours from the other end.
  public var reversed: ColorRamp { ColorRamp(anchors.reversed()) }

  /// As many colours as asked for, at equal distances from one end to the other.
  public func colors(_ count: Int) -> [Color] {
    guard count > 1 else { return count == 1 ? [color(at: 0.5)] : [] }
    return (0..<count).map { color(at: Double($0) / Double(count - 1)) }
  }

  /// For values that only grow: even in lightness, legible to the colour-blind and in grey.
  ///
  /// - Source: viridis of matplotlib, Stéfan van der Walt and Nathaniel Smith, 2015, CC0.
  public static let viridis = ColorRamp(
    [
      0x440154, 0x48186A, 0x472D7B, 0x424086, 0x3B528B, 0x33638D, 0x2C728E, 0x26828E, 0x21918C,
      0x1FA088, 0x28AE80, 0x3FBC73, 0x5EC962, 0x84D44B, 0xADDC30, 0xD8E219, 0xFDE725,
    ].map(Color.init))

  /// For correlations: blue for against each other, nearly white for nothing, red for together.
  ///
  /// - Source: ColorBrewer 2.0 "RdBu", Cynthia Brewer and Mark Harrower, doi:10.1179/000870403235002042.
  public static let redBlue = ColorRamp(
    [
      0x053061, 0x2065AB, 0x4393C3, 0x90C4DD, 0xD1E5F0, 0xF7F6F6, 0xFDDBC7, 0xF3A481, 0xD6604D,
      0xB1182B, 0x67001F,
    ].map(Color.init))

  /// For susceptibility: pale for safe, blue-green, amber, red, dark wine for most at risk.
  ///
  /// Lightness falls all the way, so that the order survives grey printing; neighbours of five
  /// stay at least 15 units of CIE Lab apart for each kind of colour-blindness.
  public static let susceptibility = ColorRamp(
    [0xE0EFE6, 0x7FCBC9, 0xD69A2D, 0xC2452B, 0x5E0D2C].map(Color.init))

  /// For light on terrain: shade to light.
  public static let shade = ColorRamp([Color(0x1A1A1A), Color(0xFFFFFF)])

  /// For shares and densities beneath other marks: white to dark grey.
  public static let grey = ColorRamp([Color(0xFFFFFF), Color(0x404040)])
}
