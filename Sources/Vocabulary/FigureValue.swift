/// A figure for the report.
public struct FigureValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .figure }

  /// The picture's format.
  public enum Format: String, Sendable, Codable {
    /// Vector drawing.
    case svg
    /// Pixels.
    case png
  }

  /// The picture.
  public let payload: PayloadReference
  /// The picture's format.
  public let format: Format
  /// Width on paper, millimetres.
  public let width: Double
  /// Height on paper, millimetres.
  public let height: Double
  /// What the picture shows, from the data, for those who cannot see it.
  public let alternative: String
  /// The SHA-256 of what it shows (data, breaks, colours), apart from how it is drawn.
  public let content: String

  /// Creates a figure.
  public init(
    payload: PayloadReference, format: Format, width: Double, height: Double, alternative: String,
    content: String
  ) {
    self.payload = payload
    self.format = format
    self.width = width
    self.height = height
    self.alternative = alternative
    self.content = content
  }

  /// What it shows.
  public var summary: String { alternative }

  /// A table that repeats the alternative text.
  public func display() -> DisplayTable {
    DisplayTable(columns: [.text("Figure")], rows: [[.text(alternative)]])
  }
}
