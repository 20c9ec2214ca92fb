/// Many numbers of one type, coded as base64 of their little-endian bytes, so that a value with many
/// rows is written and read at the speed of memory.
public struct Blob<Number: FixedLayout>: Sendable, Codable, Hashable {
  /// The numbers.
  public var numbers: [Number]

  /// Wraps numbers.
  public init(_ numbers: [Number]) { self.numbers = numbers }

  /// Reads numbers from base64.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let bytes = Base64.decode(text), bytes.count % MemoryLayout<Number>.size == 0 else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not base64")
    }
    numbers = bytes.withUnsafeBytes { raw in
      (0..<(bytes.count / MemoryLayout<Number>.size)).map {
        raw.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Number>.size, as: Number.self)
      }
    }
  }

  /// Writes the numbers as base64.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(numbers.withUnsafeBytes { Base64.encode($0) })
  }
}

/// A number whose bytes in memory are its little-endian form.
public protocol FixedLayout: BitwiseCopyable, Sendable, Hashable {}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Double: FixedLayout {}
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Float: FixedLayout {}
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Int32: FixedLayout {}
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension UInt8: FixedLayout {}
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension UInt64: FixedLayout {}

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
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count / 4 * 3)
    var word: UInt32 = 0
    var held = 0
    var padding = 0
    for byte in text.utf8 {
      if byte == 0x3D {
        padding += 1
        continue
      }
      let value = values[Int(byte)]
      guard value != 0xFF, padding == 0 else { return nil }
      word = word << 6 | UInt32(value)
      held += 1
      if held == 4 {
        result.append(UInt8(word >> 16 & 255))
        result.append(UInt8(word >> 8 & 255))
        result.append(UInt8(word & 255))
        word = 0
        held = 0
      }
    }
    switch (held, padding) {
    case (0, 0): return result
    case (2, 2): return result + [UInt8(word >> 4 & 255)]
    case (3, 1): return result + [UInt8(word >> 10 & 255), UInt8(word >> 2 & 255)]
    default: return nil
    }
  }
}
