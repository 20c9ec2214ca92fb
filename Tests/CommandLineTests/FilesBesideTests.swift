import Foundation
import Testing

/// What lies beside a report, from run to run.
@Suite struct FilesBesideTests {
  private static let folder = "output/study.files/"

  private func list(_ workplace: Workplace) throws -> [String] {
    let json = try JSONSerialization.jsonObject(
      with: Data(workplace.text(Self.folder + "files.json").utf8))
    let files = (json as? [String: Any])?["files"] as? [[String: Any]] ?? []
    return files.compactMap { $0["path"] as? String }
  }

  private func inode(_ workplace: Workplace, _ name: String) throws -> UInt64 {
    let path = workplace.folder.appendingPathComponent(Self.folder + name).path
    return try #require(
      FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64)
  }

  @Test func labelledResultsHaveFiles() throws {
    let workplace = try SmallStudy.workplace()
    let text =
      SmallStudy.text
      + "\n```{scarp}\nshow places\ndraw histogram of places.slope as fig-h \"H.\"\n```\n"
    try workplace.write(text, to: "study.md")
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 0, "\(run.messages)")
    #expect(run.messages.contains("6 files beside it in output/study.files"))
    #expect(
      try list(workplace) == [
        "figures/fig-h.pdf", "figures/fig-h.png", "figures/fig-h.svg", "tables/table-1.csv",
        "tables/tbl-coefficients.csv", "tables/tbl-side.csv",
      ])
    let table = try workplace.text(Self.folder + "tables/tbl-coefficients.csv")
    #expect(table.hasPrefix("Term,Estimate,Standard error,z,p,Odds ratio\r\nintercept,"))
    // The record has the same numbers.
    let second = table.components(separatedBy: "\r\n")[2].components(separatedBy: ",")
    #expect(try workplace.text("output/study.record.json").contains("\"value\": \(second[1])"))
    #expect(try workplace.tool("pdfinfo", Self.folder + "figures/fig-h.pdf").contains("Pages:"))
    #expect(try workplace.tool("xmllint", "--noout", Self.folder + "figures/fig-h.svg") == "")
    let picture = workplace.folder.appendingPathComponent(Self.folder + "figures/fig-h.png")
    #expect(try Data(contentsOf: picture).prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func onlyWhatChangedIsWrittenAndWhatIsGoneGoes() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("run", "study.md").code == 0)
    let before = [
      try inode(workplace, "tables/tbl-side.csv"), try inode(workplace, "files.json"),
    ]
    #expect(try workplace.scarp("run", "study.md").code == 0)
    #expect(
      before == [try inode(workplace, "tables/tbl-side.csv"), try inode(workplace, "files.json")])
    try workplace.write("mine", to: Self.folder + "tables/own.csv")
    try workplace.write(
      SmallStudy.text.replacing("as tbl-side", with: "as tbl-other"), to: "study.md")
    #expect(try workplace.scarp("run", "study.md").code == 0)
    #expect(!workplace.has(Self.folder + "tables/tbl-side.csv"))
    #expect(workplace.has(Self.folder + "tables/tbl-other.csv"))
    #expect(try workplace.text(Self.folder + "tables/own.csv") == "mine")
  }

  @Test func aFailedRunLeavesTheLastSet() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("run", "study.md").code == 0)
    let whole = try list(workplace)
    let table = try workplace.text(Self.folder + "tables/tbl-coefficients.csv")
    let failing = SmallStudy.text.replacing("above 0.5", with: "above 0.999")
      .replacing("as tbl-side", with: "as tbl-other").replacing("places.wet", with: "places.slope")
    try workplace.write(
      failing.replacing("places.slope, places.slope", with: "places.slope"), to: "study.md")
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 1 && !run.messages.contains("beside it"), "\(run.messages)")
    #expect(try list(workplace) == whole)
    #expect(try workplace.text(Self.folder + "tables/tbl-coefficients.csv") == table)
  }

  @Test func aFileOfSomebodyElseIsNotWrittenOver() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write("theirs", to: Self.folder + "tables/tbl-side.csv")
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 5)
    #expect(run.messages.contains("was not written by Scarp"))
    #expect(try workplace.text(Self.folder + "tables/tbl-side.csv") == "theirs")
    #expect(!workplace.has("output/study.html"))
  }

  @Test func standardOutputHasNothingBesideIt() throws {
    let workplace = try SmallStudy.workplace()
    let run = try workplace.scarp("run", "study.md", "-o", "-")
    #expect(run.code == 0 && run.output.contains("<table>"))
    #expect(!workplace.has("output"))
    #expect(!run.messages.contains("beside it"))
  }

  @Test func aReportElsewhereHasItsFilesThere() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write("", to: "there/.keep")
    #expect(try workplace.scarp("run", "study.md", "-o", "there/report.html").code == 0)
    #expect(workplace.has("there/report.files/tables/tbl-side.csv"))
  }
}
