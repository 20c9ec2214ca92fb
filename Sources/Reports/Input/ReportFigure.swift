/// A figure of a report.
public struct ReportFigure: Sendable, Equatable {
  /// The picture, which the program itself drew.
  public enum Picture: Sendable, Equatable {
    /// A drawing in SVG.
    case svg(String)
    /// A picture in PNG.
    case png([UInt8])
  }

  /// What the figure shows, one sentence.
  public var caption: String
  /// The label by which the page refers to it, `fig-…`; none where it has none.
  public var label: String?
  /// What the picture says, in words and numbers, for who cannot see it.
  public var alternative: String
  /// The picture.
  public var picture: Picture
  /// Its width on paper, in millimetres.
  public var width: Double
  /// Remarks under the figure.
  public var notes: [String]

  /// Creates a figure.
  public init(
    caption: String, label: String? = nil, alternative: String, picture: Picture, width: Double,
    notes: [String] = []
  ) {
    self.caption = caption
    self.label = label
    self.alternative = alternative
    self.picture = picture
    self.width = width
    self.notes = notes
  }
}
