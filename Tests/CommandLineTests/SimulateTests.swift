import Foundation
import Testing

/// `scarp simulate`: the files, what is refused, and that nothing half-made is left.
@Suite struct SimulateTests {
  private static let files = [
    "clouds.geojson", "dataset.yaml", "dem.tif", "faults.geojson", "land-cover.tif",
    "landslides.geojson", "lithology.tif", "rain.csv", "surveyed.geojson", "truth.tif",
  ]
  private static let small = ["--columns", "120", "--rows", "100"]

  private func simulate(_ workplace: Workplace, _ more: [String]) throws -> Workplace.Outcome {
    try workplace.call(["simulate", "quickstart"] + Self.small + more)
  }

  private func contents(_ workplace: Workplace, _ name: String) throws -> [String: Data] {
    let folder = workplace.folder.appendingPathComponent(name)
    var found: [String: Data] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      found[file] = try Data(contentsOf: folder.appendingPathComponent(file))
    }
    return found
  }

  @Test func oneSeedGivesTheSameBytes() throws {
    let workplace = try Workplace()
    let made = try simulate(workplace, ["--into", "new/area"])
    #expect(made.code == 0 && made.messages.contains("120 x 100 cells of 20 m"))
    let first = try contents(workplace, "new/area")
    #expect(first.keys.sorted() == Self.files)
    #expect(try simulate(workplace, ["--into", "again/", "--seed", "1", "-q"]).messages.isEmpty)
    #expect(try contents(workplace, "again") == first)
    // A simulated area is replaced, whole.
    #expect(try simulate(workplace, ["--into", "again", "--seed", "2"]).code == 0)
    let other = try contents(workplace, "again")
    #expect(other.keys.sorted() == Self.files)
    for file in ["dem.tif", "truth.tif", "landslides.geojson", "rain.csv"] {
      #expect(other[file] != first[file], "\(file)")
    }
    // Beside them lies nothing: no draft, no lock.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workplace.folder.path).sorted()
        == [".stderr", ".stdout", "again", "new"])
  }

  @Test func imagesComeBesideTheOtherFilesWhereAsked() throws {
    let workplace = try Workplace()
    #expect(try simulate(workplace, ["--into", "plain"]).code == 0)
    #expect(try simulate(workplace, ["--into", "seen", "--images"]).code == 0)
    var (plain, seen) = (
      try contents(workplace, "plain"), try contents(workplace, "seen")
    )
    #expect(seen.keys.sorted() == (Self.files + ["after.tif", "before.tif"]).sorted())
    for image in ["before.tif", "after.tif"] { #expect((seen[image]?.count ?? 0) > 1000) }
    // The description names them; every other file has the bytes it has without them.
    #expect(seen["dataset.yaml"] != plain["dataset.yaml"])
    for file in ["after.tif", "before.tif", "dataset.yaml"] {
      (seen[file], plain[file]) = (nil, nil)
    }
    #expect(seen == plain)
    // Back to an area without them.
    #expect(try simulate(workplace, ["--into", "seen"]).code == 0)
    #expect(try contents(workplace, "seen").keys.sorted() == Self.files)
  }

  @Test func aFolderWithOtherFilesIsRefused() throws {
    let workplace = try Workplace()
    try workplace.write("title: My data\n", to: "mine/dataset.yaml")
    let refused = try simulate(workplace, ["--into", "mine"])
    #expect(refused.code == 5 && refused.messages.contains("“dataset.yaml”, which no simulation"))
    #expect(try workplace.text("mine/dataset.yaml") == "title: My data\n")
    #expect(try simulate(workplace, ["--into", "area"]).code == 0)
    try workplace.write("dear to me", to: "area/notes.txt")
    let second = try simulate(workplace, ["--into", "area", "--seed", "2"])
    #expect(second.code == 5 && second.messages.contains("notes.txt"))
    #expect(try workplace.text("area/dataset.yaml").contains("seed: 1\n"))
    try workplace.write("a file", to: "file")
    #expect(try simulate(workplace, ["--into", "file"]).code == 5)
    #expect(try workplace.text("file") == "a file")
  }

  @Test(arguments: [
    (["simulate", "quickstart"], "--into DIR"), (["simulate"], "needs quickstart"),
    (["simulate", "nowhere", "--into", "x"], "no area “nowhere”"),
    (["simulate", "quickstart", "--into", "x", "--rows", "99"], "expected 100 to 2000, found 99"),
    (["simulate", "quickstart", "--into", "x", "--seed", "-1"], "a whole number, 0 or more"),
    (["simulate", "quickstart", "--into", "x", "--cell", "wide"], "a number of metres"),
  ])
  func wrongUsageMakesNothing(_ words: [String], _ message: String) throws {
    let workplace = try Workplace()
    let outcome = try workplace.call(words)
    #expect(outcome.code == 2 && outcome.messages.contains(message), "\(outcome.messages)")
    #expect(!workplace.has("x"))
  }

  @Test func anInterruptLeavesNothing() throws {
    let workplace = try Workplace()
    let outcome = try workplace.call(
      ["simulate", "quickstart", "--into", "area", "--columns", "2000", "--rows", "2000"],
      interruptAfter: 1)
    #expect(outcome.code == 130)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workplace.folder.path).sorted()
        == [".stderr", ".stdout"])
  }

  @Test func aReportOfItSaysThatItIsMadeUp() throws {
    let workplace = try Workplace()
    #expect(try simulate(workplace, ["--into", "data"]).code == 0)
    try workplace.write(
      """
      # A slope

      ```{scarp}
      dem   = read raster "dem.tif" in m
      rock  = read classes "lithology.tif" with 5 classes
      scars = read areas "landslides.geojson"
      slope = slope of dem in degrees

      check cell of dem is 20 m
      draw map of slope with scars as fig-slope "Slope."
      ```

      See @fig-slope.

      """, to: "study.md")
    let run = try workplace.scarp("run", "study.md")
    #expect(run.code == 0, "\(run.messages)")
    let report = try workplace.text("output/study.html")
    #expect(report.contains("Simulated data.") && report.contains("A made-up area of mountains"))
  }
}
