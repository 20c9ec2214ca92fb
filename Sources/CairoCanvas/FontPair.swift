import Drawing

/// The fonts of the two weights, and where text set in them begins.
struct FontPair: Sendable {
  private let regular: Font
  private let bold: Font

  /// Opens the font files.
  init(_ files: FontFiles) throws(CanvasFault) {
    regular = try Font(path: files.regular)
    bold = files.bold == files.regular ? regular : try Font(path: files.bold)
  }

  subscript(weight: TextRun.Weight) -> Font {
    switch weight {
    case .regular: regular
    case .bold: bold
    }
  }

  /// A line of text made ready to draw.
  struct Line {
    /// The letters, each with its distance from the first, in the font's units.
    let glyphs: [(glyph: Glyph, offset: Int)]
    /// Millimetres in one unit of the font.
    let scale: Double
    /// Where the first letter stands, in millimetres along and across the text from its point.
    let start: (along: Double, across: Double)
  }

  /// Sets a line of text.
  func line(_ run: TextRun) throws(CanvasFault) -> Line {
    let font = self[run.weight]
    let scale = run.size / Double(font.unitsPerSize)
    var glyphs: [(glyph: Glyph, offset: Int)] = []
    var width = 0
    for glyph in try font.glyphs(of: run.text) {
      glyphs.append((glyph, width))
      width += glyph.advance
    }
    let along: Double =
      switch run.anchor {
      case .start: 0
      case .middle: -Double(width) * scale / 2
      case .end: -Double(width) * scale
      }
    let across: Double =
      switch run.level {
      case .baseline: 0
      case .middle: run.size * TextRun.digitHeight / 2
      case .top: run.size * TextRun.digitHeight
      }
    return Line(glyphs: glyphs, scale: scale, start: (along, across))
  }
}
