import Testing

@testable import Engine

/// What the cache keeps comes back as it was.
@Suite struct JSONCodingTests {
  private struct Kept: Codable, Equatable {
    var texts: [String?]
    var numbers: [Double?]
    var lists: [[String]?]
    var one: String?
    var none: Int?
  }

  @Test func optionalsComeBack() throws {
    let kept = Kept(
      texts: ["a", nil, ""], numbers: [1.5, nil], lists: [["b"], nil], one: "c", none: nil)
    let json = try JSONCoding.encode(kept)
    #expect(try JSONCoding.decode(Kept.self, from: json) == kept)
  }
}
