/// A unit of measurement: its symbol, its dimension, and its size in base units.
public struct Unit: Sendable, Hashable, Codable {
  /// The symbol as notebooks and tables spell it: `m`, `km2`, `degrees`, `rad/m`.
  public let symbol: String
  /// What it measures.
  public let dimension: Dimension
  /// One of this unit in base units (metre, radian, second).
  public let scale: Double

  /// Creates a unit.
  public init(symbol: String, dimension: Dimension, scale: Double) {
    self.symbol = symbol
    self.dimension = dimension
    self.scale = scale
  }

  /// A plain number.
  public static let one = Unit(symbol: "", dimension: .none, scale: 1)
  /// Metres.
  public static let metre = Unit(symbol: "m", dimension: .length, scale: 1)
  /// Thousandths of a metre.
  public static let millimetre = Unit(symbol: "mm", dimension: .length, scale: 0.001)
  /// Square metres.
  public static let squareMetre = Unit(symbol: "m2", dimension: .area, scale: 1)
  /// Square kilometres.
  public static let squareKilometre = Unit(symbol: "km2", dimension: .area, scale: 1e6)
  /// Degrees of plane angle.
  public static let degree = Unit(symbol: "degrees", dimension: .angle, scale: .pi / 180)
  /// Radians.
  public static let radian = Unit(symbol: "radians", dimension: .angle, scale: 1)
  /// Hundredths.
  public static let percent = Unit(symbol: "%", dimension: .none, scale: 0.01)
  /// Per metre.
  public static let perMetre = Unit(symbol: "1/m", dimension: Dimension(length: -1), scale: 1)
  /// A count of raster cells.
  public static let cells = Unit(symbol: "cells", dimension: .none, scale: 1)

  /// The simple units, in the manual's order.
  ///
  /// All are reserved words, but for `g`.
  public static let simple: [Unit] = [
    metre, Unit(symbol: "km", dimension: .length, scale: 1000),
    Unit(symbol: "cm", dimension: .length, scale: 0.01),
    millimetre,
    squareMetre, Unit(symbol: "ha", dimension: .area, scale: 1e4), squareKilometre,
    degree, Unit(symbol: "degree", dimension: .angle, scale: .pi / 180), radian,
    Unit(symbol: "rad", dimension: .angle, scale: 1),
    Unit(symbol: "g", dimension: .acceleration, scale: 9.80665), cells,
    Unit(symbol: "percent", dimension: .none, scale: 0.01),
  ]

  private static let bySymbol = Dictionary(uniqueKeysWithValues: simple.map { ($0.symbol, $0) })

  /// The unit that a symbol spells: a simple unit, `1/unit`, or one simple unit over another.
  public init?(spelled text: String) {
    if text == "%" {
      self = .percent
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, let unit = Self.bySymbol[text] {
      self = unit
    } else if parts.count == 2, let below = Self.bySymbol[parts[1]],
      let above = parts[0] == "1" ? Unit.one : Self.bySymbol[parts[0]]
    {
      self = Unit(
        symbol: text, dimension: above.dimension - below.dimension,
        scale: above.scale / below.scale)
    } else {
      return nil
    }
  }

  /// The unit of a product.
  public func times(_ other: Unit) -> Unit {
    let dimension = dimension + other.dimension
    return Unit(
      symbol: Self.symbol(of: dimension, scale: scale * other.scale), dimension: dimension,
      scale: scale * other.scale)
  }

  /// The unit of a quotient.
  public func over(_ other: Unit) -> Unit {
    let dimension = dimension - other.dimension
    return Unit(
      symbol: Self.symbol(of: dimension, scale: scale / other.scale), dimension: dimension,
      scale: scale / other.scale)
  }

  /// The unit of a whole power.
  public func raised(to power: Int) -> Unit {
    var scale = 1.0
    for _ in 0..<abs(power) { scale *= self.scale }
    if power < 0 { scale = 1 / scale }
    let dimension = dimension.raised(to: power)
    return Unit(
      symbol: Self.symbol(of: dimension, scale: scale), dimension: dimension, scale: scale)
  }

  private static func symbol(of dimension: Dimension, scale: Double) -> String {
    if dimension == .none, scale == 1 { return "" }
    if let unit = simple.first(where: { $0.dimension == dimension && $0.scale == scale }) {
      return unit.symbol
    }
    return dimension == Dimension(length: -1) && scale == 1 ? "1/m" : "(derived)"
  }
}
