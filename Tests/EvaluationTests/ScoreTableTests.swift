import Evaluation
import StudyHarness
import Testing
import Vocabulary

/// Tables of scores of several models.
@Suite struct ScoreTableTests {
  private static let read = """
    places = read places "lsl.csv" with slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea, label lslpts, folds fold_random, fold_spatial, at x, y, crs "EPSG:32717"
    factors = stack of places.slope, places.cplan, places.cprof, places.elev, places.log10_carea

    """

  /// The AUCs of ecuador-lsl/README.md: mean and pooled over stored folds.
  @Test func foldedModelsHaveOneRowEach() throws {
    let study = try StudyHarness(
      Self.read + """
        random_folds = folds of places by column fold_random, with 5 folds
        spatial_folds = folds of places by column fold_spatial, with 5 folds
        random = fit logistic regression on places, reading factors
          folds random_folds
        spatial = fit logistic regression on places, reading factors
          folds spatial_folds
        show scores of random, spatial: auc, accuracy as tbl-folds "By fold."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let table = try #require(study.tables.first)
    #expect(
      table.columns.map(\.name) == [
        "Model", "Folds", "AUC: mean", "AUC: SD", "AUC: pooled", "AUC: 95 % from", "AUC: 95 % to",
        "Accuracy: mean", "Accuracy: SD", "Accuracy: pooled",
      ])
    let rows = table.rows.map { $0.map(\.text) }
    #expect(rows.map { $0[0] } == ["random", "spatial"])
    #expect(rows.map { $0[1] } == ["5 by column fold_random", "5 by column fold_spatial"])
    #expect(rows.map { $0[2] } == ["0.816", "0.778"])
    // statistics.stdev of the folds' AUCs of the README.
    #expect(rows.map { $0[3] } == ["0.086", "0.050"])
    #expect(rows.map { $0[4] } == ["0.807", "0.756"])
    // By all pairs, in numpy 2.3: m = (a[:, None] > b[None]), variances of m.mean(1) and m.mean(0)
    // with ddof=1 over 175 each: 0.755853 ± 1.959964 · 0.026069.
    #expect(rows[1][5...6] == ["0.705", "0.807"])
    #expect(table.notes.contains { $0.contains("50.0 %") })
    #expect(!table.notes.contains { $0.contains("nobody has mapped") })
  }

  @Test func spatialFoldsStandAboveRandomOnes() throws {
    let study = try StudyHarness(
      Self.read + """
        scattered = folds of places, 5
        squares = folds of places, 5, by blocks of 500 m
        often = folds of places, 5, repeated 3 times
        random = fit logistic regression on places, reading factors
          folds scattered
        spatial = fit logistic regression on places, reading factors
          folds squares
        again = fit logistic regression on places, reading factors
          folds often
        show scores of random, again, spatial: auc as tbl-folds "By fold."
        show scores of spatial: auc, accuracy as tbl-one "By fold."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let rows = study.tables[0].rows.map { $0.map(\.text) }
    #expect(rows.map { $0[0] } == ["spatial", "random", "again"])
    #expect(
      rows.map { $0[1] } == ["5 by blocks of 500 m", "5 at random", "5 at random, 3 times"])
    #expect(
      rows[2][5].isEmpty && rows[2][6].isEmpty,
      "places judged three times are not three times as many")
    #expect(study.tables[0].notes.contains { $0.contains("nobody has mapped") })
    let one = study.tables[1]
    #expect(one.rows.map { $0[1].text }.suffix(3) == ["mean", "standard deviation", "pooled"])
    #expect(one.grouping == 1 && one.totals == [5, 6, 7])
    #expect(one.notes[0].hasPrefix("Pooled AUC of spatial: 95 % interval"))
    #expect(one.notes[1].contains("50.0 %"))
  }

  @Test func theBestIsMarkedWhereAsked() throws {
    let study = try StudyHarness(
      Self.read + """
        steep = stack of places.slope
        all = fit logistic regression on places, reading factors
        one = fit logistic regression on places, reading steep
        again = fit logistic regression on places, reading factors
        show scores of one, all, again on places, marking best: auc, brier as tbl-best "Best."
        show scores of one, all on places: auc as tbl-plain "Not asked for."
        parts = folds of places, 5
        few = fit logistic regression on places, reading steep
          folds parts
        many = fit logistic regression on places, reading factors
          folds parts
        show scores of few, many, marking best: brier, auc as tbl-folds "By fold."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let table = study.tables[0]
    // Equal models are both the best.
    #expect(table.best.map { [$0.row, $0.column] } == [[1, 1], [2, 1], [1, 2], [2, 2]])
    #expect(table.notes[0] == "Bold: the best of its column.")
    #expect(
      table.notes[1].hasPrefix(
        "Difference of the AUC from that of all, all places together, after DeLong: one p < 0.001"))
    #expect(table.notes[1].hasSuffix("again p = 1.000."))
    #expect(study.tables[1].best.isEmpty && !study.tables[1].notes.contains { $0.contains("Bold") })
    let folds = study.tables[2]
    #expect(folds.best.map { [$0.row, $0.column] } == [[1, 2], [1, 5]])
    #expect(folds.columns[2].name == "Brier score: mean" && folds.columns[5].name == "AUC: mean")
  }

  /// By all pairs, in numpy 1.24: psi = (x[:, None] > y[None]) + 0.5 * (x[:, None] == y[None]),
  /// S = np.cov of both models' psi.mean(1) / 16 + np.cov of their psi.mean(0) / 24, with
  /// s² = S[0, 0] + S[1, 1] − 2 S[0, 1].
  @Test func areasOnTheSamePlacesAreCompared() throws {
    var (labels, first, second) = ([Double](), [Double](), [Double]())
    for index in 0..<40 {
      let label: Double = (index * 7) % 10 < 4 ? 1 : 0
      let one = Double((index * 37) % 101) / 101 * 0.6 + 0.3 * label
      let two = Double((index * 53) % 97) / 97 * 0.5 + 0.25 * label + 0.2 * one
      labels.append(label)
      first.append(one)
      // With ties.
      second.append((two * 10).rounded(.toNearestOrEven) / 10)
    }
    let a = try Predictions(labels: labels, probabilities: first)
    let b = try Predictions(labels: labels, probabilities: second)
    let made = try AreaDifference(of: a, and: b)
    let difference = try #require(made)
    #expect(abs(difference.value + 0.08333333333333337) < 1e-14)
    #expect(abs(difference.standardError - 0.055780605465114395) < 1e-14)
    #expect(abs(difference.p - 0.13518916730407082) < 1e-13)
    let same = try AreaDifference(of: a, and: a)
    let none = try #require(same)
    #expect(none.value == 0 && none.standardError == 0 && none.p == 1)
  }
}
