extension JSONValue {
  /// The value as JSON text.
  public func text(_ style: JSONStyle = .line) -> String {
    String(decoding: bytes(style), as: UTF8.self)
  }

  /// The value as the UTF-8 bytes of JSON text, without a newline at the end.
  public func bytes(_ style: JSONStyle = .line) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.write(self)
    return writer.bytes
  }
}

/// Lays out JSON values as UTF-8 bytes.
private struct JSONWriter {
  let style: JSONStyle
  var bytes: [UInt8] = []
  private var depth = 0

  init(style: JSONStyle) { self.style = style }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .int(let number): bytes += number.description.utf8
    case .number(let number): write(number)
    case .string(let text): write(text)
    case .array(let elements):
      enclosed("[", "]", elements) { writer, element in writer.write(element) }
    case .object(let members):
      enclosed("{", "}", style.sorted ? sorted(members) : members) { writer, member in
        writer.write(member.name)
        writer.bytes += (writer.style.indented ? ": " : ":").utf8
        writer.write(member.value)
      }
    }
  }

  private mutating func enclosed<Element>(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ elements: [Element],
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: opening))
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine()
      body(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { startLine() }
    bytes.append(UInt8(ascii: closing))
  }

  private mutating func startLine() {
    guard style.indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func write(_ number: Double) {
    if number.isNaN {
      bytes += "\"nan\"".utf8
    } else if number.isInfinite {
      bytes += (number < 0 ? "\"-inf\"" : "\"inf\"").utf8
    } else {
      bytes += number.description.utf8
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20, 0x7F: escape(byte)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        if style.safeInPages { escape(byte) } else { bytes.append(byte) }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    bytes += "\\u00".utf8
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }

  private func sorted(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
