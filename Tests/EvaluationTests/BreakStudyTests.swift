import Evaluation
import StudyHarness
import Testing
import Vocabulary

/// The rules for classes, by statements of the language.
@Suite struct BreakStudyTests {
  private static let read = """
    places = read places "lsl.csv" with slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea, label lslpts, at x, y, crs "EPSG:32717"
    terrain = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea

    """

  /// jenkspy 0.4.1 on the 158,326 cells: gdal_translate -b 1 -of ENVI -ot Float32 ta.tif slope.img;
  /// jenks_breaks(numpy.fromfile("slope.img", "<f4") without NaN, 5): 0, 20.592430114746094,
  /// 30.763938903808594, 39.08951187133789, 47.605133056640625, 76.17376708984375; the squares within
  /// its classes are 1416795.4746.
  @Test func naturalBreaksOfAllCells() throws {
    let study = try StudyHarness(
      Self.read + """
        zones = classify terrain.slope into a, b, c, d, e by natural breaks
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let zones: ZonesValue = try study.value("zones")
    #expect(zones.cells == [14109, 31797, 45862, 44567, 21991])
    let limits = zones.limits.numbers
    #expect(limits[0] == 0 && limits[5] == 76.17376708984375)
    let below = [
      20.592430114746094, 30.763938903808594, 39.08951187133789, 47.605133056640625,
    ]
    for (limit, largest) in zip(limits.dropFirst(), below) {
      #expect(limit > largest && limit < largest + 0.001, "\(limit) after \(largest)")
    }
    #expect(zones.rule.hasPrefix("natural breaks, goodness of variance fit 0.9"))
    #expect(zones.summary.contains("; cut at 20.5"))
    #expect(zones.display().notes[0].contains("natural breaks"))
  }

  @Test func sharesOfAreaAndOfLandslides() throws {
    let study = try StudyHarness(
      Self.read + """
        half = classify terrain.slope into low, moderate, high by shares of area 50% / 30% / 20%
        found = classify terrain.slope into low, moderate, high by shares of landslides 20% / 30% / 50% of places
        wide = classify terrain.elev into a, b, c by geometric intervals
        show density of places in found as tbl-found "Landslides."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let half: ZonesValue = try study.value("half")
    let cells = Double(half.cells.reduce(0, +))
    for (count, share) in zip(half.cells, [0.5, 0.3, 0.2]) {
      #expect(abs(Double(count) / cells - share) < 1e-4)
    }
    #expect(half.rule == "shares of area 50 %, 30 %, 20 %")
    let landslides = study.tables[0].rows.map { $0[3].text }
    // 175 landslides: by shares of 35, 52.5 and 87.5.
    #expect(landslides == ["35", "52", "88", "175"] || landslides == ["35", "53", "87", "175"])
    let wide: ZonesValue = try study.value("wide")
    let limits = wide.limits.numbers
    #expect(abs(limits[1] / limits[0] - limits[2] / limits[1]) < 1e-12)
    #expect(abs(limits[1] / limits[0] - limits[3] / limits[2]) < 1e-12)
  }

  @Test func plainCurvatureHasNoGeometricIntervals() {
    #expect(throws: EvaluationError.self) {
      try StudyHarness(
        Self.read + "z = classify terrain.cplan into a, b by geometric intervals",
        data: "ecuador-lsl")
    }
  }

  @Test func comparedMapsCanBeAllowed() throws {
    let text = """
      a = classify terrain.slope into low, high by natural breaks
      b = classify terrain.elev into low, high by natural breaks
      show areas of a, b as tbl-areas "Areas."

      """
    let study = try StudyHarness(Self.read + text, data: "ecuador-lsl")
    #expect(study.codes == ["W250"])
    let table = try #require(study.tables.first)
    #expect(table.grouping == 1 && table.totals == [2, 5])
    #expect(table.rows.map { $0[0].text } == ["a", "a", "a", "b", "b", "b"])
    let one = text.replacing("areas of a, b", with: "areas of a")
    #expect(try StudyHarness(Self.read + one, data: "ecuador-lsl").codes == [])
  }
}
