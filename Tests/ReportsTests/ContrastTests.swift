import Glibc
import Testing

/// The colours of the style sheet: every text can be read on its ground, by day and by night.
@Suite struct ContrastTests {
  /// Where a colour of text stands on which ground.
  private static let pairs: [(String, [String])] = [
    ("ink", ["paper", "wash", "good-wash", "bad-wash", "open-wash"]),
    ("soft", ["paper", "wash", "bad-wash", "open-wash"]),
    ("accent", ["paper", "wash", "bad-wash", "open-wash"]),
    ("good", ["paper", "good-wash"]), ("bad", ["paper", "bad-wash", "wash"]),
    ("open", ["paper", "open-wash"]), ("word", ["wash"]), ("string", ["wash"]),
    ("number", ["wash"]), ("label", ["wash"]),
  ]

  @Test(arguments: ["light", "dark", "print"])
  func everyTextStandsOutFromItsGround(_ scheme: String) throws {
    let style = try Files.read(Files.root + "/templates/report.css")
    let blocks = style.split(separator: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
    try #require(blocks.count == 3)
    var colours = Self.colours(blocks[0])
    if scheme == "dark" { colours.merge(Self.colours(blocks[1])) { $1 } }
    // In print the dark colours are not in force: they are for screens alone.
    if scheme == "print" { colours.merge(Self.colours(blocks[2])) { $1 } }
    #expect(style.contains("@media screen and (prefers-color-scheme: dark) {\n  :root"))
    for (text, grounds) in Self.pairs {
      for ground in grounds {
        let a = try #require(colours[text])
        let b = try #require(colours[ground])
        let contrast = Self.contrast(a, b)
        #expect(contrast >= 4.5, "\(text) on \(ground) in \(scheme): \(contrast)")
      }
    }
  }

  /// 21 for black on white, 1 for a colour on itself.
  @Test func theMeasureIsThatOfTheGuidelines() {
    #expect(abs(Self.contrast([0, 0, 0], [255, 255, 255]) - 21) < 1e-9)
    #expect(abs(Self.contrast([0x77, 0x77, 0x77], [255, 255, 255]) - 4.48) < 0.005)
  }

  private static func colours(_ block: Substring) -> [String: [Double]] {
    var colours: [String: [Double]] = [:]
    for match in block.matches(of: /--([a-z-]+): #([0-9a-f]+);/) {
      let digits = match.2.count == 3 ? match.2.map { "\($0)\($0)" }.joined() : String(match.2)
      guard let value = Int(digits, radix: 16) else { continue }
      colours[String(match.1)] = [16, 8, 0].map { Double(value >> $0 & 255) }
    }
    return colours
  }

  /// - Source: Web Content Accessibility Guidelines 2.2, contrast ratio.
  private static func contrast(_ a: [Double], _ b: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { channel in
        let share = channel / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }
}
