import Foundation
import Testing

/// Reports and records that a stranger has changed, through `scarp verify`.
@Suite struct HostileRecordTests {
  private static let whole = Result { () throws -> (report: Data, record: Data) in
    let workplace = try SmallStudy.workplace()
    try #require(try workplace.scarp("run", "study.md").code == 0)
    return (try workplace.data("output/study.html"), try workplace.data("output/study.record.json"))
  }

  private func verify(record: Data) throws -> (Workplace.Outcome, Int) {
    let workplace = try SmallStudy.workplace()
    try workplace.write(record, to: "output/study.record.json")
    return try workplace.measured(["verify", "study.md"])
  }

  /// A record is read or refused: 0, 4 or 7, whatever was done to it.
  @Test(arguments: 0..<16) func aCutRecordIsRefused(_ part: Int) throws {
    let record = try Self.whole.get().record
    let (outcome, _) = try verify(record: record.prefix(record.count * part / 16))
    #expect(outcome.code == 4, "\(outcome.messages)")
    #expect(outcome.messages.contains(" = help: "))
  }

  @Test(arguments: [
    ("\"schema\": 1", "\"schema\": 1e400"), ("\"schema\": 1", "\"schema\": 99999999999999999999"),
    ("\"schema\": 1", "\"schema\": []"), ("\"schema\": 1", "\"schema\": 1, \"schema\": 1"),
    ("{", String(repeating: "[", count: 200_000)), ("\"", "\u{0}"),
  ])
  func aWrongRecordIsRefused(_ old: String, _ new: String) throws {
    let record = String(decoding: try Self.whole.get().record, as: UTF8.self)
    let (outcome, peak) = try verify(
      record: Data(record.replacing(old, with: new, maxReplacements: 1).utf8))
    #expect(outcome.code == 4, "\(outcome.messages)")
    #expect(peak < 400)
  }

  @Test(arguments: [
    "notebook", "seed", "profile", "settings", "data", "inputs", "machine", "statements", "results",
  ])
  func aMemberOfAnotherKindIsADifference(_ name: String) throws {
    var json = try #require(
      try JSONSerialization.jsonObject(with: Self.whole.get().record) as? [String: Any])
    #expect(json[name] != nil)
    for value in [NSNull(), "text", 1e300, [[1], "a", ["id": 1]], ["a": -1]] as [Any] {
      json[name] = value
      let (outcome, _) = try verify(record: JSONSerialization.data(withJSONObject: json))
      #expect([0, 3, 4, 7].contains(outcome.code), "\(name): \(outcome.code) \(outcome.messages)")
    }
  }

  /// A report that carries another study: nothing outside the data folder is read.
  @Test func aReportWithAHostileStudyReadsNothing() throws {
    let report = String(decoding: try Self.whole.get().report, as: UTF8.self)
    let workplace = try Workplace()
    try workplace.write(SmallStudy.table, to: "secret/places.csv")
    try workplace.write("", to: "data/.keep")
    try workplace.write(
      report.replacing("&quot;places.csv&quot;", with: "&quot;../secret/places.csv&quot;"),
      to: "report.html")
    let verify = try workplace.scarp("verify", "report.html")
    #expect(verify.code == 6, "\(verify.messages)")
    try workplace.write(String(report.prefix(report.utf8.count / 2)), to: "report.html")
    #expect(try workplace.scarp("verify", "report.html").code == 4)
  }
}
