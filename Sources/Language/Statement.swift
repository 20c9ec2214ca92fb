public import Diagnostics

/// A statement after the first reading, which needs no catalogue: names, words, label and block with
/// their places.
public struct Statement: Sendable {
  /// The names before `=`.
  public var names: [Token]
  /// The words of the phrase or expression.
  public var tokens: [Token]
  /// The label and caption, `as fig-roc "…"`.
  public var label: Label?
  /// The lines of the block.
  public var block: [Item]
  /// Comments that stand on lines of their own before it.
  public var leading: [Span]
  /// The comments at the ends of its lines.
  public var comments: [Span]
  /// The statement without its block.
  public var span: Span
  /// Which cell of the notebook it stands in.
  public var cell: Int

  /// A label with its caption.
  public struct Label: Sendable {
    /// `fig-roc`.
    public let id: String
    /// Where the label stands.
    public let span: Span
    /// The caption.
    public let caption: String
  }

  /// One line of a block.
  public struct Item: Sendable {
    /// The words.
    public var tokens: [Token]
    /// Lines nested below.
    public var nested: [Item]
    /// Comments on lines of their own before it.
    public var leading: [Span]
    /// The comments at the ends of its lines.
    public var comments: [Span]
    /// The line.
    public var span: Span
  }

  /// The statement with its block.
  public var wholeSpan: Span { block.last.map { span.union($0.wholeSpan) } ?? span }
}

extension Statement.Item {
  /// The line with those nested below it.
  var wholeSpan: Span { nested.last.map { span.union($0.wholeSpan) } ?? span }
}
