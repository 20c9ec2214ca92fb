/// A number with its unit.
public struct Quantity: Sendable, Hashable, Codable {
  /// The number, in ``unit``.
  public let value: Double
  /// The unit; ``Unit/one`` for a plain number.
  public let unit: Unit

  /// Creates a quantity.
  public init(_ value: Double, _ unit: Unit = .one) {
    self.value = value
    self.unit = unit
  }

  /// The number in base units.
  public var base: Double { value * unit.scale }

  /// The number in another unit of the same dimension; `nil` if the dimensions differ.
  public func value(in other: Unit) -> Double? {
    guard unit.dimension == other.dimension else { return nil }
    return unit.scale == other.scale ? value : value * unit.scale / other.scale
  }

  /// The quantity as a message writes it, for example `30 m` or `5%`.
  public var text: String {
    let number = Quantity.plain(value)
    if unit == .percent { return number + "%" }
    return unit.symbol.isEmpty ? number : number + " " + unit.symbol
  }

  /// A number in its shortest exact form, without a fraction where it has none.
  public static func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return String(value)
  }
}
