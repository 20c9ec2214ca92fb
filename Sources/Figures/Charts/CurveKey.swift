import Drawing

/// The legend of a chart of lines: a sample of each line with its name.
struct CurveKey {
  /// One line of the legend.
  struct Entry {
    /// How the line is drawn.
    let stroke: Stroke
    /// Its name.
    let name: String
    /// A figure that stands right of all names, such as an AUC; empty for none.
    let figure: String
  }

  /// The lines.
  let entries: [Entry]
  /// What the figures are, above their column; empty for none.
  let figureTitle: String

  private static let sample = 8.0
  private static let inset = 1.6
  private static let longestName = 46.0

  /// The stroke of the line at a place: each has a colour and dashes of its own.
  static func stroke(_ index: Int) -> Stroke {
    let colors = ClassPalette.lines
    // Past the last colour the dashes move on by one, so that the pair stays unique.
    let round = index / colors.count
    let patterns = Stroke.patterns
    return Stroke(
      colors[index % colors.count], width: Typography.curve,
      dashes: patterns[(index + round) % patterns.count])
  }

  private var nameWidth: Double {
    entries.map { min(textWidth($0.name, size: Typography.small), Self.longestName) }.max() ?? 0
  }

  private var figureWidth: Double {
    let widths =
      (entries.map(\.figure) + [figureTitle]).map { textWidth($0, size: Typography.small) }
    let widest = widths.max() ?? 0
    return widest > 0 ? widest + 2.5 : 0
  }

  /// The extent of the legend with its margin.
  var size: (width: Double, height: Double) {
    let lines = Double(entries.count + (figureTitle.isEmpty ? 0 : 1))
    return (
      Self.sample + 1.6 + nameWidth + figureWidth + 2 * Self.inset,
      lines * Typography.leading + 2 * Self.inset - 1
    )
  }

  /// Draws the legend with its upper left corner at a point.
  func draw(at corner: Point, boxed: Bool, on drawing: inout Drawing) {
    let (width, height) = size
    if boxed {
      let box = Path.rectangle(
        Rectangle(left: corner.x, top: corner.y, width: width, height: height))
      drawing.fill(box, .white)
      drawing.stroke(box, Stroke(.faint, width: Typography.hairline))
    }
    var y = corner.y + Self.inset + 1
    let right = corner.x + width - Self.inset
    if !figureTitle.isEmpty {
      drawing.text(
        TextRun(
          figureTitle, at: Point(right, y), size: Typography.small, anchor: .end, level: .middle,
          color: .quietInk))
      y += Typography.leading
    }
    for entry in entries {
      let left = corner.x + Self.inset
      drawing.stroke(.line([Point(left, y), Point(left + Self.sample, y)]), entry.stroke)
      drawing.text(
        TextRun(
          truncatedText(entry.name, width: Self.longestName, size: Typography.small),
          at: Point(left + Self.sample + 1.6, y), size: Typography.small, level: .middle))
      if !entry.figure.isEmpty {
        drawing.text(
          TextRun(
            entry.figure, at: Point(right, y), size: Typography.small, anchor: .end,
            level: .middle))
      }
      y += Typography.leading
    }
  }
}
