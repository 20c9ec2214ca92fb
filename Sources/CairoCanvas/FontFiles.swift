/// The font files that text in pictures is set in.
///
/// Named by path, so that a picture does not depend on what fonts a machine offers.
public struct FontFiles: Sendable, Equatable {
  /// The file of the regular weight.
  public let regular: String
  /// The file of the bold weight.
  public let bold: String

  /// Creates the pair of files.
  public init(regular: String, bold: String) {
    self.regular = regular
    self.bold = bold
  }

  /// DejaVu Sans, where Debian's package `fonts-dejavu-core` puts it.
  public static let dejaVuSans = FontFiles(
    regular: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    bold: "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")

  /// The files that an environment asks for: `SCARP_FONT` names one file that serves for both
  /// weights, and without it text is set in ``dejaVuSans``.
  public static func named(in environment: [String: String]) -> FontFiles {
    guard let path = environment["SCARP_FONT"], !path.isEmpty else { return dejaVuSans }
    return FontFiles(regular: path, bold: path)
  }
}
