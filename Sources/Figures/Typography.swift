import Drawing

/// The sizes that all figures share, in millimetres: those of a journal page.
enum Typography {
  /// The width of a figure that asks for none: the text width of a page.
  static let pageWidth = 160.0
  /// Numbers along axes, entries of legends.
  static let small = 2.6
  /// Titles of axes and legends.
  static let label = 2.9
  /// Titles of panels.
  static let title = 3.2
  /// From one line of small text to the next.
  static let leading = 3.9
  /// Thickness of axes and frames.
  static let hairline = 0.2
  /// Thickness of curves.
  static let curve = 0.45
  /// Length of ticks.
  static let tick = 1.0
  /// Between things that belong together.
  static let gap = 1.2
  /// Around the figure.
  static let margin = 1.5
}

extension Drawing {
  /// Adds a thin line between two points.
  mutating func hairline(_ a: Point, _ b: Point, _ color: Color = .quietInk) {
    stroke(.line([a, b]), Stroke(color, width: Typography.hairline))
  }
}
