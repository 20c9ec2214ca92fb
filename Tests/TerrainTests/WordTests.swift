import Rasters
import StudyHarness
import Testing
import Vocabulary

/// The words in studies: units, classes and what is refused.
@Suite struct WordTests {
  private let read = "dem = read raster \"dem.tif\" in m\n"

  @Test func allWordsRun() throws {
    let study = try StudyHarness(
      read + """
        facing = aspect of dem in degrees
        turned = aspect of dem in radians by zevenbergen-thorne
        side = aspect of dem, into 8 sectors
        plan = curvature of dem, kind plan
        profile = curvature of dem, kind profile by evans-young
        total = curvature of dem
        shade = hillshade of dem, azimuth 315 degrees, altitude 45 degrees
        soft = hillshade of dem, multidirectional
        relief = relief of dem in m, within 200 m
        high = relief of dem in km, within 0.2 km
        tri = ruggedness of dem in m
        wilson = ruggedness of dem in m by wilson
        rough = roughness of dem in m
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    // README of ecuador-lsl, by numpy from gdaldem's aspect: see AspectTests for the rest.
    let facing = try study.value("facing", as: RasterValue.self).first.statistics
    #expect(facing.minimum >= 0 && facing.maximum < 360 && abs(facing.mean - 193.4) < 0.05)
    let side = try study.value("side", as: RasterValue.self).first
    #expect(side.codes == Array(0...8) && side.isNominal)
    #expect(side.labels == ["flat", "N", "NE", "E", "SE", "S", "SW", "W", "NW"])
    let relief = try study.value("relief", as: RasterValue.self).first.statistics
    let high = try study.value("high", as: RasterValue.self).first
    #expect(abs(high.statistics.maximum * 1000 / relief.maximum - 1) < 1e-6)
    #expect(high.unit?.symbol == "km" && high.statistics.count == relief.count)
    #expect(try study.value("plan", as: RasterValue.self).first.unit?.symbol == "1/m")
    let shade = try study.value("shade", as: RasterValue.self).first.statistics
    #expect(shade.minimum >= 1 && shade.maximum <= 255)
  }

  @Test(arguments: [
    ("a = aspect of dem, into 7 sectors", ["E122"]),
    ("a = aspect of dem in radians, into 8 sectors", ["E115"]),
    ("a = relief of dem in m, within 200", ["E121"]),
    ("s = slope of dem\na = curvature of s", ["E211"]),
    ("a = hillshade of dem, azimuth 315 m", ["E211"]),
  ])
  func mistakesAreTold(_ lines: String, _ codes: [String]) throws {
    #expect(try StudyHarness(read + lines, data: "ecuador-lsl").codes == codes)
  }
}
