import Foundation
import Testing

/// The project's notebooks on the open data sets, run by the program itself, against the figures that
/// the data's READMEs give (made with statsmodels 0.15.0, scikit-learn 1.9.1 and GDAL 3.6.2).
@Suite struct ReferenceStudyTests {
  private static let notebooks = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("notebooks")

  /// Runs a notebook; all numbers of its record by the place they stand in.
  private func numbers(_ name: String, data: String) throws -> [String: Double] {
    let workplace = try Workplace()
    let run = try workplace.scarp(
      "run", Self.notebooks.appendingPathComponent("\(name).md").path, "--data",
      Workplace.data(data), "--strict")
    try #require(run.code == 0, "\(run.messages)")
    let json = try JSONSerialization.jsonObject(
      with: Data(workplace.text("output/\(name).record.json").utf8))
    var result: [String: Double] = [:]
    let results = (json as? [String: Any])?["results"] as? [[String: Any]] ?? []
    for entry in results {
      let id = entry["id"] as? String ?? ""
      for value in entry["values"] as? [[String: Any]] ?? [] {
        guard let number = value["value"] as? Double else { continue }
        result["\(id): \(value["name"] as? String ?? "")"] = number
      }
    }
    return result
  }

  /// Whether two numbers agree to so many significant digits.
  private func agree(_ a: Double?, _ b: Double, digits: Double) -> Bool {
    guard let a else { return false }
    return abs(a - b) <= 0.51 * pow(10, -digits + 1 + floor(log10(abs(b))))
  }

  @Test func ecuador() throws {
    let found = try numbers("ecuador", data: "ecuador-lsl")
    let estimates = [
      (2.511364239, 2.03476), (0.07901064349, 0.0150573), (-28.94196253, 4.74677),
      (-17.56360049, 10.8312), (0.0001789237542, 0.000549236), (-2.274877535, 0.484867),
    ]
    for (row, (estimate, error)) in estimates.enumerated() {
      let place = "tbl-coefficients: row \(row + 1), "
      #expect(agree(found[place + "Estimate"], estimate, digits: 10), "\(place)")
      #expect(agree(found[place + "Standard error"], error, digits: 6), "\(place)")
    }
    let scores = [("AUC", 0.8215837), ("Brier score", 0.1734064), ("Log loss", 0.5326190)]
    for (name, value) in scores {
      #expect(agree(found["tbl-fit: row 1, \(name)"], value, digits: 7), "\(name)")
    }
    for (row, (mean, pooled)) in [(0.816472, 0.807184), (0.777842, 0.755853)].enumerated() {
      #expect(agree(found["tbl-folds: row \(row + 1), AUC: mean"], mean, digits: 6))
      #expect(agree(found["tbl-folds: row \(row + 1), AUC: pooled"], pooled, digits: 6))
    }
    let vif = [
      (0.914635, 1.093333), (0.654076, 1.528875), (0.632164, 1.581869), (0.894652, 1.117752),
      (0.488444, 2.047317),
    ]
    for (row, (tolerance, inflation)) in vif.enumerated() {
      #expect(agree(found["tbl-vif: row \(row + 1), Tolerance"], tolerance, digits: 6))
      #expect(agree(found["tbl-vif: row \(row + 1), VIF"], inflation, digits: 7))
    }
    let classes: [(Double, Double, Double, Double)] = [
      (30062, 31.3813, 0.1821, 3.3265), (27710, 28.9261, 0.2766, 5.0523),
      (20723, 21.6324, 0.9774, 17.8546), (12238, 12.7751, 2.7285, 49.8447),
      (5063, 5.2852, 5.7303, 104.6810),
    ]
    for (row, (cells, share, ratio, density)) in classes.enumerated() {
      let place = "tbl-density: row \(row + 1), "
      #expect(found[place + "Cells"] == cells)
      #expect(abs((found[place + "Area in %"] ?? 0) - share) < 0.000_05)
      #expect(agree(found[place + "Frequency ratio"], ratio, digits: 4))
      #expect(agree(found[place + "Density in 1/km2"], density, digits: 5))
    }
    #expect(agree(found["tbl-confusion: row 1, Predicted: landslide"], 134, digits: 9))
    #expect(agree(found["tbl-confusion: row 2, Predicted: none"], 130, digits: 9))
  }

  /// Their claims are the figures of reference, and `--strict` fails where one differs.
  @Test(arguments: ["ecuador-751", "landse-pixel"]) func fromATableAlone(name: String) throws {
    let found = try numbers(name, data: name)
    #expect(found.keys.count { $0.hasPrefix("claim") } >= 14)
  }

  /// The notebooks whose claims are the figures of the data's READMEs: `--strict` holds them to it.
  @Test(arguments: [
    ("chile-olivares", "chile-olivares", 4), ("hokkaido-2018", "", 6),
    ("ecuador-dem", "ecuador-lsl", 4),
  ])
  func claimsAreReproduced(name: String, data: String, claims: Int) throws {
    let workplace = try Workplace()
    let run = try workplace.scarp(
      "run", Self.notebooks.appendingPathComponent("\(name).md").path, "--data",
      Workplace.data(data), "--strict")
    #expect(run.code == 0, "\(run.messages)")
    let report = try workplace.text("output/\(name).html")
    #expect(report.contains("\(claims) of \(claims) claims reproduced"))
  }
}
