import Testing

/// The manual, explanations and the canonical form.
@Suite struct WordTests {
  @Test func wordsAndCodesAreExplained() throws {
    let workplace = try Workplace()
    let slope = try workplace.scarp("explain", "slope")
    #expect(slope.code == 0)
    for part in ["Parts", "Example", "Sources", "Horn"] { #expect(slope.output.contains(part)) }
    #expect(try workplace.scarp("explain", "read", "raster").output.contains("GeoTIFF"))
    let code = try workplace.scarp("explain", "e211")
    #expect(code.code == 0)
    #expect(code.output.contains("Repaired"))
    let all = try workplace.scarp("explain")
    #expect(all.output.contains("Words that make a value"))
    #expect(all.output.contains("E802"))
  }

  @Test func theManualHoldsEveryWord() throws {
    let manual = try Workplace().scarp("manual")
    #expect(manual.code == 0)
    for word in ["## slope", "## fit logistic regression", "## check", "## conv2d"] {
      #expect(manual.output.contains(word))
    }
  }

  @Test func formattingIsPrintedCheckedAndWritten() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("format", "study.md").output == SmallStudy.text)
    #expect(try workplace.scarp("format", "study.md", "--check").code == 0)
    try workplace.write(
      SmallStudy.text.replacing("glm     = fit", with: "glm  =   fit"), to: "study.md")
    #expect(try workplace.scarp("format", "study.md", "--check").code == 1)
    #expect(try workplace.scarp("format", "study.md", "--in-place").code == 0)
    #expect(try workplace.text("study.md") == SmallStudy.text)
  }
}
