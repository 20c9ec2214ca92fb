public import Drawing

/// How the values of a continuous layer become colours.
public struct ValueScale: Sendable, Equatable {
  /// What the values are: `slope`.
  public let title: String
  /// Their unit, empty where they have none.
  public let unit: String
  /// The value of the first colour.
  public let low: Double
  /// The value of the last colour.
  public let high: Double
  /// The least value that occurs; below ``low`` it gets the first colour.
  public let least: Double
  /// The greatest value that occurs; above ``high`` it gets the last colour.
  public let most: Double
  /// The colours.
  public let ramp: ColorRamp

  /// Creates a scale from two values.
  public init(
    title: String, unit: String = "", low: Double, high: Double, least: Double? = nil,
    most: Double? = nil, ramp: ColorRamp = .viridis
  ) {
    precondition(low.isFinite && high.isFinite && low <= high, "a scale from \(low) to \(high)")
    self.title = title
    self.unit = unit
    self.low = low
    self.high = high
    self.least = least ?? low
    self.most = most ?? high
    self.ramp = ramp
  }

  /// Chooses a scale that shows most of some values well.
  ///
  /// From the least to the greatest value; but where a hundredth of the values at an end stretches
  /// the range by more than a half, that end is cut there and the legend says so by a point.
  /// Values on both sides of zero get a diverging ramp with zero in its middle, unless another ramp
  /// is asked for.
  ///
  /// - Parameters:
  ///   - values: the cells; those that are not finite are left out.
  ///   - range: the least and greatest value, where `values` are means over blocks of cells.
  ///   - title: what they are.
  ///   - unit: their unit.
  ///   - colors: the colours, and the value of their middle.
  /// - Returns: the scale, or nothing where no value is finite.
  public static func fitting(
    _ values: [Float], range: ClosedRange<Double>? = nil, title: String, unit: String = "",
    colors: ScaleColors = ScaleColors()
  ) -> ValueScale? {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first.map(Double.init), let last = sorted.last.map(Double.init) else {
      return nil
    }
    let least = min(range?.lowerBound ?? first, first)
    let most = max(range?.upperBound ?? last, last)
    let inset = sorted.count / 100
    let lower = Double(sorted[inset])
    let upper = Double(sorted[sorted.count - 1 - inset])
    var low = lower - least > 0.5 * (upper - lower) ? lower : least
    var high = most - upper > 0.5 * (upper - lower) ? upper : most
    if lower == upper { (low, high) = (least, most) }
    let (ramp, middle) = colors.chosen(low: low, high: high)
    if let middle {
      let reach = max(high - middle, middle - low)
      (low, high) = (middle - reach, middle + reach)
    }
    return ValueScale(
      title: title, unit: unit, low: low, high: high, least: least, most: most, ramp: ramp)
  }

  /// Whether the colours are light and shade, which nobody reads a number from.
  public var isLight: Bool { ramp == .shade }
  /// Whether values below ``low`` occur.
  public var extendsBelow: Bool { least < low }
  /// Whether values above ``high`` occur.
  public var extendsAbove: Bool { most > high }

  /// The title with the unit in brackets; the unit alone where several quantities share the scale.
  public var heading: String {
    if title.isEmpty { return unit.isEmpty ? "Value" : unit }
    return unit.isEmpty ? title : "\(title) (\(unit))"
  }

  /// Where a value lies between the ends, 0...1.
  func position(of value: Double) -> Double {
    high > low ? min(max((value - low) / (high - low), 0), 1) : 0.5
  }

  /// How many colours a picture of values has: neighbours cannot be told apart, and a file with a
  /// palette of 256 has room for text and lines beside them.
  static let steps = 192

  /// The palette of a picture of values: no data, then the colours of the ramp.
  var palette: [Color] { [ClassPalette.noData] + ramp.colors(Self.steps) }

  /// The place in ``palette`` of a value.
  func index(of value: Float) -> UInt8 {
    guard value.isFinite else { return 0 }
    return UInt8(1 + (position(of: Double(value)) * Double(Self.steps - 1)).rounded())
  }
}
