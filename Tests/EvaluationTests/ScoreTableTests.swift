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
      table.columns.map(\.title) == [
        "Model", "Folds", "AUC", "± AUC", "Pooled AUC", "95 % interval", "Accuracy", "± Accuracy",
        "Pooled Accuracy",
      ])
    let rows = table.rows.map { $0.map(\.text) }
    #expect(rows.map { $0[0] } == ["random", "spatial"])
    #expect(rows.map { $0[1] } == ["5 by column fold_random", "5 by column fold_spatial"])
    #expect(rows.map { $0[2] } == ["0.8165", "0.7778"])
    // statistics.stdev of the folds' AUCs of the README.
    #expect(rows.map { $0[3] } == ["0.0860", "0.0495"])
    #expect(rows.map { $0[4] } == ["0.8072", "0.7559"])
    // By all pairs, in numpy 2.3: m = (a[:, None] > b[None]), variances of m.mean(1) and m.mean(0)
    // with ddof=1 over 175 each: 0.755853 ± 1.959964 · 0.026069.
    #expect(rows[1][5] == "0.705 to 0.807")
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
    #expect(rows[2][5].isEmpty, "places judged three times are not three times as many")
    #expect(study.tables[0].notes.contains { $0.contains("nobody has mapped") })
    let one = study.tables[1]
    #expect(one.rows.map { $0[1].text }.suffix(3) == ["mean", "standard deviation", "pooled"])
    #expect(one.notes[0].hasPrefix("Pooled AUC of spatial: 95 % interval"))
    #expect(one.notes[1].contains("50.0 %"))
  }
}
