import Foundation
import Testing

/// A rerun held against the record.
@Suite struct VerifyTests {
  @Test func anUnchangedStudyAgreesFromItsFileAndFromItsReport() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md", "-P", "side=11")
    let study = try workplace.scarp("verify", "study.md")
    #expect(study.code == 0)
    #expect(study.output.contains("all agrees"))
    // The report alone, elsewhere, with nothing but the data.
    let reader = try Workplace()
    try reader.write(workplace.text("output/study.html"), to: "report.html")
    try reader.write(SmallStudy.table, to: "places/places.csv")
    let report = try reader.scarp("verify", "report.html", "--data", "places")
    #expect(report.code == 0)
    #expect(report.output.contains("all agrees"))
  }

  @Test func aChangedInputIsFoundAndNamed() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    try workplace.write(SmallStudy.table.replacing("0.7", with: "0.8"), to: "data/places.csv")
    let verify = try workplace.scarp("verify", "study.md")
    #expect(verify.code == 7)
    #expect(verify.output.contains("input places.csv"))
    #expect(verify.output.contains("likeliest cause: an input file"))
  }

  @Test func aChangedTextIsFoundAndNamed() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    try workplace.write(
      SmallStudy.text.replacing("stack of places.slope, places.wet", with: "stack of places.slope"),
      to: "study.md")
    let verify = try workplace.scarp("verify", "study.md")
    #expect(verify.code == 7)
    #expect(verify.output.contains("likeliest cause: the study's text"))
  }

  @Test func aChangedNumberIsFoundAndUnexplained() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let record = try workplace.text("output/study.record.json")
    #expect(record.contains("\"value\": 40.0"))
    try workplace.write(
      record.replacing("\"value\": 40.0", with: "\"value\": 41.0"),
      to: "output/study.record.json")
    let verify = try workplace.scarp("verify", "study.md")
    #expect(verify.code == 7)
    #expect(verify.output.contains("41.0"))
    #expect(verify.output.contains("likeliest cause: inputs, text, versions and processor"))
  }

  @Test func aVersionIsNamedWhereItIsTheOnlyDifference() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let record = try workplace.text("output/study.record.json")
    try workplace.write(
      record.replacing("\"value\": 40.0", with: "\"value\": 41.0")
        .replacing("\"libc\": \"", with: "\"libc\": \"1"), to: "output/study.record.json")
    #expect(try workplace.scarp("verify", "study.md").output.contains("another version"))
  }

  @Test func missingDataAreNoDifference() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let reader = try Workplace()
    try reader.write(workplace.text("output/study.html"), to: "report.html")
    let verify = try reader.scarp("verify", "report.html")
    #expect(verify.code == 4)
    #expect(verify.messages.contains("E501"))
    #expect(verify.messages.contains("--data"))
    #expect(!verify.output.contains("differ"))
  }

  @Test func withoutARecordNothingCanBeVerified() throws {
    let workplace = try SmallStudy.workplace()
    #expect(try workplace.scarp("verify", "study.md").code == 4)
    try workplace.write("<html></html>", to: "report.html")
    #expect(try workplace.scarp("verify", "report.html").code == 4)
  }

  @Test func aStrangersRecordDoesNotDriveTheTerminal() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let record = try workplace.text("output/study.record.json")
    try workplace.write(
      record.replacing("\"id\": \"quantity 1\"", with: "\"id\": \"\\u001b[2Jquantity\""),
      to: "output/study.record.json")
    let verify = try workplace.scarp("verify", "study.md")
    #expect(verify.code == 7)
    #expect(verify.output.contains("[2Jquantity"))
    #expect(!verify.output.contains("\u{1B}"))
  }
}
