/// Text as it stands in HTML that ``HTMLWriter`` wrote.
enum HTMLText {
  /// The text that escaped text stands for.
  ///
  /// Numbers and the five names that the writer uses are read; anything else stays as it is.
  static func plain(_ escaped: some Collection<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(escaped.count)
    var rest = escaped[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&"), let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: String(decoding: rest[..<end], as: UTF8.self))
      else {
        bytes.append(byte)
        continue
      }
      bytes += Array(String(scalar).utf8)
      rest = rest[rest.index(after: end)...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    default: name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}
