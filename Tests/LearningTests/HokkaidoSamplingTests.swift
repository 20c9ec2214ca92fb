import Learning
import Rasters
import StudyHarness
import Testing

/// The areas and figures of hokkaido-2018/README.md.
@Suite struct HokkaidoSamplingTests {
  private static let areas = """
    scars  = read areas "hokkaido_2018.gpkg" layer "landslides"
    mapped = read areas "hokkaido_2018.gpkg" layer "survey_area", where kind is "mapped"
    clouds = read areas "hokkaido_2018.gpkg" layer "survey_area", where kind is "cloud"

    """

  /// The README has 6,091 in the net mapped area, 23 under cloud, 2 outside, by a point inside each
  /// polygon.
  ///
  /// With the centroid, or the middle of the nearest chord where the centroid lies outside (70 polygons,
  /// by shapely.contains(polygons, polygons.centroid), shapely 2.1), one more falls under a cloud.
  @Test func pointsOfPolygons() throws {
    let study = try StudyHarness(
      Self.areas + """
        slides = presence from scars, at centroid
        seen   = count of slides in mapped
        hidden = count of slides in clouds
        all    = count of slides
        """, data: "hokkaido-2018")
    #expect(study.codes == [])
    #expect(try study.number("all") == 6116)
    #expect(try study.number("seen") == 6114)
    #expect(try study.number("hidden") == 24)
    #expect(
      study.warnings == [
        "N240: The centroids of 70 areas lie outside; the middle of the nearest chord stands for "
          + "them."
      ])
    let scars = try study.value("scars", as: FeaturesValue.self).collection.features
    let slides = try study.value("slides", as: FeaturesValue.self).collection.features
    for (scar, slide) in zip(scars, slides) {
      #expect(scar.geometry.contains(slide.geometry.points[0]))
      #expect(scar.values == slide.values)
    }
  }

  @Test func aFieldChoosesFeatures() throws {
    let study = try StudyHarness(
      """
      whole = read areas "chile_olivares.gpkg" layer "debris_flows", where complete is 1
      three = read areas "chile_olivares.gpkg" layer "debris_flows", where object_id is 30, 35, 51
      """, data: "chile-olivares")
    #expect(study.codes == [])
    #expect(try study.value("whole", as: FeaturesValue.self).count == 7)
    #expect(try study.value("three", as: FeaturesValue.self).count == 3)
    #expect(
      throws: RasterError.outOfRange(
        what: "“kind” of “hokkaido_2018.gpkg, survey_area”", found: "nowhere “clod”",
        expected: "one of cloud, mapped")
    ) {
      try StudyHarness(
        "clouds = read areas \"hokkaido_2018.gpkg\" layer \"survey_area\", where kind is clod",
        data: "hokkaido-2018")
    }
  }

  @Test func absencesInMappedGround() throws {
    let study = try StudyHarness(
      Self.areas + """
        mask   = read classes "landslide_mask_10m.tif"
        absent = draw points as many as scars, within mapped, outside clouds, scars, on cells of mask
        rest   = draw points 100, within mapped, outside clouds, scars
        """, data: "hokkaido-2018")
    #expect(study.codes == [])
    #expect(study.warnings == [])
    let mapped = try study.value("mapped", as: FeaturesValue.self)
    let clouds = try study.value("clouds", as: FeaturesValue.self)
    let scars = try study.value("scars", as: FeaturesValue.self)
    for (name, count) in [("absent", 6116), ("rest", 100)] {
      let points = try study.value(name, as: FeaturesValue.self)
      #expect(points.count == count)
      #expect(try points.count(in: mapped) == count)
      #expect(try points.count(in: clouds) == 0)
      #expect(try points.count(in: scars) == 0)
    }
  }
}
