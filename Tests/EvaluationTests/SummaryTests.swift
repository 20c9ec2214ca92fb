import Evaluation
import Rasters
import StudyHarness
import Testing
import Vocabulary

/// Tables that tell of layers and places.
@Suite struct SummaryTests {
  /// ecuador-lsl/README.md: Horn's aspect has the arithmetic mean 193.4 degrees, the circular mean
  /// 331.1 and a resultant length of 0.280; Zevenbergen & Thorne's slope has mean 36.1706 and
  /// standard deviation 10.8665 (GDAL 3.6.2).
  @Test func directionsHaveACircularMean() throws {
    let study = try StudyHarness(
      """
      dem = read raster "dem.tif" in m
      aspect = aspect of dem in degrees
      slope = slope of dem in degrees, by zevenbergen-thorne
      factors = stack of aspect, slope
      a = circular mean of aspect
      b = mean of aspect
      show summary of factors as tbl-factors "Factors."
      show summary of slope, dem as tbl-two "Two."
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    #expect(abs(try study.number("a") - 331.1) < 0.05)
    #expect(abs(try study.number("b") - 193.4) < 0.05)
    #expect(study.warnings.count { $0.hasPrefix("W222") } == 1)
    let table = study.tables[0]
    #expect(table.rows.map { $0[0].text } == ["aspect", "slope"])
    guard case .number(let mean, _) = table.rows[0][6],
      case .number(let slope, _) = table.rows[1][6],
      case .number(let deviation, _) = table.rows[1][7]
    else {
      Issue.record("no numbers: \(table.rows)")
      return
    }
    #expect(abs(mean - 331.1) < 0.05)
    #expect(abs(slope - 36.1706) < 5e-5 && abs(deviation - 10.8665) < 5e-5)
    #expect(table.notes.count == 1 && table.notes[0].contains("resultant length 0.280"))
    #expect(study.tables[1].rows.map { $0[0].text } == ["slope", "dem"])
    #expect(study.tables[1].rows[1].map(\.text).prefix(4) == ["dem", "m", "158326", "619"])
  }

  /// Of scaled and binned layers the numbers that a model reads are told.
  @Test func changedLayersAreReadAsModelsReadThem() throws {
    let study = try StudyHarness(
      """
      places = read places "lsl.csv" with slope in degrees, elev in m, label lslpts, at x, y, crs "EPSG:32717"
      table = stack of places.slope, places.elev
      terrain = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea
      raw = stack of terrain.slope, terrain.elev
      scaled = scale raw by min-max to 0..1, learned from places
      binned = bin raw
        slope at 20, 40 degrees
      show summary of scaled at places as tbl-scaled "Scaled."
      show summary of binned as tbl-binned "Binned."
      show summary of table at places as tbl-table "Table."
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let scaled = study.tables[0].rows.map { $0.map(\.text) }
    #expect(scaled[0].prefix(6) == ["slope", "scaled", "350", "0", "0.000", "1.000"])
    let binned = study.tables[1].rows.map { $0.map(\.text) }
    #expect(binned[0] == ["slope", "class", "158326", "619", "1", "3", "", ""])
    #expect(binned[1][1] == "m")
    #expect(study.tables[2].rows[1].map(\.text).prefix(4) == ["elev", "m", "350", "0"])
    #expect(study.tables[2].columns[2].title == "Places")
  }

  @Test func columnsNeedPlaces() throws {
    let study = try StudyHarness(
      """
      places = read places "lsl.csv" with slope in degrees, label lslpts
      table = stack of places.slope
      show summary of table as tbl-table "Table."
      """, data: "ecuador-lsl")
    #expect(study.codes == ["E231"])
  }

  @Test func countsAndShares() throws {
    let study = try StudyHarness(
      """
      places = read places "lsl.csv" with slope in degrees, label lslpts, at x, y, crs "EPSG:32717"
      train, test = split places 80% / 20%, stratified
      dem = read raster "dem.tif" in m
      parts = folds of places, 5
      show count of places, train, dem, parts as tbl-count "Counts."
      show count of dem as tbl-dem "Counts."
      show share of 1 in places, test as tbl-share "Shares."
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let counts = study.tables[0].rows.map { $0.map(\.text) }
    #expect(
      counts == [
        ["places", "350", "175", "175"], ["train", "280", "140", "140"],
        ["dem", "158326", "", ""], ["parts", "5", "", ""],
      ])
    #expect(study.tables[1].columns.count == 2)
    let shares = study.tables[2].rows.map { $0.map(\.text) }
    #expect(
      shares == [["places", "175", "350", "50.00"], ["test", "35", "70", "50.00"]])
  }
}
