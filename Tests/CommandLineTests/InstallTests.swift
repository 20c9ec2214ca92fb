import Foundation
import Testing

/// `make install`: what is installed works without the source tree, and goes away without a trace.
@Suite struct InstallTests {
  private func install(_ workplace: Workplace, _ arguments: [String], _ destination: String) throws
    -> Workplace.Outcome
  {
    try workplace.command(
      Workplace.file("tools/install"), arguments,
      environment: ["DESTDIR": workplace.folder.path + destination])
  }

  /// All files below a folder, sorted.
  private func files(_ workplace: Workplace, _ folder: String) -> [String] {
    let walk = FileManager.default.enumerator(
      atPath: workplace.folder.appendingPathComponent(folder).path)
    return (walk?.allObjects as? [String] ?? []).sorted()
  }

  @Test func installedProgramsFindTheirFilesFromAnywhere() throws {
    let workplace = try Workplace()
    let installed = try install(workplace, [Workplace.program("scarp").path, "/opt/x"], "/stage")
    try #require(installed.code == 0, "\(installed.messages)")
    let all = files(workplace, "stage/opt/x")
    for file in [
      "bin/scarp", "bin/scarp-worker", "share/scarp/templates/report.html",
      "share/scarp/templates/studies/lesson/study.md", "share/scarp/notebooks/quickstart.md",
      "share/bash-completion/completions/scarp", "share/zsh/site-functions/_scarp",
      "share/fish/vendor_completions.d/scarp.fish", "share/man/man1/scarp.1",
      "share/doc/scarp/README.md",
    ] {
      #expect(all.contains(file), "\(file)")
    }
    // No data that were simulated or fetched.
    #expect(!all.contains { $0.hasPrefix("share/scarp/notebooks/data") })
    // Elsewhere, with nothing of the environment.
    let scarp = workplace.folder.appendingPathComponent("stage/opt/x/bin/scarp").path
    let elsewhere = try Workplace()
    let cache = ["SCARP_CACHE": elsewhere.folder.path + "/cache"]
    let made = try elsewhere.command(scarp, ["new", "valley"], environment: cache)
    #expect(made.code == 0 && elsewhere.has("valley/valley.md"), "\(made.messages)")
    try elsewhere.write(SmallStudy.text, to: "study.md")
    try elsewhere.write(SmallStudy.table, to: "data/places.csv")
    let run = try elsewhere.command(scarp, ["run", "study.md"], environment: cache)
    #expect(run.code == 0 && elsewhere.has("output/study.html"), "\(run.messages)")
    let explained = try elsewhere.command(scarp, ["explain", "slope"])
    #expect(explained.code == 0 && explained.output.contains("steepness"))
    let same = try elsewhere.command(
      scarp, ["diff", "output/study.html", "output/study.html", "-o", "page.html"])
    #expect(same.code == 0 && elsewhere.has("page.html"), "\(same.messages)")
    // Through a link on the path, as package managers make them.
    try FileManager.default.createSymbolicLink(
      atPath: elsewhere.folder.appendingPathComponent("scarp").path, withDestinationPath: scarp)
    let linked = try elsewhere.command(
      elsewhere.folder.appendingPathComponent("scarp").path, ["new", "linked"])
    #expect(linked.code == 0, "\(linked.messages)")
  }

  @Test func whatIsTakenAwayLeavesNothingBehindAndNothingElseGoes() throws {
    let workplace = try Workplace()
    try workplace.write("mine", to: "share/man/man1/other.1")
    let program = Workplace.program("scarp").path
    for _ in 0..<2 {
      #expect(try install(workplace, [program, "/"], "").code == 0)
    }
    #expect(workplace.has("share/scarp/templates/report.css"))
    #expect(!workplace.has("share/scarp/templates/templates"))
    let removed = try install(workplace, ["--remove", "/"], "")
    #expect(removed.code == 0, "\(removed.messages)")
    #expect(files(workplace, "share") == ["man", "man/man1", "man/man1/other.1"])
    #expect(!workplace.has("bin"))
    #expect(try install(workplace, ["one"], "").code == 2)
  }
}
