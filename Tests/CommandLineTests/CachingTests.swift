import Foundation
import Testing

/// What runs again after an edit, and what is said about it.
@Suite struct CachingTests {
  @Test func aChangeOfProseRunsNothing() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    #expect(try workplace.states().values.contains("carried out"))
    try workplace.write(
      SmallStudy.text.replacing("# Model", with: "# The model\n\nA line more."), to: "study.md")
    #expect(try workplace.scarp("run", "study.md").code == 0)
    #expect(!(try workplace.states().values.contains("carried out")))
    #expect(try workplace.text("output/study.html").contains("A line more."))
  }

  @Test func aChangeOfAStatementRunsItAndWhatFollows() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    try workplace.write(
      SmallStudy.text.replacing("stack of places.slope, places.wet", with: "stack of places.slope"),
      to: "study.md")
    let why = try workplace.scarp("cache", "why", "study.md", "glm")
    #expect(why.output.contains("“factors” has changed"))
    let own = try workplace.scarp("cache", "why", "study.md", "factors")
    #expect(own.output.contains("its statement was"))
    let dry = try workplace.scarp("run", "study.md", "--dry-run")
    #expect(dry.code == 0)
    #expect(dry.output.contains("runs"))
    // Each step that would run, with the time that it took, and the number of them.
    let glm = dry.output.split(separator: "\n").first { $0.hasPrefix("glm ") } ?? ""
    #expect(glm.contains("“factors” has changed"))
    #expect(dry.output.contains("would be carried out"))
    #expect(
      dry.output.split(separator: "\n").contains { $0.hasPrefix("places") && $0.contains("kept") })
    #expect(try workplace.scarp("run", "study.md").code == 0)
    let states = try workplace.states()
    #expect(states["places"] == "cached")
    #expect(states["factors"] == "carried out")
    #expect(states["glm"] == "carried out")
    #expect(states["check count of places is 40"] != "carried out")
  }

  @Test func aChangedInputRunsWhatReadsIt() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    try workplace.write(SmallStudy.table.replacing("0.7", with: "0.8"), to: "data/places.csv")
    let why = try workplace.scarp("cache", "why", "study.md", "places")
    #expect(why.output.contains("the file places.csv has changed"))
    _ = try workplace.scarp("run", "study.md")
    #expect(try workplace.states()["places"] == "carried out")
  }

  @Test func withoutTheCacheAllRuns() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let report = try workplace.text("output/study.html")
    #expect(try workplace.scarp("run", "study.md", "--no-cache").code == 0)
    #expect(!(try workplace.states().values.contains("cached")))
    #expect(try workplace.text("output/study.html") == report)
  }

  @Test func recordAndReportAreTheSameForAnyNumberOfJobs() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md", "--no-cache", "--jobs", "1", "-o", "one.html")
    _ = try workplace.scarp("run", "study.md", "--no-cache", "--jobs", "2", "-o", "two.html")
    #expect(try workplace.text("one.record.json") == workplace.text("two.record.json"))
    #expect(try workplace.text("one.html") == workplace.text("two.html"))
    // Nothing of the machine's places is in them.
    for name in ["one.record.json", "one.html"] {
      #expect(!(try workplace.text(name).contains(workplace.folder.path)))
    }
  }

  @Test func theCacheIsListedAndCleared() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    #expect(try workplace.scarp("cache", "list").output.contains("40 places"))
    #expect(try workplace.scarp("cache", "clear").code == 0)
    #expect(!(try workplace.scarp("cache", "list").output.contains("40 places")))
    let why = try workplace.scarp("cache", "why", "study.md", "places")
    #expect(why.output.contains("no longer in the cache"))
    let unknown = try workplace.scarp("cache", "why", "study.md", "plases")
    #expect(unknown.code == 2)
    #expect(unknown.messages.contains("Did you mean “places”?"))
  }

  @Test func aDamagedCacheIsToldAndMadeAnew() throws {
    let workplace = try SmallStudy.workplace()
    _ = try workplace.scarp("run", "study.md")
    let report = try workplace.text("output/study.html")
    let entries = workplace.folder.appendingPathComponent("cache/entries").path
    var damaged = 0
    for case let name as String in FileManager.default.enumerator(atPath: entries) ?? .init() {
      let file = URL(fileURLWithPath: "\(entries)/\(name)")
      guard var bytes = try? Data(contentsOf: file), !bytes.isEmpty else { continue }
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: file)
      damaged += 1
    }
    #expect(damaged > 3)
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 0)
    #expect(run.messages.contains("is damaged"))
    #expect(try workplace.text("output/study.html") == report)
  }
}
