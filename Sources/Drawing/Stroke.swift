/// How a line is drawn along a path.
public struct Stroke: Sendable, Equatable {
  /// The colour.
  public let color: Color
  /// The width in millimetres.
  public let width: Double
  /// Lengths of dashes and gaps in turn, in millimetres; empty for an unbroken line.
  public let dashes: [Double]

  /// Creates a stroke.
  public init(_ color: Color, width: Double, dashes: [Double] = []) {
    self.color = color
    self.width = width
    self.dashes = dashes
  }

  /// Dash patterns that tell lines apart without colour, the first unbroken.
  public static let patterns: [[Double]] = [
    [], [2.4, 1.0], [0.7, 0.8], [2.8, 0.8, 0.7, 0.8], [4.2, 1.2], [1.4, 0.7],
    [2.8, 0.8, 0.7, 0.8, 0.7, 0.8], [0.3, 0.9],
  ]
}
