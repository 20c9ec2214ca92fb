import Foundation
import Testing

/// Works that a study cites: from the file to the report, and back by verification.
@Suite struct BibliographyTests {
  static let works = """
    @article{horn1981, author = {Horn, Berthold K. P.}, title = {Hill shading and the reflectance map},
      journal = {Proceedings of the IEEE}, volume = 69, number = 1, pages = {14--47}, year = 1981,
      doi = {10.1109/PROC.1981.11918}}
    @article{brenning2005, author = {Brenning, Alexander}, title = {Spatial prediction models},
      journal = {Natural Hazards and Earth System Sciences}, year = 2005}
    @article{unused, author = {Nobody}, title = {Not cited}, year = 1900}

    """

  private func workplace(
    prose: String = "Slope is that of @horn1981 [p. 18], and more [see @brenning2005].",
    bibliography: String = "refs.bib", works: String? = works
  ) throws -> Workplace {
    let workplace = try SmallStudy.workplace()
    let parts = SmallStudy.text.split(separator: "---\n", maxSplits: 2)
    let head = parts.count > 1 ? String(parts[0]) : ""
    let body = parts.count > 1 ? String(parts[1]) : SmallStudy.text
    try workplace.write(
      "---\n\(head)bibliography: \(bibliography)\n---\n\n\(prose)\n\n\(body)", to: "study.md")
    if let works { try workplace.write(works, to: "refs.bib") }
    return workplace
  }

  @Test func worksAreCitedAndListed() throws {
    let workplace = try workplace()
    let run = try workplace.scarp("run", "study.md")
    try #require(run.code == 0, "\(run.messages)")
    let report = try workplace.text("output/study.html")
    #expect(report.contains(">Horn (1981, p. 18)</a>"))
    #expect(report.contains("(see <a id=\"citation.2\" href=\"#reference.1\""))
    #expect(report.contains("href=\"https://doi.org/10.1109/PROC.1981.11918\""))
    #expect(report.contains("href=\"#citation.2\""))
    #expect(!report.contains("Not cited"))
    let record = try workplace.text("output/study.record.json")
    #expect(record.contains("\"path\": \"refs.bib\""))
    #expect(record.contains("\"works\": 2"))
  }

  @Test func proseAndWorksChangeNoResult() throws {
    let workplace = try workplace()
    _ = try workplace.scarp("run", "study.md")
    let first = try workplace.text("output/study.html")
    // What the study does not cite is of no matter.
    try workplace.write(
      Self.works.replacing("Not cited", with: "Still not cited"), to: "refs.bib")
    let second = try workplace.scarp("run", "study.md")
    #expect(second.messages.contains(" 0 carried out"), "\(second.messages)")
    #expect(try workplace.text("output/study.html") == first)
    try workplace.write(Self.works.replacing("Hill shading", with: "Shading"), to: "refs.bib")
    try workplace.write(
      workplace.text("study.md").replacing("and more", with: "and much more"), to: "study.md")
    let third = try workplace.scarp("run", "study.md")
    #expect(third.messages.contains(" 0 carried out"), "\(third.messages)")
    #expect(try workplace.text("output/study.html").contains("much more"))
  }

  @Test func aReportVerifiesWithoutItsBibliography() throws {
    let workplace = try workplace()
    _ = try workplace.scarp("run", "study.md")
    let reader = try Workplace()
    try reader.write(workplace.text("output/study.html"), to: "report.html")
    try reader.write(SmallStudy.table, to: "places/places.csv")
    let verify = try reader.scarp("verify", "report.html", "--data", "places")
    #expect(verify.code == 0, "\(verify.messages)\(verify.output)")
    // The study beside a changed bibliography is told.
    try workplace.write(Self.works.replacing("Hill shading", with: "Shading"), to: "refs.bib")
    let changed = try workplace.scarp("verify", "study.md")
    #expect(changed.code == 7)
    #expect(changed.output.contains("works cited from refs.bib"))
  }

  @Test func anUnknownWorkIsFoundBeforeAnythingRuns() throws {
    let workplace = try workplace(prose: "By [@horn1918] and @nobody1234.")
    let check = try workplace.scarp("check", "study.md")
    #expect(check.code == 3)
    #expect(check.messages.contains("E030"))
    #expect(check.messages.contains("Did you mean “@horn1981”?"))
    #expect(check.messages.contains("nobody1234"))
    #expect(check.messages.contains("study.md:"))
    #expect(try workplace.scarp("run", "study.md").code == 3)
    // An @ that is meant as itself.
    let escaped = try self.workplace(prose: "Write to \\@horn1918, or ada@example.org.")
    #expect(try escaped.scarp("check", "study.md").code == 0)
  }

  @Test func aMistakeOfTheFileIsToldWithItsLine() throws {
    let workplace = try workplace(
      works: Self.works.replacing("year = 2005}", with: "year = 2005"))
    let check = try workplace.scarp("check", "study.md")
    #expect(check.code == 3)
    #expect(check.messages.contains("E031"))
    #expect(check.messages.contains("refs.bib, line 5"), "\(check.messages)")
    #expect(!check.messages.contains("E030"))
    let lacking = try self.workplace(works: Self.works.replacing(", year = 2005", with: ""))
    let warned = try lacking.scarp("check", "study.md")
    #expect(warned.code == 0)
    #expect(warned.messages.contains("W011"))
    #expect(warned.messages.contains("“brenning2005” has no year"))
  }

  @Test(arguments: [
    ("../refs.bib", 6), ("/etc/hostname", 6), ("away.bib", 6), ("nowhere.bib", 4), ("folder", 4),
    ("large.bib", 8), ("binary.bib", 4),
  ])
  func filesLieBesideTheNotebook(_ name: String, _ code: Int32) throws {
    let workplace = try workplace(bibliography: name)
    let folder = workplace.folder
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("away.bib"),
      withDestinationURL: URL(fileURLWithPath: "/etc/hostname"))
    try workplace.write("", to: "folder/x")
    try Data(count: 9 << 20).write(to: folder.appendingPathComponent("large.bib"))
    try Data([0x40, 0xFF, 0xFE]).write(to: folder.appendingPathComponent("binary.bib"))
    let check = try workplace.scarp("check", "study.md")
    #expect(check.code == code, "\(check.messages)")
    // One message, and none for each citation.
    #expect(!check.messages.contains("E030"))
  }

  @Test func withoutABibliographyBracketsAreTold() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(SmallStudy.text + "\nBy @ada and [@horn1981].\n", to: "study.md")
    let check = try workplace.scarp("check", "study.md")
    #expect(check.code == 3)
    #expect(check.messages.contains("names no bibliography"))
    #expect(!check.messages.contains("“ada”"))
  }
}
