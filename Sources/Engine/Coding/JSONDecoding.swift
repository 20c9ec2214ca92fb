import Storage

/// The other half of ``JSONCoding``.
struct JSONDecoding: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let members = value.members else { throw mismatch("an object") }
    return KeyedDecodingContainer(Keyed<Key>(members: members, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = value.array else { throw mismatch("an array") }
    return Unkeyed(elements: elements, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    Single(value: value, codingPath: codingPath)
  }

  private func mismatch(_ expected: String) -> DecodingError {
    DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: codingPath, debugDescription: "expected \(expected)"))
  }

  static let plainTypes: [Any.Type] = [
    String.self, Bool.self, Int.self, Double.self, Float.self, UInt64.self, Int32.self,
    UInt8.self, UInt32.self,
  ]

  private static func plain(_ type: Any.Type, _ json: JSONValue) -> Any? {
    switch type {
    case is String.Type: json.string
    case is Bool.Type: json.bool
    case is Int.Type: json.int
    case is Double.Type: json.double
    case is Float.Type: json.double.map { Float($0) }
    case is UInt64.Type:
      json.int.flatMap { UInt64(exactly: $0) } ?? json.string.flatMap { UInt64($0) }
    case is Int32.Type: json.int.flatMap { Int32(exactly: $0) }
    case is UInt8.Type: json.int.flatMap { UInt8(exactly: $0) }
    case is UInt32.Type: json.int.flatMap { UInt32(exactly: $0) }
    default: nil
    }
  }

  /// Reads one value, the plain ones at once.
  static func take<Wanted: Decodable>(
    _ type: Wanted.Type, from json: JSONValue, _ path: [any CodingKey]
  ) throws -> Wanted {
    // In two steps: `nil as? String?` would succeed, and lose the text.
    if let plain = plain(type, json), let wanted = plain as? Wanted { return wanted }
    return try Wanted(from: JSONDecoding(value: json, codingPath: path))
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [JSONValue.Member]
    let codingPath: [any CodingKey]

    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    private func find(_ key: Key) -> JSONValue? {
      members.first { $0.name == key.stringValue }?.value
    }

    private func need(_ key: Key) throws -> JSONValue {
      guard let value = find(key) else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: codingPath, debugDescription: "missing"))
      }
      return value
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { find(key)?.isNull ?? true }

    func decode<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted {
      try take(type, from: need(key), codingPath + [key])
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> {
      try JSONDecoding(value: need(key), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try JSONDecoding(value: need(key), codingPath: codingPath + [key]).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
      JSONDecoding(value: .object(members), codingPath: codingPath)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
      JSONDecoding(value: try need(key), codingPath: codingPath + [key])
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let elements: [JSONValue]
    let codingPath: [any CodingKey]
    var currentIndex = 0
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private mutating func next() throws -> JSONValue {
      guard !isAtEnd else {
        throw DecodingError.valueNotFound(
          JSONValue.self, DecodingError.Context(codingPath: codingPath, debugDescription: "at end"))
      }
      defer { currentIndex += 1 }
      return elements[currentIndex]
    }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, elements[currentIndex].isNull else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
      try take(type, from: next(), codingPath)
    }

    mutating func nestedContainer<Inner: CodingKey>(
      keyedBy type: Inner.Type
    ) throws -> KeyedDecodingContainer<Inner> {
      try JSONDecoding(value: next(), codingPath: codingPath).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try JSONDecoding(value: next(), codingPath: codingPath).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
      JSONDecoding(value: try next(), codingPath: codingPath)
    }
  }

  private struct Single: SingleValueDecodingContainer {
    let value: JSONValue
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool { value.isNull }

    func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
      guard JSONDecoding.plainTypes.contains(where: { $0 == type }) else {
        return try JSONDecoding.take(type, from: value, codingPath)
      }
      // A plain type whose JSON is of another form must not ask for itself again.
      guard let plain = JSONDecoding.plain(type, value) as? Wanted else {
        throw DecodingError.dataCorrupted(
          DecodingError.Context(codingPath: codingPath, debugDescription: "expected \(type)"))
      }
      return plain
    }
  }
}
