import Foundation
import Testing

/// What is learned is learned again within folds, from each fold's training part.
@Suite struct RelearningTests {
  static let study = """
    ---
    seed: 1
    ---

    ```{scarp}
    places  = read places "lsl.csv" with slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea,
              label lslpts, folds fold_random, fold_spatial, at x, y, crs "EPSG:32717"
    factors = stack of places.slope, places.cplan, places.cprof, places.elev, places.log10_carea
    scaled  = scale factors by standard score, learned from places
    cv      = fit logistic regression on places, reading scaled
      folds places.fold_spatial
    ```

    `{scarp} estimate of cv.slope at fold 1, 9 decimals`,
    `{scarp} estimate of cv.slope at fold 5, 9 decimals`,
    `{scarp} auc of cv at fold 5, 6 decimals`

    """

  /// A scale learned from all places would give 0.730041745 for the first fold.
  ///
  ///     d = pandas.read_csv('lsl.csv'); t = d[d.fold_spatial != 1]
  ///     z = (t[c] - t[c].mean()) / t[c].std(ddof=0)
  ///     statsmodels.api.Logit(t.lslpts, statsmodels.api.add_constant(z)).fit(tol=1e-12)
  ///
  /// statsmodels 0.15.0: slope 0.7018174741639751 without fold 1, 0.85709530939695 without fold 5.
  @Test func scalingIsLearnedWithoutTheFold() throws {
    let workplace = try Workplace()
    try workplace.write(Self.study, to: "study.md")
    let run = try workplace.scarp("run", "study.md", "--data", Workplace.data("ecuador-lsl"))
    #expect(run.code == 0, "\(run.messages)")
    let record = try workplace.text("output/study.record.json")
    for text in ["0.701817474", "0.857095309", "0.717500"] {
      #expect(record.contains("\"\(text)\""), "\(text)")
    }
  }
}
