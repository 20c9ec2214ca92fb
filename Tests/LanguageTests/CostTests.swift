import Commands
import Engine
import Language
import Notebooks
import Testing
import Vocabulary

/// What the checker reckons a run to cost.
@Suite struct CostTests {
  private func program(_ lines: String) throws -> Program {
    let text = "```{scarp}\n\(lines)\n```\n"
    let reading = Notebook.read(bytes: Array(text.utf8), name: "study.md")
    var options = CheckOptions()
    options.facts = { Studies.ecuadorFacts($0, $1) }
    return check(
      StudyText(try #require(reading.notebook)), against: .standard, options: options)
  }

  @Test func aRasterCostsItsCellsReadAndMade() throws {
    let program = try program(
      """
      dem       = read raster "dem.tif" in m
      steepness = slope of dem in degrees
      """)
    let extent = try #require(program.statements[0].type.grid?.extent)
    let cells = Double(extent.columns * extent.rows)
    #expect(program.statements.map(\.type.cost) == [cells, 2 * cells])
    #expect(program.secondsAtLeast == 3 * cells / 1e8)
  }

  @Test func whatIsNotKnownCostsNothingThatIsKnown() throws {
    let program = try program(
      """
      dem       = read raster "not here.tif" in m
      steepness = slope of dem in degrees
      """)
    #expect(program.statements.map(\.type.cost) == [nil, nil])
    #expect(program.secondsAtLeast == 0)
  }

  @Test func timesAreSaidInWords() {
    #expect(formatDuration(0.2) == "1 s")
    #expect(formatDuration(119.5) == "120 s")
    #expect(formatDuration(121) == "3 min")
    #expect(formatDuration(7300) == "3 h")
    #expect(formatDuration(1e30).hasSuffix(" h"))
  }
}
