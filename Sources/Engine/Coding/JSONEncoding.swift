import Storage
import Vocabulary

/// Turns values into ordered JSON and back, without a library's encoder, whose loading would cost more
/// than a small study.
enum JSONCoding {
  /// The JSON of a value; the same bytes each time.
  static func encode(_ value: any Encodable) throws -> JSONValue {
    let box = JSONBox()
    try value.encode(to: JSONEncoding(box: box, codingPath: []))
    return box.value
  }

  /// The value of a JSON.
  static func decode<Wanted: Decodable>(_ type: Wanted.Type, from json: JSONValue) throws -> Wanted
  {
    try Wanted(from: JSONDecoding(value: json, codingPath: []))
  }
}

/// A place that a container fills.
private final class JSONBox {
  var leaf: JSONValue?
  var members: [(String, JSONBox)]?
  var elements: [JSONBox]?

  var value: JSONValue {
    if let members { return .object(members.map { JSONValue.Member($0.0, $0.1.value) }) }
    if let elements { return .array(elements.map(\.value)) }
    return leaf ?? .null
  }
}

private struct JSONEncoding: Encoder {
  let box: JSONBox
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if box.members == nil { box.members = [] }
    return KeyedEncodingContainer(Keyed<Key>(box: box, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if box.elements == nil { box.elements = [] }
    return Unkeyed(box: box, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(box: box, codingPath: codingPath)
  }

  /// Writes one value into a box, the plain ones at once.
  static func put<Wanted: Encodable>(
    _ value: Wanted, into box: JSONBox, _ path: [any CodingKey]
  ) throws {
    switch value {
    case let value as String: box.leaf = .string(value)
    case let value as Bool: box.leaf = .bool(value)
    case let value as Int: box.leaf = .int(value)
    case let value as Double: box.leaf = .number(value)
    case let value as Float: box.leaf = .number(Double(value))
    case let value as any FixedWidthInteger:
      if let small = Int(exactly: value) {
        box.leaf = .int(small)
      } else {
        box.leaf = .string(String(value))
      }
    default: try value.encode(to: JSONEncoding(box: box, codingPath: path))
    }
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let box: JSONBox
    let codingPath: [any CodingKey]

    private func place(_ key: any CodingKey) -> JSONBox {
      let inner = JSONBox()
      box.members?.append((key.stringValue, inner))
      return inner
    }

    func encodeNil(forKey key: Key) throws { place(key).leaf = .null }

    func encode<Wanted: Encodable>(_ value: Wanted, forKey key: Key) throws {
      try put(value, into: place(key), codingPath + [key])
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy keyType: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
      JSONEncoding(box: place(key), codingPath: codingPath + [key]).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      JSONEncoding(box: place(key), codingPath: codingPath + [key]).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
      JSONEncoding(box: box, codingPath: codingPath)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
      JSONEncoding(box: place(key), codingPath: codingPath + [key])
    }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let box: JSONBox
    let codingPath: [any CodingKey]
    var count: Int { box.elements?.count ?? 0 }

    private func place() -> JSONBox {
      let inner = JSONBox()
      box.elements?.append(inner)
      return inner
    }

    func encodeNil() throws { place().leaf = .null }

    func encode<Wanted: Encodable>(_ value: Wanted) throws {
      try put(value, into: place(), codingPath)
    }

    func nestedContainer<Inner: CodingKey>(
      keyedBy keyType: Inner.Type
    ) -> KeyedEncodingContainer<Inner> {
      JSONEncoding(box: place(), codingPath: codingPath).container(keyedBy: keyType)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      JSONEncoding(box: place(), codingPath: codingPath).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { JSONEncoding(box: place(), codingPath: codingPath) }
  }

  private struct Single: SingleValueEncodingContainer {
    let box: JSONBox
    let codingPath: [any CodingKey]

    func encodeNil() throws { box.leaf = .null }

    func encode<Wanted: Encodable>(_ value: Wanted) throws {
      try put(value, into: box, codingPath)
    }
  }
}
