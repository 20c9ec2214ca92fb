public import Diagnostics

/// A block of commands.
public struct Cell: Sendable, Equatable {
  /// A value with the place where it stands.
  public typealias Placed = FrontMatter.Field

  /// How the report presents the cell: the lines `#| key: value` at its head.
  public struct Options: Sendable, Equatable {
    /// The cell's name.
    public var label: Placed<String>?
    /// Whether the report shows the commands.
    public var echo: Placed<Bool>?
    /// Whether the report folds the commands away.
    public var fold: Placed<Bool>?

    /// Creates options of which none is given.
    public init() {}
  }

  /// Its number in page order, from 0.
  public let index: Int
  /// The lines between the fences, options included, each with its line end.
  public let body: Span
  /// The opening fence with its info string.
  public let fence: Span
  /// Whether it runs (`{scarp}`), or is only shown and checked (`scarp`).
  public let isRun: Bool
  /// How the report presents it.
  public let options: Options

  /// Creates a cell.
  public init(index: Int, body: Span, fence: Span, isRun: Bool, options: Options) {
    self.index = index
    self.body = body
    self.fence = fence
    self.isRun = isRun
    self.options = options
  }
}
