import Diagnostics
import Markdown
import Testing

@Suite struct HostileTextTests {
  @Test(arguments: [
    String(repeating: ">", count: 60_000), String(repeating: "- ", count: 30_000),
    String(repeating: "*a **b ", count: 5_000) + String(repeating: "c** d*", count: 5_000),
    (0..<400).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
    String(repeating: "[", count: 4_000) + "a" + String(repeating: "](b)", count: 4_000),
  ])
  func deepNestingIsToldNotFollowed(_ text: String) {
    let reading = Reading(text)
    #expect(reading.codes.filter { $0 == "E004" }.count <= 1)
    #expect(reading.codes.allSatisfy { $0 == "E004" })
  }

  @Test(arguments: [
    String(repeating: "$", count: 100_000), String(repeating: "$a ", count: 60_000),
    String(repeating: "`a``b", count: 20_000), String(repeating: "@fig-", count: 20_000),
    String(repeating: "![[]()", count: 2_000), String(repeating: "{#a", count: 50_000),
    String(repeating: "[^a", count: 4_000), String(repeating: "$x$", count: 50_000),
    String(repeating: "| a ", count: 2_000) + "\n" + String(repeating: "|--", count: 2_000),
    String(repeating: "<!", count: 50_000), String(repeating: "\\", count: 100_000),
    String(repeating: "[@a;", count: 4_000), String(repeating: "ݍ", count: 50_000),
  ])
  func repetitionEnds(_ text: String) {
    let reading = Reading(text)
    #expect(reading.inlines.allSatisfy { $0.span.upper <= reading.source.bytes.count })
  }

  @Test func sizesAreLimited() {
    #expect(Reading(String(repeating: "a", count: 300_000)).codes == ["E003"])
    #expect(Reading(String(repeating: "[\n", count: 20_000)).codes == ["E003"])
    #expect(Reading(String(repeating: "a\n\n", count: 1_500_000)).codes == ["E003"])
    #expect(Reading(String(repeating: "[a\n\n", count: 70_000)).codes == ["E003"])
    #expect(Reading(String(repeating: "|--", count: 20_000)).codes == ["E003"])
    #expect(Reading("").codes.isEmpty)
  }

  @Test func everyTruncationIsRead() {
    let text = """
      # Title {#sec-a}

      Text $x$ @fig-a [@b; @c] `{scarp} q` ~~s~~ **b**[^n]

      | a | b |
      |---|---|
      | $x$ | `{scarp} y` |

      > $$
      > a + b
      > $$

      ```{scarp}
      a = 1
      ```

      [^n]: Note.
      """
    let bytes = Array(text.utf8)
    for count in 0...bytes.count {
      let (document, diagnostics) = Document.read(Array(bytes[..<count]))
      document.visitInlines { #expect($0.span.upper <= count) }
      document.visitBlocks { #expect($0.span.upper <= count) }
      for diagnostic in diagnostics { #expect(diagnostic.span.map { $0.upper <= count } ?? true) }
    }
  }
}
