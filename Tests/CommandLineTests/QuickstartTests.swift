import Foundation
import Testing

/// The whole way of the quickstart: an area is simulated, and its notebook runs on it.
@Suite struct QuickstartTests {
  private static let notebook = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("notebooks/quickstart.md").path

  @Test func theNotebookRunsOnASmallerArea() throws {
    let workplace = try Workplace()
    let simulated = try workplace.scarp(
      "simulate", "quickstart", "--into", "area", "--columns", "300", "--rows", "240")
    try #require(simulated.code == 0, "\(simulated.messages)")
    let run = try workplace.scarp("run", Self.notebook, "--data", "area", "--strict")
    try #require(run.code == 0, "\(run.messages)")
    // Near the edge of so small an area some places have no relief; nothing else is warned of.
    let warnings = run.messages.split(separator: "\n").filter { $0.hasPrefix("warning") }
    #expect(warnings.allSatisfy { $0.hasPrefix("warning W230") }, "\(run.messages)")
    let report = try workplace.text("output/quickstart.html")
    #expect(report.contains("Simulated data."))
    // What is no picture: text, style, tables, and the packed record.
    let size = report.replacing(/data:image\/[^"]*/, with: "").utf8.count
    #expect(size < 150_000, "\(size) bytes without pictures")
    try lookAt(workplace.folder.appendingPathComponent("output/quickstart.html"))
    let scores = try meanAreas(workplace)
    #expect(scores.count == 5)
    // The truth is above every model, on any area.
    let truth = try #require(scores["ideal"])
    #expect(scores.allSatisfy { $0.key == "ideal" || $0.value < truth }, "\(scores)")
    let again = try workplace.scarp("run", Self.notebook, "--data", "area", "--strict")
    #expect(again.messages.contains(" 0 carried out"), "\(again.messages)")
    #expect(try workplace.text("output/quickstart.html") == report)
    try filesLieBeside(workplace)
  }

  /// What other programs make of the files beside the report.
  private func filesLieBeside(_ workplace: Workplace) throws {
    let folder = "output/quickstart.files/"
    let listed = try workplace.text(folder + "files.json")
    for name in ["fig-land", "fig-factors", "fig-roc", "fig-zones", "fig-success"] {
      #expect(try workplace.tool("pdfinfo", folder + "figures/\(name).pdf").contains("Pages:"))
      #expect(listed.contains("figures/\(name).png") && listed.contains("figures/\(name).svg"))
    }
    // The maps show what the study made, and truth.tif, which it read.
    let rasters = try FileManager.default.contentsOfDirectory(
      atPath: workplace.folder.appendingPathComponent(folder + "rasters").path)
    #expect(
      rasters.sorted() == [
        "chance.tif", "light.tif", "rain.tif", "steepness.tif", "to_fault.tif", "wetness.tif",
        "zones.tif",
      ])
    for name in rasters {
      let validated = try workplace.tool(
        "/usr/bin/python3", "-m", "osgeo_utils.samples.validate_cloud_optimized_geotiff",
        folder + "rasters/" + name)
      #expect(validated.contains("is a valid cloud optimized GeoTIFF"), "\(name)")
    }
    let zones = try workplace.tool("gdalinfo", folder + "rasters/zones.tif")
    #expect(zones.contains("CLASS_5=very high") && zones.contains("Color Table"))
    #expect(
      try workplace.text(folder + "tables/tbl-areas.csv").hasPrefix(
        "Class,Cells,Area (km2),Share (%)\r\nvery low,"))
    // A slope as gdaldem computes it, cell by cell within single precision.
    _ = try workplace.tool(
      "gdaldem", "slope", "-q", "area/dem.tif", "slope.tif", "-alg", "Horn")
    let difference = try workplace.tool(
      "/usr/bin/python3", "-c",
      """
      np = __import__("numpy")
      from osgeo import gdal
      gdal.UseExceptions()
      a = gdal.Open("\(folder)rasters/steepness.tif").ReadAsArray()
      b = gdal.Open("slope.tif").ReadAsArray()
      b = np.where(b == -9999, np.nan, b)
      print(bool((np.isnan(a) == np.isnan(b)).all()), float(np.nanmax(np.abs(a - b))) < 1e-3)
      """)
    #expect(difference.contains("True True"), "\(difference)")
  }

  /// Looks at a report as readers do: on a desk, on a phone, on paper, and by the rules of axe-core.
  private func lookAt(_ report: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.notebook).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("tools/check-page")
    process.arguments = [report.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  /// The mean area under the curve of each model of the table of scores.
  private func meanAreas(_ workplace: Workplace) throws -> [String: Double] {
    let json = try JSONSerialization.jsonObject(
      with: Data(workplace.text("output/quickstart.record.json").utf8))
    let results = (json as? [String: Any])?["results"] as? [[String: Any]] ?? []
    let table = results.first { $0["id"] as? String == "tbl-scores" }
    let values = table?["values"] as? [[String: Any]] ?? []
    var found: [String: Double] = [:]
    for value in values where (value["name"] as? String ?? "").hasSuffix(", Model") {
      let row = (value["name"] as? String ?? "").dropLast(", Model".count)
      guard let model = value["text"] as? String,
        let area = values.first(where: { $0["name"] as? String == "\(row), AUC: mean" })
      else { continue }
      found[model] = area["value"] as? Double
    }
    return found
  }
}
