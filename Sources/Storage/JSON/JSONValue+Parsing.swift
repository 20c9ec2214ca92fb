extension JSONValue {
  /// Reads JSON text.
  ///
  /// - Throws: ``JSONFault``: on anything RFC 8259 does not allow, on a repeated name, and beyond
  ///   `depth` levels of arrays and objects.
  public init(parsing text: String, depth: Int = 128) throws {
    self = try JSONValue(parsing: Array(text.utf8), depth: depth)
  }

  /// Reads JSON text from its UTF-8 bytes.
  ///
  /// - Throws: ``JSONFault``, as `init(parsing:depth:)` of a text does.
  public init(parsing bytes: [UInt8], depth: Int = 128) throws {
    var parser = JSONParser(bytes: bytes, limit: depth)
    self = try parser.document()
  }
}

/// Reads one JSON document; its work is linear in the number of bytes.
private struct JSONParser {
  let bytes: [UInt8]
  let limit: Int
  private var position = 0
  private var depth = 0

  init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  mutating func document() throws -> JSONValue {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw fault(.expected("the end")) }
    return value
  }

  private mutating func value() throws -> JSONValue {
    skipSpace()
    guard let byte = next else { throw fault(.expected("a value")) }
    switch byte {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw fault(.expected("a value"))
    }
  }

  private mutating func nested(_ body: (inout Self) throws -> JSONValue) throws -> JSONValue {
    guard depth < limit else { throw fault(.tooDeep(limit: limit)) }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw fault(.expected("“,” or “]”")) }
    }
  }

  private mutating func object() throws -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw fault(.expected("a name in quotes")) }
      let name = try string()
      // Comparing with a few is quicker than hashing; a set keeps many from costing their square.
      if members.count == 8 { names = Set(members.map(\.name)) }
      let isNew =
        members.count < 8 ? !members.contains { $0.name == name } : names.insert(name).inserted
      guard isNew else {
        throw JSONFault(reason: .repeatedName(name), offset: start)
      }
      skipSpace()
      guard take(":") else { throw fault(.expected("“:”")) }
      members.append(JSONValue.Member(name, try value()))
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw fault(.expected("“,” or “}”")) }
    }
  }

  private mutating func number() throws -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    var whole = true
    if take(".") {
      whole = false
      try digits()
    }
    if take("e") || take("E") {
      whole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if whole, text != "-0", let number = Int(text) { return .int(number) }
    guard let number = Double(text), number.isFinite else {
      throw JSONFault(reason: .numberOutOfRange, offset: start)
    }
    return .number(number)
  }

  private mutating func digits() throws {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw fault(.expected("a digit")) }
  }

  private mutating func string() throws -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    guard next != UInt8(ascii: "\"") else {
      position += 1
      return try decoded(bytes[start..<(position - 1)], at: start)
    }
    var content = Array(bytes[start..<position])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try decoded(content[...], at: start)
      case UInt8(ascii: "\\"):
        position += 1
        content += String(Character(try escape())).utf8
      case 0..<0x20: throw fault(.expected("an escape instead of a control character"))
      default:
        content.append(byte)
        position += 1
      }
    }
    throw fault(.expected("a closing quote"))
  }

  private func decoded(_ content: ArraySlice<UInt8>, at start: Int) throws -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw JSONFault(reason: .badText, offset: start)
    }
    return text
  }

  private mutating func escape() throws -> Unicode.Scalar {
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      position -= 1
      throw fault(.expected("an escape"))
    }
  }

  private mutating func unicodeEscape() throws -> Unicode.Scalar {
    let start = position
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take("\\"), take("u") else {
      throw JSONFault(reason: .badText, offset: start)
    }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw JSONFault(reason: .badText, offset: start) }
    return scalar
  }

  private mutating func fourDigits() throws -> UInt32 {
    let end = position + 4
    guard end <= bytes.count,
      bytes[position..<end].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: bytes[position..<end], as: UTF8.self), radix: 16)
    else { throw fault(.expected("four hexadecimal digits")) }
    position = end
    return number
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    let found = word.withUTF8Buffer { expected in
      end <= bytes.count && bytes[position..<end].elementsEqual(expected)
    }
    guard found else { throw fault(.expected("a value")) }
    position = end
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault {
    JSONFault(reason: reason, offset: position)
  }
}
