/// Bytes as text of 64 characters (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text of some bytes, padded with `=` to a multiple of four characters.
  static func text(_ bytes: [UInt8]) -> String {
    let count = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: count) { buffer in
      var next = 0
      var index = 0
      while index < bytes.count {
        let left = bytes.count - index
        let group =
          UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
          | (left > 2 ? UInt32(bytes[index + 2]) : 0)
        buffer[next] = alphabet[Int(group >> 18)]
        buffer[next + 1] = alphabet[Int(group >> 12 & 63)]
        buffer[next + 2] = left > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "=")
        buffer[next + 3] = left > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "=")
        next += 4
        index += 3
      }
      return count
    }
  }

  /// The bytes that a text stands for, without regard to line ends; nil where it is none.
  static func bytes(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    var padding = 0
    for character in text where character != 0x0A && character != 0x0D {
      if character == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = values[Int(character)] else { return nil }
      group = group << 6 | value
      count += 1
      guard count % 4 == 0 else { continue }
      bytes += [UInt8(group >> 16 & 255), UInt8(group >> 8 & 255), UInt8(group & 255)]
      group = 0
    }
    guard (count + padding) % 4 == 0, padding <= 2 else { return nil }
    switch padding {
    case 1: bytes += [UInt8(group >> 10 & 255), UInt8(group >> 2 & 255)]
    case 2: bytes.append(UInt8(group >> 4 & 255))
    default: break
    }
    return bytes
  }

  private static let values: [UInt32?] = {
    var values = [UInt32?](repeating: nil, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt32(value) }
    return values
  }()
}
