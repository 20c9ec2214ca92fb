import Foundation
import Testing

/// Distances, interpolation and masks of the open data sets, run by the program itself: every figure
/// is held by a check of the notebook.
@Suite struct ProximityNotebookTests {
  private func run(_ cells: String, data: String) throws -> (Workplace, Workplace.Outcome) {
    let workplace = try Workplace()
    try workplace.write(
      "---\ntitle: \"Near and far\"\nseed: 1\n---\n\n# Cells\n\n```{scarp}\n\(cells)\n```\n",
      to: "study.md")
    return (workplace, try workplace.scarp("run", "study.md", "--data", Workplace.data(data)))
  }

  /// READMEs of hokkaido-2018 and chile-olivares; shapely 2.1 for the distances of polygons to faults
  /// (mean 10947.886880661952) and of cells to rivers (mean 1303.123398630779).
  @Test func distancesAndMasks() throws {
    let (workplace, run) = try run(
      """
      dem    = read raster "chile-olivares/dem.tif" in m
      flows  = read areas "chile-olivares/chile_olivares.gpkg" layer "debris_flows"
      rivers = read lines "chile-olivares/chile_olivares.gpkg" layer "rivers"
      scars  = read areas "hokkaido-2018/landslides_wgs84.geojson"
      faults = read lines "gem-faults-hokkaido/faults_hokkaido_utm54n.gpkg"

      nearness = distance from scars to faults in m
      check count of nearness is 6116
      check mean of nearness is above 10947.877 m
      check mean of nearness is below 10947.897 m
      check minimum of nearness is above 287.830 m
      check minimum of nearness is below 287.850 m
      check maximum of nearness is above 20363.216 m
      check maximum of nearness is below 20363.236 m

      to_river = distance to rivers in km, onto dem
      check mean of to_river is above 1.3031233 km
      check mean of to_river is below 1.3031235 km

      truth = rasterise flows onto dem
      check mean of truth is above 0.1108
      check mean of truth is below 0.1110

      to_flow = distance to cells of truth at 1 in m
      check mean of to_flow is above 303.0866 m
      check mean of to_flow is below 303.0868 m
      """, data: "")
    #expect(run.code == 0, "\(run.messages)")
    let report = try workplace.text("output/study.html")
    #expect(report.contains("was brought from EPSG:4326 to EPSG:32654"))
  }

  /// README of sic97-rainfall, power 2, 12 neighbours: RMSE 59.8221, mean error 2.2522.
  @Test func swissRain() throws {
    let (_, run) = try run(
      """
      gauges         = read places "sic97.csv" with rain_01mm, part, at x_km, y_km
      observed, held = split gauges by column part, into "observed", "validation"
      guess          = interpolate observed.rain_01mm by inverse distance, power 2, nearest 12, at held
      error          = guess - held.rain_01mm
      square         = error ^ 2

      check mean of error is above 2.25215
      check mean of error is below 2.25225
      check mean of square is above 3578.6777
      check mean of square is below 3578.6897
      """, data: "sic97-rainfall")
    #expect(run.code == 0, "\(run.messages)")
  }

  /// A table without coordinates is found before anything runs.
  @Test func whereStationsLieMustBeKnown() throws {
    let (_, run) = try run(
      """
      gauges = read table "sic97-rainfall/sic97.csv" with rain_01mm
      dem    = read raster "ecuador-lsl/dem.tif" in m
      rain   = interpolate gauges.rain_01mm by inverse distance, onto dem
      """, data: "")
    #expect(run.code != 0 && run.messages.contains("E226"), "\(run.messages)")
  }
}
