import Foundation
import Testing

/// Sampling in whole runs, on ecuador-lsl.
@Suite struct SamplingStudyTests {
  /// The titles of the record's remarks.
  private func remarks(_ workplace: Workplace) throws -> [String] {
    let record = try JSONSerialization.jsonObject(
      with: Data(workplace.text("output/study.record.json").utf8))
    let remarks = (record as? [String: Any])?["remarks"] as? [[String: Any]] ?? []
    return remarks.compactMap { remark in
      guard let code = remark["code"] as? String, let title = remark["title"] as? String else {
        return nil
      }
      return "\(code): \(title)"
    }
  }

  private func workplace(_ study: String, files: [String]) throws -> Workplace {
    let workplace = try Workplace()
    let data = workplace.folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for file in files {
      try FileManager.default.copyItem(
        atPath: Workplace.data("ecuador-lsl/\(file)"),
        toPath: data.appendingPathComponent(file).path)
    }
    try workplace.write(study, to: "study.md")
    return workplace
  }

  /// Of 46 places one lies west of the grid, two in its corner without data, and three in one cell,
  /// one of them with the other label; each is told once, for five folds and two uses.
  @Test func placesThatMissTheLayersAreCounted() throws {
    let workplace = try workplace(
      """
      ---
      title: "Places"
      seed: 3
      ---

      ```{scarp}
      dem    = read raster "dem.tif" in m
      rock   = dem * 2
      places = read places "places.csv", label slide, at x, y, crs "EPSG:32717"
      layers = stack of dem, rock
      scaled = scale layers by min-max, learned from places
      alone  = stack of dem
      fifths = folds of places, 5
      glm    = fit logistic regression on places, reading alone
        folds fifths
      show scores of glm: auc as tbl-scores "Scores."
      draw histogram of dem, rock at places as fig-dem "Elevation."
      ```
      """, files: ["dem.tif"])
    let (west, north) = (711962.73, 9561011.76)
    var rows = ["x,y,slide"]
    func add(_ column: Double, _ row: Double, _ label: Int) {
      rows.append("\(west + (column + 0.5) * 10),\(north - (row + 0.5) * 10),\(label)")
    }
    for index in 0..<40 { add(Double(7 * index + 3), Double((index * 29) % 300), index % 2) }
    add(-3, 10, 1)
    add(381, 413, 0)
    add(380, 414, 1)
    add(300.1, 310.2, 1)
    add(299.9, 309.8, 1)
    add(300.3, 310, 0)
    try workplace.write(rows.joined(separator: "\n") + "\n", to: "data/places.csv")
    let outcome = try workplace.scarp("run", "study.md")
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(
      try remarks(workplace) == [
        "W230: 3 of 46 places were left out: 1 lies outside the layers, "
          + "2 have no value (“dem” 2, “rock” 2).",
        "W230: 3 of 46 places were left out: 1 lies outside the layers, 2 have no value (“dem” 2).",
        "W240: 2 places lie in a cell of the layers that holds another one already, "
          + "1 of them with the other label.",
      ])
    let page = try workplace.text("output/study.html")
    #expect(page.contains("Histogram of dem: landslides (22), median"))
    #expect(page.contains("other places (21), median"))
    #expect(page.contains("all cells (158"))
  }

  /// Presence and absence from areas alone, with every clause, and the same for any threads.
  @Test func absencesOfEveryKind() throws {
    let workplace = try workplace(
      """
      ---
      title: "Absences"
      seed: 8
      ---

      ```{scarp}
      dem    = read raster "dem.tif" in m
      steep  = slope of dem in degrees
      mask   = read areas "study_mask.gpkg"
      slides = read points "lsl.gpkg", where lslpts is 1
      others = draw points as many as slides, within mask, away from slides by 50 m, on cells of dem
      twice  = draw points 2 times as many as slides, where steep > 20 degrees and dem < 2500 m, thinned by 40 m
      zones  = classify steep into low, middle, high at 20, 40 degrees
      even   = draw points 50, within mask, stratified by zones
      places = label slides as 1, others as 0

      check count of others is 175
      check count of twice is 350
      check count of others in mask is 175
      check count of even in mask is 50
      draw histogram of steep at places as fig-slope "Slope at landslides and at other places."
      ```
      """,
      files: ["dem.tif", "study_mask.gpkg", "lsl.gpkg"])
    let outcome = try workplace.scarp("run", "study.md", "--jobs", "1")
    #expect(outcome.code == 0, "\(outcome.messages)")
    #expect(
      try remarks(workplace) == [
        "N241: Nothing says which ground was surveyed; the points were drawn and may lie where "
          + "nobody looked for landslides."
      ])
  }
}
