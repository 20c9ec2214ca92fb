public import Drawing

/// Pearson's correlation of each pair of layers as a triangle of coloured cells with their numbers.
public struct CorrelationFigure: Figure {
  /// The layers, from the top and from the left.
  public let names: [String]
  /// The correlation of each pair, row after row, −1...1.
  public let correlations: [Double]
  /// How many places stand behind them.
  public let places: Int

  /// Creates a figure of correlations.
  ///
  /// - Precondition: at least two layers, and a correlation of each pair.
  public init(names: [String], correlations: [Double], places: Int) {
    precondition(
      names.count > 1 && correlations.count == names.count * names.count,
      "\(correlations.count) correlations of \(names.count) layers")
    self.names = names
    self.correlations = correlations
    self.places = places
  }

  private static let largestCell = 13.0
  /// Five typographic points: smaller numbers are not printed.
  private static let leastText = 1.76
  private static let keyWidth = 38.0
  private static let keyHeight = 3.0
  private static let ramp = ColorRamp.redBlue

  private func correlation(_ row: Int, _ column: Int) -> Double {
    correlations[row * names.count + column]
  }

  /// The pairs of the lower triangle, row by row.
  private var pairs: [(row: Int, column: Int)] {
    (1..<names.count).flatMap { row in (0..<row).map { (row, $0) } }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func drawing(width widest: Double) -> Drawing {
    let sides = Double(names.count - 1)
    let longest = widest * 0.3
    /// The names in a size of text, and the cells that they leave room for.
    func set(_ size: Double) -> (size: Double, names: [String], left: Double, cell: Double) {
      let shown = names.map { truncatedText($0, width: longest, size: size) }
      let widths = shown.dropFirst().map { textWidth($0, size: size) }
      let left = Typography.margin + (widths.max() ?? 0) + 1.6
      return (size, shown, left, min(Self.largestCell, (widest - left - Typography.margin) / sides))
    }
    var choice = set(Typography.small)
    // Lines of text lie as close as cells do.
    while choice.size > choice.cell, choice.size > Self.leastText {
      choice = set(max(Self.leastText, choice.size - 0.1))
    }
    let (small, shown, left, cell) = choice
    let widths = shown.map { textWidth($0, size: small) }
    let isLevel = (widths.dropLast().max() ?? 0) + 1.5 <= cell
    let below = isLevel ? small + 2 : (widths.dropLast().max() ?? 0) + 2
    // The scale stands in the free corner above the diagonal, or above all cells where that is small.
    let scaleHeight = Self.keyHeight + 2 * Typography.leading + 1
    let hasCorner = cell * sides * 0.5 > Self.keyWidth * 0.75 && cell * sides > 2.2 * scaleHeight
    let top = Typography.margin + (hasCorner ? 0 : scaleHeight + 2)
    let right = max(left + cell * sides, left + Self.keyWidth + 4)
    let bottom = top + cell * sides + below + Typography.margin
    var drawing = Drawing(width: right + Typography.margin, height: bottom)
    let style = numberStyle(cell)
    for (row, column) in pairs {
      let r = correlation(row, column)
      let color = Self.ramp.color(at: (r + 1) / 2)
      let box = Rectangle(
        left: left + Double(column) * cell, top: top + Double(row - 1) * cell, width: cell,
        height: cell)
      drawing.fill(.rectangle(box.inset(by: min(0.2, cell * 0.04))), color)
      guard let style else { continue }
      drawing.text(
        TextRun(
          style.text(r), at: box.center, size: style.size, anchor: .middle, level: .middle,
          color: color.legibleInk))
    }
    for row in 1..<names.count {
      drawing.text(
        TextRun(
          shown[row], at: Point(left - 1.6, top + (Double(row) - 0.5) * cell), size: small,
          anchor: .end, level: .middle))
    }
    for column in 0..<names.count - 1 {
      let x = left + (Double(column) + 0.5) * cell
      let y = top + cell * sides + 1.2
      drawing.text(
        isLevel
          ? TextRun(shown[column], at: Point(x, y), size: small, anchor: .middle, level: .top)
          : TextRun(
            shown[column], at: Point(x, y), size: small, anchor: .end, level: .middle,
            upwards: true))
    }
    drawScale(
      at: Point(right - Self.keyWidth - 2, Typography.margin),
      on: &drawing)
    return drawing
  }

  /// How numbers are printed in cells of a size; not at all where none would be legible.
  private func numberStyle(_ cell: Double) -> (size: Double, text: (Double) -> String)? {
    let styles: [(Double) -> String] = [
      { decimalText($0, decimals: 2) },
      { Self.withoutZero(decimalText($0, decimals: 2)) },
      { Self.withoutZero(decimalText($0, decimals: 1)) },
    ]
    for text in styles {
      let widest = pairs.map { textWidth(text(correlation($0.row, $0.column)), size: 1) }.max() ?? 1
      let size = min(Typography.small, (cell - min(0.9, cell * 0.12)) / widest, cell / 1.4)
      if size >= Self.leastText { return (size, text) }
    }
    return nil
  }

  /// “.45” for “0.45”, and “1” for “1.00”: nothing else stands before or after the point.
  private static func withoutZero(_ text: String) -> String {
    if let point = text.firstIndex(of: "."), text[..<point].hasSuffix("1") {
      return String(text[..<point])
    }
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    return text.hasPrefix("\u{2212}0.") ? "\u{2212}" + text.dropFirst(2) : text
  }

  private func drawScale(at corner: Point, on drawing: inout Drawing) {
    let small = Typography.small
    drawing.text(
      TextRun(
        "Pearson's r", at: Point(corner.x + Self.keyWidth / 2, corner.y), size: Typography.label,
        anchor: .middle, level: .top))
    let bar = Rectangle(
      left: corner.x, top: corner.y + Typography.leading, width: Self.keyWidth,
      height: Self.keyHeight)
    let colors = Self.ramp.colors(201)
    drawing.image(
      PixelImage(
        columns: colors.count, rows: 1, palette: colors, indices: (0..<201).map { UInt8($0) }),
      in: bar)
    drawing.stroke(.rectangle(bar), Stroke(.quietInk, width: Typography.hairline))
    for (value, label) in zip([-1, -0.5, 0, 0.5, 1], ["−1", "−0.5", "0", "0.5", "1"]) {
      let x = bar.left + (value + 1) / 2 * bar.width
      drawing.hairline(Point(x, bar.bottom), Point(x, bar.bottom + Typography.tick))
      drawing.text(
        TextRun(
          label, at: Point(x, bar.bottom + Typography.tick + 0.6), size: small, anchor: .middle,
          level: .top, color: .quietInk))
    }
  }

  /// The pairs that go together most, either way.
  public var alternativeText: String {
    let strongest = pairs.enumerated().sorted { a, b in
      let (first, second) = (
        correlation(a.element.row, a.element.column).magnitude,
        correlation(b.element.row, b.element.column).magnitude
      )
      return first == second ? a.offset < b.offset : first > second
    }.prefix(5).map { _, pair in
      "\(names[pair.column]) and \(names[pair.row]) "
        + decimalText(correlation(pair.row, pair.column), decimals: 2)
    }
    return "Pearson's correlation of \(names.count) layers at "
      + "\(decimalText(Double(places), decimals: 0, grouped: true)) places; the strongest: "
      + strongest.joined(separator: ", ") + "."
  }
}

extension Color {
  /// Black or white, whichever can be read better on the colour: always by 4.5 : 1 or more.
  ///
  /// - Source: W3C, Web Content Accessibility Guidelines 2.1, "contrast ratio".
  var legibleInk: Color {
    func contrast(_ ink: Color) -> Double {
      let (a, b) = (luminance, ink.luminance)
      return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
    return contrast(Color(0)) >= contrast(.white) ? Color(0) : .white
  }
}
