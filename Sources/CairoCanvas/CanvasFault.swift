public import Vocabulary

/// Why a drawing could not be rendered.
public enum CanvasFault: Fault, Equatable {
  /// The font file is not there or cannot be read.
  case fontMissing(path: String)
  /// The font file is there, but FreeType cannot use it; its error number.
  case fontUnusable(path: String, code: Int)
  /// FreeType could not read the outline of a letter; its error number.
  case glyphUnusable(code: Int)
  /// The picture would have more pixels than a renderer takes.
  case tooLarge(columns: Int, rows: Int)
  /// cairo failed, in its own words.
  case cairo(String)
  /// libpng failed, in its own words.
  case png(String)

  /// What is wrong, one sentence.
  public var message: String {
    switch self {
    case .fontMissing(let path): "the font file “\(path)” is not there or cannot be read."
    case .fontUnusable(let path, let code):
      "the font file “\(path)” cannot be used (FreeType error \(code))."
    case .glyphUnusable(let code):
      "a letter of the font cannot be drawn (FreeType error \(code))."
    case .tooLarge(let columns, let rows):
      "a picture of \(columns) x \(rows) pixels is larger than 32,000 pixels on a side."
    case .cairo(let words): "the graphics library cairo failed: \(words)."
    case .png(let words): "the picture could not be written as PNG: \(words)."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .fontMissing:
      "Install Debian's package fonts-dejavu-core, or name a font file in SCARP_FONT."
    case .fontUnusable, .glyphUnusable:
      "Name a TrueType or OpenType font file in SCARP_FONT, or leave SCARP_FONT unset."
    case .tooLarge: "Ask for a smaller figure."
    case .cairo, .png: "Report this as a bug of Scarp, with the notebook."
    }
  }

  /// The exit code: a missing font is a missing input, a large picture a limit.
  public var exitCode: Int32 {
    switch self {
    case .fontMissing, .fontUnusable, .glyphUnusable: 4
    case .tooLarge: 8
    case .cairo, .png: 70
    }
  }
}
