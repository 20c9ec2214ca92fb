/// An outline of straight lines and circles, in millimetres.
public struct Path: Sendable, Equatable {
  /// One stroke of the pen.
  public enum Step: Sendable, Equatable {
    /// Lifts the pen to a point.
    case move(Point)
    /// Draws a straight line to a point.
    case line(Point)
    /// Adds a whole circle.
    case circle(Point, radius: Double)
    /// Returns to where the pen was last set down.
    case close
  }

  /// The strokes in order.
  public private(set) var steps: [Step]

  /// Creates a path of steps.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// An open line through points.
  public static func line(_ points: [Point]) -> Path {
    var path = Path()
    path.addLine(points)
    return path
  }

  /// A closed outline through points.
  public static func polygon(_ points: [Point]) -> Path {
    var path = Path()
    path.addLine(points)
    if !points.isEmpty { path.steps.append(.close) }
    return path
  }

  /// The outline of a rectangle.
  public static func rectangle(_ rectangle: Rectangle) -> Path {
    polygon([
      Point(rectangle.left, rectangle.top), Point(rectangle.right, rectangle.top),
      Point(rectangle.right, rectangle.bottom), Point(rectangle.left, rectangle.bottom),
    ])
  }

  /// A circle.
  public static func circle(_ center: Point, radius: Double) -> Path {
    Path([.circle(center, radius: radius)])
  }

  /// Adds an open line through points.
  public mutating func addLine(_ points: [Point]) {
    guard let first = points.first else { return }
    steps.append(.move(first))
    for point in points.dropFirst() { steps.append(.line(point)) }
  }

  /// Adds all steps of another path.
  public mutating func add(_ other: Path) { steps += other.steps }
}
