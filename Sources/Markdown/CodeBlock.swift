public import Diagnostics

/// A code block with the places of its parts.
public struct CodeBlock: Sendable, Equatable {
  /// What follows the opening fence, without spaces at its ends; empty for indented code.
  public let info: String
  /// The code, with `\n` line ends and without what stands before it in a list or quotation.
  public let text: String
  /// The lines between the fences, as bytes of the file.
  public let body: Span
  /// The opening fence with its info string; the first line's text for indented code.
  public let fence: Span
  /// Whether fences enclose it.
  public let isFenced: Bool
  /// Whether a closing fence ends it; true for indented code.
  public let isClosed: Bool
  /// Whether the fence stands at the left margin.
  public let isAtMargin: Bool

  /// Creates a code block.
  public init(
    info: String, text: String, body: Span, fence: Span, isFenced: Bool, isClosed: Bool,
    isAtMargin: Bool
  ) {
    self.info = info
    self.text = text
    self.body = body
    self.fence = fence
    self.isFenced = isFenced
    self.isClosed = isClosed
    self.isAtMargin = isAtMargin
  }
}
