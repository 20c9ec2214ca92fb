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

  /// Writes text from which ``HTMLText/plain(_:)`` makes the same bytes again.
  ///
  /// The first line end of a `pre` is dropped by browsers, so one is written that is meant to be.
  mutating func exactText(_ text: String) {
    raw("\n")
    escape(text, isExact: true)
  }

  private mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Writes text so that it can be nothing but text, within and without quotes.
  ///
  /// Control characters, and those that turn the direction of writing, become U+FFFD, or their
  /// number where the text is to be exact; a carriage return is written by its number, as browsers
  /// drop it otherwise.
  private mutating func escape(_ text: String, isExact: Bool = false) {
    var text = text
    text.withUTF8 { utf8 in
      // Most bytes stand for themselves: they are copied in runs.
      var start = 0
      var index = 0
      while index < utf8.count {
        guard Self.isSpecial[Int(utf8[index])],
          let (length, entity) = Self.entity(in: utf8, at: index)
        else {
          index += 1
          continue
        }
        bytes.append(contentsOf: utf8[start..<index])
        if isExact, entity == "\u{FFFD}" {
          let character = String(decoding: utf8[index..<(index + length)], as: UTF8.self)
          raw("&#\(character.unicodeScalars.first?.value ?? 0xFFFD);")
        } else {
          raw(entity)
        }
        index += length
        start = index
      }
      bytes.append(contentsOf: utf8[start...])
    }
  }

  /// Whether a byte can start what is not copied: markup, control characters and, in C2 and E2,
  /// the first bytes of those beyond ASCII.
  private static let isSpecial: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F, 0xC2, 0xE2: true
    default: Array("&<>\"'".utf8).contains(UInt8(byte))
    }
  }

  /// What is written for the character at an offset and how many bytes that has; nil where the
  /// character stands for itself.
  private static func entity(
    in utf8: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, text: String)? {
    switch utf8[index] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case UInt8(ascii: "\""): (1, "&quot;")
    case UInt8(ascii: "'"): (1, "&#39;")
    case 0x0D: (1, "&#13;")
    case 0xC2: utf8[index + 1] < 0xA0 ? (2, "\u{FFFD}") : nil
    case 0xE2:
      switch (utf8[index + 1], utf8[index + 2]) {
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): (3, "\u{FFFD}")
      default: nil
      }
    default: (1, "\u{FFFD}")
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
