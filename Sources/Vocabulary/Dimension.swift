/// The physical dimension of a quantity, as whole powers of the base quantities.
public struct Dimension: Sendable, Hashable, Codable {
  /// The power of length.
  public let length: Int
  /// The power of plane angle; kept apart from plain numbers so that degrees are never taken for a
  /// ratio.
  public let angle: Int
  /// The power of time.
  public let time: Int

  /// Creates a dimension from the powers of its base quantities.
  public init(length: Int = 0, angle: Int = 0, time: Int = 0) {
    self.length = length
    self.angle = angle
    self.time = time
  }

  /// A plain number.
  public static let none = Dimension()
  /// Length, base unit metre.
  public static let length = Dimension(length: 1)
  /// Area, base unit square metre.
  public static let area = Dimension(length: 2)
  /// Plane angle, base unit radian.
  public static let angle = Dimension(angle: 1)
  /// Acceleration, base unit metre per second squared.
  public static let acceleration = Dimension(length: 1, time: -2)

  /// What a message calls a quantity of this dimension, for example `a length`.
  public var phrase: String {
    switch self {
    case .none: "a plain number"
    case .length: "a length"
    case .area: "an area"
    case .angle: "an angle"
    case .acceleration: "an acceleration"
    case Dimension(length: -1): "a reciprocal length"
    case Dimension(length: -1, angle: 1): "an angle per length"
    default: "a quantity of length^\(length) angle^\(angle) time^\(time)"
    }
  }

  static func + (a: Dimension, b: Dimension) -> Dimension {
    Dimension(length: a.length + b.length, angle: a.angle + b.angle, time: a.time + b.time)
  }

  static func - (a: Dimension, b: Dimension) -> Dimension {
    Dimension(length: a.length - b.length, angle: a.angle - b.angle, time: a.time - b.time)
  }

  /// The dimension raised to a whole power.
  public func raised(to power: Int) -> Dimension {
    Dimension(length: length * power, angle: angle * power, time: time * power)
  }
}
