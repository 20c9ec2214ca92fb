/// A place on a drawing, in millimetres from its upper left corner, y downwards.
public struct Point: Sendable, Hashable {
  /// Millimetres to the right.
  public let x: Double
  /// Millimetres down.
  public let y: Double

  /// Creates a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
