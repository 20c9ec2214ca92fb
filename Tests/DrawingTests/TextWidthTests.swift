import Drawing
import Testing

@Suite("Widths of text")
struct TextWidthTests {
  // python: fontTools.ttLib.TTFont("DejaVuSans.ttf")["hmtx"]["A"][0] is 1401, of 2048 per em.
  @Test func widthsAreTheFonts() {
    #expect(textWidth("A", size: 2048) == 1401)
    #expect(textWidth("A", size: 2048, weight: .bold) == 1585)
    #expect(textWidth("−0.5 km²", size: 2048) == 1716 + 1303 + 651 + 1303 + 651 + 1186 + 1995 + 821)
    #expect(textWidth("地", size: 2048) == 1229)
  }

  @Test func linesBreakAtSpaces() {
    let lines = wrappedLines("log of the catchment area", width: 20, size: 2.8)
    #expect(lines.joined(separator: " ") == "log of the catchment area")
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { textWidth($0, size: 2.8) <= 20 })
    #expect(wrappedLines("Kulturlandschaftsschutz", width: 5, size: 3).count == 1)
  }

  @Test func longTextIsCutWithAnEllipsis() {
    let text = truncatedText("support vector machine", width: 20, size: 2.8)
    #expect(text.hasSuffix("…"))
    #expect(textWidth(text, size: 2.8) <= 20)
    #expect(truncatedText("glm", width: 20, size: 2.8) == "glm")
  }
}
