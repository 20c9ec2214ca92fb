/// A line of text on a drawing.
public struct TextRun: Sendable, Equatable {
  /// How thick the letters are.
  public enum Weight: UInt8, Sendable {
    /// The usual weight.
    case regular
    /// For titles.
    case bold
  }

  /// Which part of the text lies at its point, along the line.
  public enum Anchor: UInt8, Sendable {
    /// Where the text begins.
    case start
    /// Half way.
    case middle
    /// Where the text ends.
    case end
  }

  /// Which part of the text lies at its point, across the line.
  public enum Level: UInt8, Sendable {
    /// The line on which letters stand.
    case baseline
    /// Half the height of a digit.
    case middle
    /// The top of a digit.
    case top
  }

  /// The words.
  public let text: String
  /// The point that ``anchor`` and ``level`` speak of.
  public let point: Point
  /// The font size in millimetres; a typographic point is 0.353 mm.
  public let size: Double
  /// The weight.
  public let weight: Weight
  /// The part of the text at the point, along the line.
  public let anchor: Anchor
  /// The part of the text at the point, across the line.
  public let level: Level
  /// Whether the text runs upwards instead of to the right.
  public let upwards: Bool
  /// The colour.
  public let color: Color

  /// Creates a line of text.
  public init(
    _ text: String, at point: Point, size: Double, weight: Weight = .regular,
    anchor: Anchor = .start, level: Level = .baseline, upwards: Bool = false, color: Color = .ink
  ) {
    self.text = text
    self.point = point
    self.size = size
    self.weight = weight
    self.anchor = anchor
    self.level = level
    self.upwards = upwards
    self.color = color
  }

  /// The height of a digit of DejaVu Sans, as a share of the font size.
  public static let digitHeight = 0.729
}
