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

  static let ratios = """
    ---
    seed: 1
    ---

    ```{scarp}
    places  = read places "lsl.csv" with slope in degrees, label lslpts, folds fold_spatial, at x, y, crs "EPSG:32717"
    terrain = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea
    mask    = read areas "study_mask.gpkg"
    inside  = clip terrain to mask
    raw     = stack of inside.slope, inside.elev, inside.cplan
    binned  = bin raw
      slope at 10, 20, 30, 40, 50 degrees
      elev  at 1800, 2000, 2200, 2400 m
      cplan at -0.02, 0, 0.02
    fr      = frequency ratio of binned given places
    recoded = recode binned by fr
    frm     = fit frequency ratio on places, reading binned
      folds places.fold_spatial
    woe     = fit weights of evidence on places, reading binned
      correction 0.5
      folds places.fold_spatial
    cv      = fit logistic regression on places, reading recoded
      folds places.fold_spatial
    show fr as tbl-fr "Ratios."
    draw bars of fr as fig-fr "Ratios."
    ```

    `{scarp} auc of frm at fold 1, 9 decimals`, `{scarp} auc of frm, 9 decimals`,
    `{scarp} auc of woe at fold 5, 9 decimals`, `{scarp} auc of woe, 9 decimals`,
    `{scarp} estimate of cv.slope at fold 1, 8 decimals`, `{scarp} estimate of cv.slope at fold 5, 8 decimals`

    """

  /// Ratios and weights are counted without the fold that they are judged on: from all cells and
  /// the landslides of the other folds.
  ///
  ///     t = d[(d.fold_spatial != f) & (d.lslpts == 1)]
  ///     fr = numpy.bincount(numpy.digitize(t.slope, limits)) / len(t) / (cells / cells.sum())
  ///     statsmodels.api.Logit(y, statsmodels.api.add_constant(ratios)).fit(tol=1e-12)
  @Test func ratiosAreCountedWithoutTheFold() throws {
    let workplace = try Workplace()
    try workplace.write(Self.ratios, to: "study.md")
    let run = try workplace.scarp("run", "study.md", "--data", Workplace.data("ecuador-lsl"))
    #expect(run.code == 0, "\(run.messages)")
    let record = try workplace.text("output/study.record.json")
    for text in [
      "0.883049242", "0.769964427", "0.697500000", "0.753246455", "0.61643966",
      "1.11676130",
    ] {
      #expect(record.contains("\"\(text)\""), "\(text)")
    }
  }
}
