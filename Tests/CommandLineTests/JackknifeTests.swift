import Foundation
import Testing

/// Models fitted again without each layer and with each alone.
@Suite struct JackknifeTests {
  private static let head = """
    ---
    seed: 1
    ---

    ```{scarp}
    places  = read places "lsl.csv" with slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea,
              label lslpts, folds fold_random, fold_spatial, at x, y, crs "EPSG:32717"
    factors = stack of places.slope, places.cplan, places.cprof, places.elev, places.log10_carea
    scaled  = scale factors by standard score, learned from places
    folded  = fit logistic regression on places, reading scaled
      folds places.fold_random

    """

  private static let study =
    head + """
      fitted  = fit logistic regression on places, reading scaled
      drops   = jackknife folded, by auc
      errors  = jackknife folded, by rmse
      inside  = jackknife fitted, by auc on places
      show drops as tbl-drops "Drops."
      ```

      `{scarp} drops.slope, 6 decimals`, `{scarp} drops.elev, 6 decimals`, `{scarp} errors.cplan, 6 decimals`,
      `{scarp} inside.cplan, 6 decimals`

      """

  /// The scores are those of a loop over folds and columns.
  ///
  ///     d = pandas.read_csv('lsl.csv'); X = ['slope', 'cplan', 'cprof', 'elev', 'log10_carea']
  ///     def scores(cols, metric):
  ///         for f in range(1, 6):
  ///             a, b = d[d.fold_random != f], d[d.fold_random == f]
  ///             m = statsmodels.api.Logit(a.lslpts, add_constant(a[cols])).fit(tol=1e-12)
  ///             yield metric(b.lslpts, m.predict(add_constant(b[cols])))
  ///     w = mean(scores(X, roc_auc_score)); o = mean(scores([x for x in X if x != c], roc_auc_score))
  ///     100 * (w - o) / w      # rmse: 100 * (o - w) / w
  ///
  /// statsmodels 0.15.0: slope 7.130895400988073 %, elev −0.5021278914456749 %; alone slope
  /// 0.7096766843187122. Scaling changes none of it, as it is affine.
  @Test func dropsAreThoseOfALoop() throws {
    let workplace = try Workplace()
    try workplace.write(Self.study, to: "study.md")
    let arguments = ["run", "study.md", "--data", Workplace.data("ecuador-lsl")]
    let run = try workplace.call(arguments)
    #expect(run.code == 0, "\(run.messages)")
    let record = try workplace.text("output/study.record.json")
    for text in ["7.130895", "0.502128"] {
      #expect(record.contains(text), "\(text)")
    }
    for score in ["0.70967668", "0.75824992", "0.73513539"] {
      #expect(record.contains(score), "\(score)")
    }

    // All is found again, also what was made for the jackknife alone.
    let again = try workplace.call(arguments)
    #expect(again.messages.contains(": 0 carried out"), "\(again.messages)")
    // One job or two: the same bytes.
    let other = try Workplace()
    try other.write(Self.study, to: "study.md")
    _ = try other.call(arguments + ["--jobs", "1"])
    #expect(try other.text("output/study.record.json") == record)
  }

  /// Judged on places that the model has learned from, while another one holds them out.
  @Test func theJackknifeIsToldOfLeakage() throws {
    let workplace = try Workplace()
    let study = """
      train, test = split places 70% / 30%
      fair = fit logistic regression on train, reading factors
      all  = fit logistic regression on places, reading factors
      bad  = jackknife all, by auc on test
      ```

      """
    try workplace.write(Self.head + study, to: "study.md")
    let check = try workplace.scarp("check", "study.md", "--data", Workplace.data("ecuador-lsl"))
    #expect(check.messages.contains("“all” is judged on “test”"), "\(check.messages)")
  }

  @Test(arguments: [
    ("one = stack of places.slope\n", "one", " on places", "reads one layer"),
    ("", "factors", "", "“auc” of what?"),
  ])
  func whatCannotBeJudgedIsRefused(
    stack: String, layers: String, places: String, message: String
  ) throws {
    let workplace = try Workplace()
    let study =
      Self.head + stack + "m = fit logistic regression on places, reading \(layers)\n"
      + "drops = jackknife m, by auc\(places)\n```\n"
    try workplace.write(study, to: "study.md")
    let check = try workplace.scarp("check", "study.md", "--data", Workplace.data("ecuador-lsl"))
    #expect(check.code == 3)
    #expect(check.messages.contains(message), "\(check.messages)")
  }
}
