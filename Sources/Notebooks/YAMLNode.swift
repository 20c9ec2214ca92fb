import Diagnostics

/// A value of YAML with the place where it stands.
struct YAMLNode {
  /// What a value is.
  enum Kind {
    /// A scalar; `isPlain` where no quotes enclose it.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and values in order.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let kind: Kind
  let span: Span

  /// The value in the words of a message.
  var description: String {
    switch kind {
    case .scalar("", isPlain: true): "nothing"
    case .scalar(let text, isPlain: _): "“\(text.count > 40 ? text.prefix(40) + "…" : text)”"
    case .sequence: "a list"
    case .mapping: "keys with values"
    }
  }
}
