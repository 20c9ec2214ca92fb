/// Base64 of RFC 4648, with padding.
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
    return table
  }()

  /// The text of some bytes.
  public static func encode(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { encode($0) } }

  /// The text of bytes in memory.
  public static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
    let count = (bytes.count + 2) / 3 * 4
    return String(unsafeUninitializedCapacity: count) { out in
      var position = 0
      var index = 0
      while index < bytes.count {
        let a = UInt32(bytes[index])
        let b = index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0
        let c = index + 2 < bytes.count ? UInt32(bytes[index + 2]) : 0
        let word = a << 16 | b << 8 | c
        out[position] = alphabet[Int(word >> 18)]
        out[position + 1] = alphabet[Int(word >> 12 & 63)]
        out[position + 2] = index + 1 < bytes.count ? alphabet[Int(word >> 6 & 63)] : 0x3D
        out[position + 3] = index + 2 < bytes.count ? alphabet[Int(word & 63)] : 0x3D
        position += 4
        index += 3
      }
      return count
    }
  }

  /// The bytes of a text, or `nil` if it is not base64.
  public static func decode(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { letters in
      guard letters.count % 4 == 0 else { return nil }
      let padding = letters.suffix(2).count { $0 == 0x3D }
      let count = letters.count / 4 * 3 - padding
      var isSound = true
      let bytes = [UInt8](unsafeUninitializedCapacity: letters.count / 4 * 3) { room, filled in
        values.withUnsafeBufferPointer { table in
          isSound = decode(letters, padding: padding, by: table, into: room)
        }
        filled = isSound ? count : 0
      }
      return isSound ? bytes : nil
    }
  }

  /// Decodes whole groups of four letters; false where a letter is none of base64.
  private static func decode(
    _ letters: UnsafeBufferPointer<UInt8>, padding: Int, by table: UnsafeBufferPointer<UInt8>,
    into room: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    // 0xFF, no letter, sets bits that no value has.
    var all: UInt32 = 0
    var target = 0
    var index = 0
    while index < letters.count {
      let isLast = index + 4 == letters.count
      let a = UInt32(table[Int(letters[index])])
      let b = UInt32(table[Int(letters[index + 1])])
      let c = isLast && padding == 2 ? 0 : UInt32(table[Int(letters[index + 2])])
      let d = isLast && padding >= 1 ? 0 : UInt32(table[Int(letters[index + 3])])
      all |= a | b | c | d
      let word = a << 18 | b << 12 | c << 6 | d
      room[target] = UInt8(truncatingIfNeeded: word >> 16)
      room[target + 1] = UInt8(truncatingIfNeeded: word >> 8)
      room[target + 2] = UInt8(truncatingIfNeeded: word)
      target += 3
      index += 4
    }
    return all < 64
  }
}
