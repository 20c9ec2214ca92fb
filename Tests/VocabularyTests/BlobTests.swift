import Foundation
import Testing
import Vocabulary

/// Numbers as base64, as the cache keeps them.
@Suite struct BlobTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func isBase64(plain: String, coded: String) {
    #expect(Array(plain.utf8).withUnsafeBytes { Base64.encode($0) } == coded)
    #expect(Base64.decode(coded) == Array(plain.utf8))
  }

  @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "====", "Zm=v", "Zm9v!m9v", "Zm9vZg=A", "é£=="])
  func whatIsNotIsRefused(coded: String) {
    #expect(Base64.decode(coded) == nil)
  }

  @Test func allBytesComeBack() throws {
    let bytes = (0..<4099).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 / 256) }
    #expect(Base64.decode(bytes.withUnsafeBytes { Base64.encode($0) }) == bytes)
    let numbers = Blob((0..<1001).map { Double($0) * 0.1 } + [.infinity, -0.0, .pi])
    let back = try JSONDecoder().decode(
      Blob<Double>.self, from: JSONEncoder().encode(numbers))
    #expect(back == numbers)
    let short = try? JSONDecoder().decode(Blob<Double>.self, from: Data("\"AAAA\"".utf8))
    #expect(short == nil)
  }
}
