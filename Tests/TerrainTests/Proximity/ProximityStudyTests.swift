import Diagnostics
import Rasters
import StudyHarness
import Testing
import Vocabulary

/// The words of distances and interpolation in whole studies.
@Suite struct ProximityStudyTests {
  /// README of sic97-rainfall: 367 gauges from the other 100.
  @Test(arguments: [
    (1, "", 93.1052, 75.1246, -1.0323), (1, ", nearest 12", 68.4711, 50.7928, 8.0802),
    (2, "", 68.7159, 50.8211, 0.0029), (2, ", nearest 12", 59.8221, 43.3223, 2.2522),
    (3, "", 62.4080, 44.9339, -1.1475), (3, ", nearest 12", 61.2187, 43.2065, -0.7750),
  ])
  func swissRain(power: Int, nearest: String, rmse: Double, mae: Double, bias: Double) throws {
    let study = try StudyHarness(
      """
      gauges = read places "sic97.csv" with rain_01mm, part, at x_km, y_km
      observed, held = split gauges by column part, into "observed", "validation"
      guess = interpolate observed.rain_01mm by inverse distance, power \(power)\(nearest), at held
      """, data: "sic97-rainfall")
    #expect(study.codes == [])
    let guess = try #require(study.value("guess", as: ColumnValue.self).numbers)
    let held = study.values["held"]?.first?.value as? any ValueWithMembers
    let known = try #require((held?.member("rain_01mm") as? ColumnValue)?.numbers)
    #expect(guess.count == 367 && known.count == 367)
    func mean(_ change: (Double) -> Double) -> Double {
      zip(guess, known).reduce(0) { $0 + change($1.0 - $1.1) } / 367
    }
    #expect(abs(mean { $0 * $0 }.squareRoot() - rmse) < 5e-5)
    #expect(abs(mean { abs($0) } - mae) < 5e-5)
    #expect(abs(mean { $0 } - bias) < 5e-5)
  }

  /// What the check says of wrong sentences, before anything runs.
  @Test(arguments: [
    ("x = interpolate table.rain_01mm by nearest, onto dem", "E226"),
    ("x = interpolate gauges.rain_01mm by nearest", "E289"),
    ("x = interpolate gauges.rain_01mm by nearest, onto dem, at gauges", "E289"),
    ("x = interpolate gauges.rain_01mm by nearest, nearest 3, at gauges", "E282"),
    ("x = interpolate gauges.rain_01mm by kriging, at gauges", "E190"),
    ("x = interpolate gauges.rain_01mm by inverse distance, within 0 m, at gauges", "E122"),
    ("x = interpolate gauges.rain_01mm by inverse distance, within 3 degrees, at gauges", "E211"),
    ("x = distance to cells of dem at 1 m in m", "E211"),
    ("t2 = read table \"sic97-rainfall/sic97.csv\" with rain_01mm, at x_km", "E289"),
  ])
  func mistakes(line: String, code: String) throws {
    let study = try StudyHarness(
      """
      dem = read raster "ecuador-lsl/dem.tif" in m
      table = read table "sic97-rainfall/sic97.csv" with rain_01mm
      gauges = read table "sic97-rainfall/sic97.csv" with rain_01mm, at x_km, y_km
      \(line)
      """, data: ".")
    #expect(study.codes.contains(code), "\(study.diagnostics.map(\.title))")
    #expect(study.codes.count == 1)
  }
}
