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
    let length = bytes.count / MemoryLayout<Number>.size
    numbers = [Number](unsafeUninitializedCapacity: length) { room, filled in
      bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(room).copyMemory(from: $0) }
      filled = length
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
