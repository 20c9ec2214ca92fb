/// An upright rectangle on a drawing, in millimetres.
public struct Rectangle: Sendable, Hashable {
  /// The left side.
  public let left: Double
  /// The upper side.
  public let top: Double
  /// The extent to the right.
  public let width: Double
  /// The extent down.
  public let height: Double

  /// Creates a rectangle from its upper left corner and its extent.
  public init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// The right side.
  public var right: Double { left + width }
  /// The lower side.
  public var bottom: Double { top + height }
  /// The middle.
  public var center: Point { Point(left + width / 2, top + height / 2) }

  /// Whether a point lies inside or on the border.
  public func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
  }

  /// Whether two rectangles share more than a border.
  public func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The rectangle with every side moved inwards; a negative distance moves them outwards.
  public func inset(by distance: Double) -> Rectangle {
    Rectangle(
      left: left + distance, top: top + distance, width: width - 2 * distance,
      height: height - 2 * distance)
  }
}
