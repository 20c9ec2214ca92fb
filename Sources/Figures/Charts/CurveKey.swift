import Drawing

/// The legend of a chart of lines: a sample of each line with its name, over as many lines of text as
/// it needs.
struct CurveKey {
  /// One line of the legend.
  struct Entry {
    /// How the line is drawn.
    let stroke: Stroke
    /// Its name.
    let name: String
    /// A figure that stands right of all names, such as an AUC; empty for none.
    let figure: String
    /// Whether a band goes with the line.
    let hasBand: Bool

    init(stroke: Stroke, name: String, figure: String = "", hasBand: Bool = false) {
      self.stroke = stroke
      self.name = name
      self.figure = figure
      self.hasBand = hasBand
    }
  }

  /// The lines.
  let entries: [Entry]
  /// What the figures are, above their column; empty for none.
  let figureTitle: String
  /// What is true of all lines, below them, each on a line of its own.
  let notes: [String]
  /// The width that the legend may have.
  let widest: Double

  private static let sample = 8.0
  private static let inset = 1.6
  private static let longestName = 46.0
  /// From one line to the next within an entry.
  private static let innerLeading = 3.3

  init(
    entries: [Entry], figureTitle: String = "", notes: [String] = [], widest: Double = .infinity
  ) {
    self.entries = entries
    self.figureTitle = figureTitle
    self.notes = notes.filter { !$0.isEmpty }
    self.widest = widest
  }

  /// The same legend in another width.
  func fitted(to widest: Double) -> CurveKey {
    CurveKey(entries: entries, figureTitle: figureTitle, notes: notes, widest: widest)
  }

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

  /// The colour of the band that goes with a line.
  static func bandColor(_ stroke: Stroke) -> Color { stroke.color.withAlpha(44) }

  private var figureWidth: Double {
    let widths =
      (entries.map(\.figure) + [figureTitle]).map { textWidth($0, size: Typography.small) }
    let widest = widths.max() ?? 0
    return widest > 0 ? widest + 2.5 : 0
  }

  private var nameLimit: Double {
    let room = widest - Self.sample - 1.6 - figureWidth - 2 * Self.inset
    return max(12, min(Self.longestName, room))
  }

  private func lines(of entry: Entry) -> [String] {
    let limit = nameLimit
    return wrappedLines(entry.name, width: limit, size: Typography.small).map {
      truncatedText($0, width: limit, size: Typography.small)
    }
  }

  private var innerWidth: Double {
    let names = entries.flatMap { lines(of: $0) }.map { textWidth($0, size: Typography.small) }
    return Self.sample + 1.6 + (names.max() ?? 0) + figureWidth
  }

  private var noteLines: [String] {
    notes.flatMap { wrappedLines($0, width: max(innerWidth, 34), size: Typography.small) }
  }

  /// The extent of the legend with its margin.
  var size: (width: Double, height: Double) {
    let lines = noteLines
    let noteWidth = lines.map { textWidth($0, size: Typography.small) }.max() ?? 0
    let names = entries.reduce(0) { sum, entry in
      sum + Typography.leading + Double(max(self.lines(of: entry).count, 1) - 1) * Self.innerLeading
    }
    let others = (figureTitle.isEmpty ? 0 : 1) * Typography.leading
    let below = lines.isEmpty ? 0 : 0.6 + Double(lines.count) * Self.innerLeading
    return (
      max(innerWidth, noteWidth) + 2 * Self.inset, names + others + below + 2 * Self.inset - 1
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
    let small = Typography.small
    var y = corner.y + Self.inset + 1
    let left = corner.x + Self.inset
    let right = left + innerWidth
    if !figureTitle.isEmpty {
      drawing.text(
        TextRun(
          figureTitle, at: Point(right, y), size: small, anchor: .end, level: .middle,
          color: .quietInk))
      y += Typography.leading
    }
    for entry in entries {
      if entry.hasBand {
        drawing.fill(
          .rectangle(Rectangle(left: left, top: y - 1.3, width: Self.sample, height: 2.6)),
          Self.bandColor(entry.stroke))
      }
      drawing.stroke(.line([Point(left, y), Point(left + Self.sample, y)]), entry.stroke)
      if !entry.figure.isEmpty {
        drawing.text(
          TextRun(entry.figure, at: Point(right, y), size: small, anchor: .end, level: .middle))
      }
      for (index, line) in lines(of: entry).enumerated() {
        if index > 0 { y += Self.innerLeading }
        drawing.text(
          TextRun(line, at: Point(left + Self.sample + 1.6, y), size: small, level: .middle))
      }
      y += Typography.leading
    }
    y += 0.6 - Typography.leading + Self.innerLeading
    for line in noteLines {
      drawing.text(
        TextRun(line, at: Point(left, y), size: small, level: .middle, color: .quietInk))
      y += Self.innerLeading
    }
  }
}

/// What all curves have in common, which then need be said once: empty where they differ.
func sharedDetail(_ details: [String]) -> String {
  details.count > 1 && Set(details).count == 1 ? details[0] : ""
}
