import Foundation
import Testing

/// The best of a family of models, chosen over folds or on places.
@Suite struct BestTests {
  private static let study = """
    ---
    seed: 1
    ---

    ```{scarp}
    places  = read places "lsl.csv" with slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea,
              label lslpts, folds fold_random, fold_spatial, at x, y, crs "EPSG:32717"
    factors = stack of places.slope, places.cplan, places.cprof, places.elev, places.log10_carea
    trials  = fit logistic regression on places, reading factors
      ridge each of 0.1, 10, 1000
      folds places.fold_spatial
    chosen  = best of trials by auc
    worst   = best of trials by brier
    plain   = fit logistic regression on places, reading factors
      ridge 1000
    gentle  = fit logistic regression on places, reading factors
      ridge 0.1
    drops   = jackknife chosen, by auc on places
    peer    = jackknife plain, by auc on places

    train, validation = split places 70% / 30%, stratified
    few     = fit logistic regression on train, reading factors
      ridge each of 0.1, 10, 1000
    picked  = best of few by auc on validation
    ```

    `{scarp} auc of trials at ridge 0.1, 6 decimals`, `{scarp} auc of trials at ridge 10, 6 decimals`,
    `{scarp} auc of trials at ridge 1000, 6 decimals`
    `{scarp} estimate of chosen.slope, 9 decimals` `{scarp} estimate of plain.slope, 9 decimals`
    `{scarp} estimate of gentle.slope, 9 decimals` `{scarp} drops.slope, 9 decimals` `{scarp} peer.slope, 9 decimals`

    """

  /// What is chosen over folds is fitted again on all places: it is the model that one would fit with
  /// the setting chosen, and so is each model of its jackknife.
  @Test func isFittedAgainOnAllPlaces() throws {
    let workplace = try Workplace()
    try workplace.write(Self.study, to: "study.md")
    let run = try workplace.scarp("run", "study.md", "--data", Workplace.data("ecuador-lsl"))
    #expect(run.code == 0, "\(run.messages)")
    let json = try JSONSerialization.jsonObject(
      with: Data(workplace.text("output/study.record.json").utf8))
    let results = (json as? [String: Any])?["results"] as? [[String: Any]] ?? []
    let numbers = results.flatMap { $0["values"] as? [[String: Any]] ?? [] }.compactMap {
      $0["value"] as? Double
    }
    try #require(numbers.count == 8, "\(results)")
    let scores = Array(numbers[..<3])
    let isStrong = scores.max() == scores[2]
    let isGentle = scores.max() == scores[0]
    #expect(isStrong || isGentle)
    #expect(numbers[3] == (isStrong ? numbers[4] : numbers[5]))
    #expect(numbers[4] != numbers[5])
    if isStrong { #expect(numbers[6] == numbers[7]) }
    let page = try workplace.text("output/study.html")
    let setting = isStrong ? "1000" : "0.1"
    #expect(page.contains("Chosen of 3: ridge \(setting) (AUC "), "\(scores)")
    #expect(page.contains("fitted again on all their places"))
  }
}
