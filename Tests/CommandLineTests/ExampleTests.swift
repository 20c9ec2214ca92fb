import Commands
import Foundation
import Testing
import Vocabulary

/// Every word's example, which the manual prints, is carried out: on the simulated area, after a
/// prelude that defines the names that examples use.
@Suite struct ExampleTests {
  /// One example as a statement of its own names, or as a quantity of the prose.
  private struct Example {
    let phrase: String
    let lines: String
    let isQuantity: Bool

    init(_ word: any Word, number: Int) {
      let entry = word.entry
      phrase = entry.phrase
      isQuantity = entry.category == .quantity
      var text = entry.example
      if isQuantity {
        // What a check says is another thing than that the quantity can be had.
        if text.hasPrefix("check "), let end = text.range(of: " is ") {
          text = String(text.dropFirst("check ".count).prefix(upTo: end.lowerBound))
        }
        lines = "`{scarp} \(text)`"
        return
      }
      if let equals = text.range(of: " = ") {
        let names = text[..<equals.lowerBound].split(separator: ",").indices.map {
          "example_\(number)_\($0)"
        }
        text = names.joined(separator: ", ") + text[equals.lowerBound...]
      }
      // Labels hold letters only.
      let mark = String(
        "\(number)".unicodeScalars.map { Character(Unicode.Scalar($0.value + 49) ?? "z") })
      for kind in [" as fig-", " as tbl-"] {
        text = text.replacingOccurrences(of: kind, with: "\(kind)\(mark)-")
      }
      lines = text
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// A small simulated area with the further files that examples read.
  private static func area(in workplace: Workplace) throws -> String {
    let made = try workplace.scarp(
      "simulate", "quickstart", "--into", "area", "--columns", "260", "--rows", "220")
    try #require(made.code == 0, "\(made.messages)")
    let area = workplace.folder.appendingPathComponent("area").path
    try FileManager.default.copyItem(
      atPath: Workplace.data("ecuador-lsl") + "/lsl.csv", toPath: "\(area)/lsl.csv")
    let bands = (1...4).flatMap { _ in ["-b", "1"] }
    try tool("gdal_translate", ["-q"] + bands + ["\(area)/dem.tif", "\(area)/image.tif"])
    try tool(
      "ogr2ogr",
      [
        "-f", "GPKG", "-nln", "seen", "-dialect", "sqlite", "-sql",
        "SELECT 'cloud' AS kind, * FROM clouds", "\(area)/survey.gpkg", "\(area)/clouds.geojson",
      ])
    // GeoJSON is in degrees; some examples measure lengths and areas of the features themselves.
    for (source, target) in [
      ("landslides", "scars"), ("surveyed", "regions"), ("faults", "faults"),
    ] {
      try tool(
        "ogr2ogr",
        ["-t_srs", "EPSG:32633", "\(area)/\(target).gpkg", "\(area)/\(source).geojson"])
    }
    try workplace.write(
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [15.001, 39.739]}},
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [15.004, 39.737]}}]}
      """, to: "area/slides.geojson")
    try tool("ogr2ogr", ["-f", "GPKG", "\(area)/slides.gpkg", "\(area)/slides.geojson"])
    try workplace.write("class,group\n1,1\n2,1\n3,2\n4,2\n5,3\n", to: "area/rock-groups.csv")
    return area
  }

  private static func tool(_ name: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(name)")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(name) failed")
  }

  @Test func everyExampleRuns() throws {
    let workplace = try Workplace()
    let area = try Self.area(in: workplace)
    let prelude = try String(
      contentsOf: Self.folder.appendingPathComponent("Examples/prelude.md"), encoding: .utf8)
    let words = Catalog.standard.words.filter { $0 is any RunnableWord || $0 is any GroupingWord }
    let examples = words.enumerated().map { Example($1, number: $0) }
    #expect(examples.count > 100)
    var study = prelude
    for example in examples {
      study +=
        example.isQuantity
        ? "\n\(example.lines)\n" : "\n```{scarp}\n\(example.lines)\n```\n"
    }
    try workplace.write(study, to: "study.md")
    let run = try workplace.call(["run", "study.md", "--data", area])
    #expect(run.code == 0, "\(run.messages)")
  }
}
