/// The outline of one letter in a font's own units, y upwards.
struct Glyph: Sendable {
  /// One stroke of an outline; every outline is closed and filled.
  enum Step: Sendable {
    case move(x: Int, y: Int)
    case line(x: Int, y: Int)
    /// A parabola to a point, by way of a control point.
    case quadratic(controlX: Int, controlY: Int, x: Int, y: Int)
    /// A cubic to a point, by way of two control points.
    case cubic(firstX: Int, firstY: Int, secondX: Int, secondY: Int, x: Int, y: Int)
  }

  /// The glyph's number in its font.
  let index: UInt32
  /// How far the next letter stands from this one.
  let advance: Int
  /// The strokes.
  let steps: [Step]
}
