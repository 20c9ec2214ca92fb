import Foundation
import HostileFiles
import Testing

/// Everything hostile that a stranger could hand in goes through `scarp check` and `scarp run`.
@Suite struct HostileCorpusTests {
  /// More than the program and its worker hold at once with any of the corpus, and less than any of
  /// it asks for.
  private static let mostMegabytes = 400

  /// A whole report and its record, made once by a study that is right.
  private static let earlier = Result { () throws -> (report: Data, record: Data) in
    let workplace = try SmallStudy.workplace()
    let run = try workplace.scarp("run", "study.md")
    try #require(run.code == 0, "\(run.messages)")
    return (try workplace.data("output/study.html"), try workplace.data("output/study.record.json"))
  }

  @Test(
    arguments: HostileTexts.all + HostileData.rasters + HostileData.vectors + HostileData.tables
      + HostilePlaces.disguises + HostileSamples.all)
  func isToldAndHarmsNothing(_ hostile: HostileCase) throws { try hold(hostile) }

  @Test(arguments: HostilePlaces.all)
  func isNotAllowed(_ hostile: HostileCase) throws { try hold(hostile) }

  private func hold(_ hostile: HostileCase) throws {
    let earlier = try Self.earlier.get()
    let workplace = try Workplace()
    try workplace.write("", to: "data/.keep")
    try workplace.write("", to: "output/.keep")
    try hostile.prepare(workplace)
    for (name, bytes) in hostile.files { try workplace.write(Data(bytes), to: "data/\(name)") }
    try workplace.write(Data(hostile.notebook), to: "study.md")
    try workplace.write(earlier.report, to: "output/study.html")
    try workplace.write(earlier.record, to: "output/study.record.json")
    for (verb, code) in [("check", hostile.check), ("run", hostile.run)] {
      let (outcome, peak) = try workplace.measured([verb, "study.md"])
      let messages = outcome.messages
      #expect(outcome.code == code, "\(verb): \(messages.prefix(2000))")
      #expect(!messages.contains("E901") && !messages.contains("atal error"), "\(messages)")
      #expect(peak < Self.mostMegabytes, "\(verb): \(peak) MB")
      #expect(messages.utf8.count < 1 << 20)
      guard code != 0 else { continue }
      #expect(messages.contains("--> study.md"), "\(verb): \(messages.prefix(2000))")
      if let place = hostile.place {
        #expect(messages.contains("study.md:\(place)"), "\(verb): \(messages.prefix(2000))")
      }
      for said in hostile.says {
        #expect(messages.contains(said), "\(verb) does not say “\(said)”: \(messages.prefix(2000))")
      }
      #expect(messages.contains(" = help: "), "\(verb): \(messages.prefix(2000))")
      #expect(try workplace.data("output/study.html") == earlier.report)
      #expect(try workplace.data("output/study.record.json") == earlier.record)
    }
  }

  @Test(arguments: HostileTexts.harmless.map(\.name))
  func theUnusualIsTaken(_ name: String) throws {
    let notebook = try #require(HostileTexts.harmless.first { $0.name == name }?.notebook)
    let workplace = try Workplace()
    try workplace.write("", to: "data/.keep")
    try workplace.write(Data(notebook), to: "study.md")
    for verb in ["check", "run"] {
      let (outcome, peak) = try workplace.measured([verb, "study.md"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      #expect(peak < Self.mostMegabytes)
    }
  }

  /// What is measured is the memory of the worker too: it decodes 100 MB of cells at once.
  @Test func theMeasureSeesTheWorker() throws {
    let workplace = try Workplace()
    try workplace.write(Data(TIFFBytes().bytes), to: "data/dem.tif")
    try workplace.write("```{scarp}\ndem = read raster \"dem.tif\"\n```\n", to: "study.md")
    let (small, few) = try workplace.measured(["run", "study.md"])
    #expect(small.code == 0, "\(small.messages)")
    // Compressed, so that its one strip cannot be read in parts.
    let made = try workplace.command(
      "/usr/bin/gdal_create",
      [
        "-q", "-ot", "Float32", "-outsize", "5000", "5000", "-burn", "3", "-a_srs", "EPSG:32717",
        "-a_ullr", "0", "50000", "50000", "0", "-co", "COMPRESS=DEFLATE", "-co", "BLOCKYSIZE=5000",
        "data/dem.tif",
      ])
    #expect(made.code == 0, "\(made.messages)")
    let (run, many) = try workplace.measured(["run", "study.md"])
    #expect(run.code == 0, "\(run.messages)")
    #expect(many > few + 50, "\(many) MB, \(few) MB")
  }
}
