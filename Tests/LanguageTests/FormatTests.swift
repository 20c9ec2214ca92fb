import Diagnostics
import Engine
import Foundation
import Language
import Notebooks
import Testing

/// `scarp format` prints a study in one way, keeps its comments, and changes no meaning.
@Suite struct FormatTests {
  static func study(_ text: String) throws -> StudyText {
    let reading = Notebook.read(bytes: Array(text.utf8), name: "study.md")
    return StudyText(try #require(reading.notebook))
  }

  static func cell(_ lines: String) -> String { "# Study\n\n```{scarp}\n\(lines)\n```\n" }

  static func formatted(_ lines: String) throws -> String {
    let text = Formatter.format(try study(cell(lines)))
    return String(text.dropFirst("# Study\n\n```{scarp}\n".count).dropLast("\n```\n".count))
  }

  @Test(arguments: Studies.names + ["ecuador"]) func twiceIsOnce(name: String) throws {
    let once = Formatter.format(try Self.study(Studies.text(of: name)))
    #expect(Formatter.format(try Self.study(once)) == once)
  }

  @Test(arguments: Studies.names + ["ecuador"]) func meaningStays(name: String) throws {
    let text = try Studies.text(of: name)
    let before = Studies.diagnostics(text, name: name).diagnostics
    let after = Studies.diagnostics(
      Formatter.format(try Self.study(text)), name: name
    ).diagnostics
    #expect(before.map(\.title) == after.map(\.title))
  }

  @Test func ecuadorIsInCanonicalForm() throws {
    let text = try Studies.text(of: "ecuador")
    #expect(Formatter.format(try Self.study(text)) == text)
  }

  @Test func spacesAndEqualsSigns() throws {
    let lines = "a=setting 3,from 1 to 5\nlonger =   setting   4\nc = a+ longer*( a -2 )^ -1"
    #expect(
      try Self.formatted(lines) == """
        a      = setting 3, from 1 to 5
        longer = setting 4
        c      = a + longer * (a - 2) ^ -1
        """)
  }

  @Test func commentsStayWhereTheyStand() throws {
    let lines = """
      # before
      a = setting 1    # after
      b = read table "t.csv" with x,  # first
            # between
            y   # last

      # a paragraph of its own

      m = fit logistic regression on p, reading s # head
        # inside
        ridge   0.1   # strong
      # end
      """
    let once = try Self.formatted(lines)
    for comment in [
      "# before", "# after", "# first", "# between", "# last", "# a paragraph of its own", "# head",
      "# inside", "# strong", "# end",
    ] {
      #expect(once.components(separatedBy: comment).count == 2, "\(comment) in\n\(once)")
    }
    #expect(try Self.formatted(once) == once)
  }

  @Test func whatCannotBeReadStaysAsItIs() throws {
    let lines = "a   =  setting \"open\nb=setting 2"
    #expect(try Self.formatted(lines) == lines)
  }

  @Test func blocksAndTables() throws {
    let lines = """
      claims from "Table 1", within 5%
        area of zones by regions
           : a, b in km2
          low: 1, 2
          very high : 3,4
      """
    #expect(
      try Self.formatted(lines) == """
        claims from "Table 1", within 5%
          area of zones by regions
                      : a, b in km2
            low       : 1, 2
            very high : 3, 4
        """)
  }
}
