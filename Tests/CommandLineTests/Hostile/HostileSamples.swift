/// Places from which nothing can be learned, or on which nothing can be judged.
enum HostileSamples {
  /// Forty places; a slide is likelier where it is steep, and never certain.
  private static func places(_ change: (Int, inout [String]) -> Void = { _, _ in }) -> String {
    let rows = (0..<40).map { index in
      let slope = 5 + (index * 17) % 40
      var row = [
        "\(500_000 + 10 * index)", "\(9_500_000 + 10 * ((index * 7) % 40))", "\(slope)",
        "\(Double((index * 7) % 11) / 10)", slope + (index * 13) % 23 > 35 ? "1" : "0",
      ]
      change(index, &row)
      return row.joined(separator: ",")
    }
    return (["x,y,slope,wet,slide"] + rows).joined(separator: "\n") + "\n"
  }

  private static func study(
    _ name: String, _ table: String, _ lines: String, check: Int32 = 0, run: Int32 = 4,
    _ says: String..., at place: String?
  ) -> HostileCase {
    let head =
      "p = read places \"p.csv\" with slope in degrees, wet, label slide, at x, y, "
      + "crs \"EPSG:32717\"\nfactors = stack of p.slope, p.wet\n"
    return HostileCase(
      name: name, notebook: Array("```{scarp}\n\(head)\(lines)\n```\n".utf8),
      files: ["p.csv": Array(table.utf8)], check: check, run: run, says: says, place: place)
  }

  private static let fit = "glm = fit logistic regression on p, reading factors\n  ridge 1"
  private static let folds =
    "f = folds of p, 20\nglm = fit logistic regression on p, reading factors\n  folds f\n  ridge 1\n"
    + "show scores of glm: auc as tbl-a \"Scores.\""

  static let all: [HostileCase] = [
    study(
      "landslides alone", places { $1[4] = "1" }, fit, "All 40 places are labelled 1", at: "4:"),
    study("no landslide", places { $1[4] = "0" }, fit, "All 40 places are labelled 0", at: "4:"),
    study("three labels", places { $1[4] = "\($0 % 3)" }, fit, "2.0, neither 0 nor 1", at: "2:"),
    study("a label that is missing", places { if $0 == 7 { $1[4] = "" } }, fit, at: "2:"),
    study("labels in words", places { $1[4] = "yes" }, fit, "slide", at: "2:"),
    study("an infinite slope", places { if $0 == 3 { $1[2] = "1e999" } }, fit, at: ""),
    study("a slope without an end", places { if $0 == 3 { $1[2] = "inf" } }, fit, at: "2:"),
    study("one slope everywhere", places { $1[2] = "7" }, fit, "same value", at: "4:"),
    study("no place has all values", places { $1[$0 % 2 == 0 ? 2 : 3] = "" }, fit, at: "4:"),
    study("an empty inventory", "x,y,slope,wet,slide\n", fit, check: 4, at: "2:"),
    study(
      "one place", String(places().split(separator: "\n").prefix(2).joined(separator: "\n")), fit,
      at: ""),
    study("folds of one class", places(), folds, "AUC undefined: all 2 places", at: "8:"),
    study("more folds than places", places(), "f = folds of p, 400", "40", at: "4:"),
    study(
      "a test part of one class", places { $1[4] = $0 < 39 ? "0" : "1" },
      "train, test = split p 50% / 50%\n"
        + "glm = fit logistic regression on train, reading factors\n  ridge 1\n"
        + "show scores of glm on test: auc as tbl-a \"Scores.\"", at: ""),
    study(
      "strips of places that lie nowhere", places { if $0 == 3 { $1[0] = "" } },
      "f = folds of p, 4, by strips", at: ""),
    study(
      "clusters of places that lie nowhere", places { if $0 == 3 { $1[1] = "NaN" } },
      "f = folds of p, 4, by clusters", at: ""),
    study(
      "blocks of places that lie nowhere", places { if $0 == 3 { $1[1] = "" } },
      "f = folds of p, 4, by blocks of 50 m", at: ""),
    study(
      "blocks of infinite places", places { if $0 == 3 { $1[1] = "1e999" } },
      "f = folds of p, 4, by blocks of 50 m", at: ""),
    study(
      "strips of places further than numbers reach",
      places { if $0 == 3 { $1[0] = "1e308" } else { $1[0] = "-1e308" } },
      "f = folds of p, 4, by strips", "on the Earth", at: "2:"),
  ]
}
