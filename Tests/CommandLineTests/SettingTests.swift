import Testing

/// Settings reach the statements that read them, wherever these are carried out.
@Suite struct SettingTests {
  static let study = """
    ---
    seed: 1
    ---

    ```{scarp}
    n      = setting 4, from 2 to 10 "folds"
    reach  = setting 1.2 km, from 500 m to 3 km
    places = read places "places.csv" with slope in degrees, wet, label slide
    parts  = folds of places, n
    layers = stack of places.slope
    glm    = fit logistic regression on places, reading layers
      ridge 1
      folds n
    show n as tbl-n "Folds."
    show scores of glm: auc as tbl-scores "Scores."
    ```

    There are `{scarp} n` folds, and `{scarp} count of parts` too, within `{scarp} reach, 1 decimal` km.

    """

  @Test func aSettingIsReadInTheWorker() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(Self.study, to: "folds.md")
    let run = try workplace.scarp("run", "folds.md")
    #expect(run.code == 0, "\(run.messages)")
    let report = try workplace.text("output/folds.html")
    #expect(report.contains(">4<"))
    #expect(report.contains("1.2"))
  }

  @Test func theCommandLineChangesIt() throws {
    let workplace = try SmallStudy.workplace()
    try workplace.write(Self.study, to: "folds.md")
    let run = try workplace.scarp("run", "folds.md", "-P", "n=3", "-P", "reach=2km")
    #expect(run.code == 0, "\(run.messages)")
    #expect(try workplace.text("output/folds.html").contains(">3<"))
    let over = try workplace.scarp("run", "folds.md", "-P", "reach=5km")
    #expect(over.code == 3)
    #expect(over.messages.contains("at most 3 km"))
  }
}
