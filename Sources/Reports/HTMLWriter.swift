/// The one way by which text becomes HTML: every text and every attribute's value is escaped.
///
/// Elements and attributes are of closed sets, and each element that is opened is closed, so that
/// nothing a notebook, a file or a message says can become markup.
struct HTMLWriter {
  /// What was written.
  private var bytes: [UInt8] = []
  /// The elements that are open, the innermost last.
  private var stack: [HTMLElement] = []

  /// Creates a writer that has written nothing.
  init() { bytes.reserveCapacity(16_384) }

  /// What was written; every element must be closed.
  var fragment: HTMLFragment {
    precondition(stack.isEmpty, "<\(stack.last?.rawValue ?? "")> is still open")
    return HTMLFragment(bytes: bytes)
  }

  /// Starts an element.
  mutating func open(_ element: HTMLElement, _ attributes: [HTMLAttribute] = []) {
    raw("<")
    raw(element.rawValue)
    for attribute in attributes {
      raw(" ")
      raw(attribute.name)
      guard let value = attribute.value else { continue }
      raw("=\"")
      escape(value)
      raw("\"")
    }
    raw(">")
    if element.isVoid {
      if element.isBlock { raw("\n") }
    } else {
      stack.append(element)
    }
  }

  /// Ends the innermost element.
  mutating func close() {
    guard let element = stack.popLast() else { preconditionFailure("no element is open") }
    raw("</")
    raw(element.rawValue)
    raw(">")
    if element.isBlock, !stack.contains(.pre) { raw("\n") }
  }

  /// Writes text.
  mutating func text(_ text: String) { escape(text) }

  private mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Writes text so that it can be nothing but text, within and without quotes.
  ///
  /// Control characters, and those that turn the direction of writing, become U+FFFD; a carriage
  /// return is written by its number, as browsers drop it otherwise.
  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "'": raw("&#39;")
      case "\r": raw("&#13;")
      case "\t", "\n", " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        raw("\u{FFFD}")
      default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
  }
}

/// HTML that ``HTMLWriter`` wrote.
struct HTMLFragment {
  fileprivate init(bytes: [UInt8]) { self.bytes = bytes }

  /// The HTML in UTF-8.
  let bytes: [UInt8]

  /// HTML that says nothing.
  static let empty = HTMLFragment(bytes: [])
}
