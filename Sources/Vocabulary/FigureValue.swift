/// A figure for the report, and as files to stand beside it.
public struct FigureValue: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .figure }

  /// The picture's format.
  public enum Format: String, Sendable, Codable, CaseIterable {
    /// Vector drawing.
    case svg
    /// Pixels.
    case png
    /// A page for print.
    case pdf
  }

  /// One form in which the figure is kept.
  public struct File: Sendable, Hashable, Codable {
    /// Its format.
    public let format: Format
    /// Where it is.
    public let payload: PayloadReference

    /// Names a form of the figure.
    public init(format: Format, payload: PayloadReference) {
      self.format = format
      self.payload = payload
    }
  }

  /// The picture that the report shows.
  public let payload: PayloadReference
  /// That picture's format, SVG or PNG.
  public let format: Format
  /// The figure in each format, for papers and slides.
  public let files: [File]
  /// Width on paper, millimetres.
  public let width: Double
  /// Height on paper, millimetres.
  public let height: Double
  /// What the picture shows, from the data, for those who cannot see it.
  public let alternative: String
  /// The SHA-256 of what it shows (data, breaks, colours), apart from how it is drawn.
  public let content: String

  /// Creates a figure.
  ///
  /// - Precondition: the report shows no PDF.
  public init(
    payload: PayloadReference, format: Format, files: [File], width: Double, height: Double,
    alternative: String, content: String
  ) {
    precondition(format != .pdf, "the report was to show \(payload.name)")
    self.payload = payload
    self.format = format
    self.files = files
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
