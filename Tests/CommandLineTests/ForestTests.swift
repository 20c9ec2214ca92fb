import Foundation
import Testing

/// A forest from table to map, through the worker and the cache.
@Suite struct ForestTests {
  static let start = """
    ---
    seed: 1
    ---

    ```{scarp}
    places  = read places "lsl.csv" with slope in degrees, cplan in rad/m, elev in m, log10_carea,
              label lslpts, folds fold_spatial, at x, y, crs "EPSG:32717"
    terrain = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea
    factors = stack of terrain.slope, terrain.cplan, terrain.elev, terrain.log10_carea
    forest  = fit random forest on places, reading factors
      trees 40
    weights = importance of forest
    ```

    """

  static let end = """

    ```{scarp}
    chance = prediction of forest
    cv = fit random forest on places, reading factors, as in forest
      folds places.fold_spatial
    losses = permutation importance of cv, by auc, 3 times
    draw bars of losses as fig-losses "Losses."
    draw bars of weights as fig-weights "Importance."
    show importance of cv as tbl-cv "Importance in each fold."
    show forest as tbl-forest "The forest."
    check mean of chance is 0.3085, within 0.015
    check weights.slope is above 20%
    ```

    `{scarp} out-of-bag auc of forest, 6 decimals`, `{scarp} out-of-bag error of forest, percent`,
    `{scarp} auc of cv, 6 decimals`, `{scarp} quantile of chance at 90%, 6 decimals`

    """

  /// The mean over the cells of ta.tif with all four bands, four seeds of scikit-learn 1.9.1.
  ///
  ///     p = RandomForestClassifier(500, random_state=seed).fit(V, y).predict_proba(P)[:, 1]
  ///     p.mean()
  ///
  /// is 0.3066, 0.3103, 0.3075, 0.3091.
  ///
  /// The forest of the first run is read from the cache in the second, where more is asked of it; a
  /// run without a cache and with another number of jobs has the same results.
  @Test func aForestComesBackFromTheCache() throws {
    let workplace = try Workplace()
    let data = Workplace.data("ecuador-lsl")
    try workplace.write(Self.start, to: "study.md")
    let first = try workplace.scarp("run", "study.md", "--data", data)
    #expect(first.code == 0, "\(first.messages)")
    try workplace.write(Self.start + Self.end, to: "study.md")
    let second = try workplace.scarp("run", "study.md", "--data", data)
    #expect(second.code == 0, "\(second.messages)")
    #expect(second.messages.contains("5 from the cache"), "\(second.messages)")
    let record = try workplace.text("output/study.record.json")
    let third = try workplace.scarp(
      "run", "study.md", "--data", data, "--no-cache", "--jobs", "1")
    #expect(third.code == 0, "\(third.messages)")
    #expect(try workplace.text("output/study.record.json") == record)
  }
}
