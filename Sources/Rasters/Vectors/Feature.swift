/// A shape with named values.
public struct Feature: Sendable, Hashable {
  /// A value of a feature.
  public enum Value: Sendable, Hashable {
    /// None.
    case missing
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// Text.
    case text(String)

    /// The number, where the value is one.
    public var number: Double? {
      switch self {
      case .integer(let value): Double(value)
      case .number(let value): value
      default: nil
      }
    }

    /// The value as text; empty where missing.
    public var text: String {
      switch self {
      case .missing: ""
      case .integer(let value): "\(value)"
      case .number(let value): "\(value)"
      case .text(let value): value
      }
    }
  }

  /// The shape.
  public let geometry: Geometry
  /// The values, as many as the collection has ``FeatureCollection/fields`` and in their order.
  public let values: [Value]

  /// Creates a feature.
  public init(_ geometry: Geometry, values: [Value] = []) {
    self.geometry = geometry
    self.values = values
  }
}
