/// How a JSON value is laid out as text.
public struct JSONStyle: Sendable, Hashable {
  /// Whether each member and element has a line of its own, indented by two spaces.
  public var indented: Bool
  /// Whether members are sorted by the UTF-8 bytes of their names; otherwise they stay in order.
  public var sorted: Bool
  /// Whether `<`, `>` and `&` are escaped, so that the text may stand inside a page.
  public var safeInPages: Bool

  /// Creates a style.
  public init(indented: Bool = false, sorted: Bool = false, safeInPages: Bool = false) {
    self.indented = indented
    self.sorted = sorted
    self.safeInPages = safeInPages
  }

  /// One line, members in order: for messages.
  public static let line = JSONStyle()
  /// One line, members sorted: for keys.
  public static let canonical = JSONStyle(sorted: true)
  /// Indented, members in order: for files that people read.
  public static let indented = JSONStyle(indented: true)
}
