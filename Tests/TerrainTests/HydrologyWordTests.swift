import Foundation
import Rasters
import StudyHarness
import Terrain
import Testing
import Vocabulary

/// The words of hydrology in studies.
@Suite struct HydrologyWordTests {
  /// The wetness of chile-olivares' README.
  ///
  /// It has priority-flood fill, D8, a = cells × 12.5 m, slope not under 0.1 degree. With numpy 2.4 on `gdaldem slope` (GDAL 3.6.2) and the counts of this package,
  /// `np.log(cells * 12.5 / np.tan(np.radians(np.maximum(slope, 0.1))))` has these figures on the
  /// 128,620 interior cells; the logistic regression of the README then has its AUC of 0.7675.
  @Test func wetnessOfOlivares() throws {
    let study = try StudyHarness(
      """
      dem = read raster "dem.tif" in m
      twi = wetness index of dem
      same = wetness index of dem, by d8, floor 0.1 degrees
      flow = flow accumulation of dem in cells
      area = flow accumulation of dem in m2
      """, data: "chile-olivares")
    #expect(study.codes == [])
    let twi: RasterValue = try study.value("twi")
    let same: RasterValue = try study.value("same")
    #expect(twi.first.statistics.count == 128_620)
    #expect(abs(twi.first.statistics.mean - 5.349788507) < 1e-6)
    #expect(abs(twi.first.statistics.minimum - 0.65295458) < 1e-6)
    #expect(abs(twi.first.statistics.maximum - 20.2107448) < 1e-6)
    #expect(same.first.statistics == twi.first.statistics)
    let flow: RasterValue = try study.value("flow")
    let area: RasterValue = try study.value("area")
    #expect(flow.first.statistics.count == 547 * 238 && flow.first.unit == .cells)
    #expect(area.first.statistics.maximum == Double(Float(flow.first.statistics.maximum * 156.25)))
    #expect(
      study.warnings.contains(
        "N260: 549 of 130186 cells (0.42 %) lay in sinks and were raised, by 9 m at most and "
          + "2.04 m on average, for routing only."))
  }

  /// ta.tif of ecuador-lsl has log10 of the catchment area in m2, by SAGA's multiple flow direction.
  ///
  /// Its sinks were treated otherwise, which is felt downstream of them and nowhere else: four fifths
  /// of the cells agree to the last digits.
  @Test func likeTheStoredCatchmentArea() throws {
    let field = try TestField.read("ecuador-lsl/dem.tif")
    try fillSinks(in: field)
    let amounts = try UpslopeAmounts(
      by: .multiple(power: 1.1), on: field, DrainageDirections(of: field))
    let layer = try TestField.layer("ecuador-lsl/ta.tif")
    let stored = try layer.reader.cells(field.grid.window, band: 4)
    let gaps = stored.indices.filter { !stored[$0].isNaN && !field[$0].isNaN }
      .map { log10(amounts[$0] * 100) - Double(stored[$0]) }
    #expect(gaps.count == 158_326)
    #expect(gaps.count { abs($0) < 1e-5 } > gaps.count * 4 / 5)
    #expect(abs(gaps.reduce(0, +) / Double(gaps.count)) < 0.06)
  }

  @Test func fillAndBreach() throws {
    let study = try StudyHarness(
      """
      dem = read raster "dem.tif" in m
      filled = fill sinks of dem
      sloping = fill sinks of dem, by epsilon
      breached = breach sinks of dem, within 500 m
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let filled: RasterValue = try study.value("filled")
    #expect(filled.first.statistics.noData == 619 && filled.first.unit == .metre)
    let change = "640 of 158326 cells (0.4 %) lay in sinks and were raised, by 17.4 m at most and "
    #expect(study.warnings.first == "N260: " + change + "1.81 m on average.")
    #expect(study.warnings.count == 3 && study.warnings[2].contains("were lowered, by "))
  }

  @Test func streamsAndPower() throws {
    let study = try StudyHarness(
      """
      dem = read raster "dem.tif" in m
      streams = streams of dem, above 0.05 km2
      number = count of streams
      spi = stream power of dem, by d-infinity
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let streams: FeaturesValue = try study.value("streams")
    #expect(streams.collection.kind == .lines)
    #expect(streams.collection.fields == ["strahler", "area", "length"])
    #expect(try study.number("number") == Double(streams.count))
    #expect(streams.collection.values(of: "area")?.allSatisfy { ($0.number ?? 0) > 5e4 } == true)
    let power: RasterValue = try study.value("spi")
    #expect(power.first.statistics.minimum >= 0)
  }

  @Test func noStreamIsAFault() throws {
    #expect(throws: RasterError.self) {
      try StudyHarness(
        """
        dem = read raster "dem.tif" in m
        streams = streams of dem, above 900 km2
        """, data: "ecuador-lsl")
    }
  }

  @Test(arguments: [
    ("twi = wetness index of dem, power 2", "E282"),
    ("twi = wetness index of dem, floor 95 degrees", "E122"),
    ("twi = wetness index of dem, floor 2 m", "E211"),
    ("flow = flow accumulation of dem in percent", "E211"),
    ("flow = flow accumulation of dem, by d9", "E120"),
    ("lines = streams of dem, above 0 km2", "E122"),
    ("lines = streams of dem, above 3 km", "E211"),
    ("lines = streams of dem", "E116"),
    ("steep = slope of dem\nfilled = fill sinks of steep", "E211"),
  ])
  func mistakesAreTold(_ line: String, _ code: String) throws {
    let study = try StudyHarness("dem = read raster \"dem.tif\" in m\n" + line, data: "ecuador-lsl")
    #expect(study.codes == [code])
  }

  @Test func threadsChangeNothing() throws {
    let text = """
      dem = read raster "dem.tif" in m
      twi = wetness index of dem
      carea = specific catchment area of dem, by d-infinity
      spi = stream power of dem, by freeman, power 4
      """
    let one = try StudyHarness(text, data: "ecuador-lsl", threads: 1)
    let four = try StudyHarness(text, data: "ecuador-lsl", threads: 4)
    for name in ["twi", "carea", "spi"] {
      let first: RasterValue = try one.value(name)
      #expect(first.first.statistics == (try four.value(name) as RasterValue).first.statistics)
    }
  }
}
