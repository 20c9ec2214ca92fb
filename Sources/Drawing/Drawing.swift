/// A figure as a list of things to draw, in millimetres, independent of any resolution.
///
/// Figures make drawings; a ``Renderer`` turns them into pixels or SVG. A drawing says everything
/// that its picture shows, so that its ``bytes`` identify the picture whatever library renders it.
public struct Drawing: Sendable, Equatable {
  /// One thing to draw; later ones cover earlier ones.
  public enum Element: Sendable, Equatable {
    /// The inside of a path, by the even-odd rule.
    case fill(Path, Color)
    /// A line along a path.
    case stroke(Path, Stroke)
    /// A line of text.
    case text(TextRun)
    /// A picture stretched over a rectangle.
    case image(PixelImage, Rectangle)
    /// Elements of which only what lies in a rectangle shows.
    case clipped(Rectangle, [Element])
  }

  /// The width in millimetres.
  public let width: Double
  /// The height in millimetres.
  public let height: Double
  /// What to draw, in order, on white.
  public var elements: [Element]

  /// Creates a drawing.
  public init(width: Double, height: Double, elements: [Element] = []) {
    precondition(
      width > 0 && height > 0 && width.isFinite && height.isFinite,
      "a drawing of \(width) mm x \(height) mm")
    self.width = width
    self.height = height
    self.elements = elements
  }

  /// Adds the inside of a path.
  public mutating func fill(_ path: Path, _ color: Color) { elements.append(.fill(path, color)) }

  /// Adds a line along a path.
  public mutating func stroke(_ path: Path, _ stroke: Stroke) {
    elements.append(.stroke(path, stroke))
  }

  /// Adds a line of text.
  public mutating func text(_ run: TextRun) { elements.append(.text(run)) }

  /// Adds a picture stretched over a rectangle.
  public mutating func image(_ image: PixelImage, in rectangle: Rectangle) {
    elements.append(.image(image, rectangle))
  }

  /// Adds all elements of another drawing, clipped to a rectangle.
  public mutating func clipped(to rectangle: Rectangle, _ elements: [Element]) {
    self.elements.append(.clipped(rectangle, elements))
  }

  /// All lines of text, those in clipped groups included, in order.
  public var texts: [TextRun] { Self.texts(in: elements) }

  private static func texts(in elements: [Element]) -> [TextRun] {
    elements.flatMap { element -> [TextRun] in
      switch element {
      case .text(let run): [run]
      case .clipped(_, let inner): texts(in: inner)
      default: []
      }
    }
  }
}
