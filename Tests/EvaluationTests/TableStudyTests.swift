import Diagnostics
import Learning
import StudyHarness
import Testing
import Vocabulary

/// Studies from tables alone, and what the words say of wrong ones.
@Suite struct TableStudyTests {
  /// Figures of landse-pixel/README.md.
  @Test func landsePixels() throws {
    let study = try StudyHarness(
      """
      pixels = read places "pixels.csv" with dem in m, slope in degrees, soil, label scarp, folds fold_spatial, at x, y
      factors = stack of pixels.dem, pixels.slope, pixels.soil as dummies
      glm = fit logistic regression on pixels, reading factors
      n = count of factors
      a = estimate of glm.slope
      b = estimate of glm, term soil_3
      c = estimate of glm, term soil_5
      d = auc of glm on pixels
      """, data: "landse-pixel")
    #expect(study.codes == [])
    for (name, expected) in [
      ("n", 7), ("a", 0.04216021376), ("b", 2.128890812), ("c", -1.550023158), ("d", 0.7849401),
    ] {
      #expect(abs(try study.number(name) - expected) <= 5.1e-8 * max(1, abs(expected)), "\(name)")
    }
    let model: LogisticValue = try study.value("glm")
    #expect(model.featureNames == ["dem", "slope", "soil_2", "soil_3", "soil_4", "soil_5"])
    #expect(model.display().notes.contains("Classes of soil are compared with class 1."))
  }

  /// Figures of ecuador-751/README.md.
  @Test func ecuador751() throws {
    let study = try StudyHarness(
      """
      places = read places "ecuador.csv" with dem in m, slope in degrees, hcurv in 1/m, vcurv in 1/m, log10_carea, cslope in degrees, label slides, folds fold_spatial
      factors = stack of places.dem, places.slope, places.hcurv, places.vcurv, places.log10_carea, places.cslope
      scaled = scale factors by standard score, learned from places
      glm = fit logistic regression on places, reading factors
      again = fit logistic regression on places, reading scaled
      parts = folds of places by column fold_spatial, with 5 folds
      folded = fit logistic regression on places, reading factors
        folds parts
      a = aic of glm
      b = auc of glm on places
      c = aic of again
      d = auc of folded
      e = pooled auc of folded
      """, data: "ecuador-751")
    #expect(study.codes == [])
    for (name, expected) in [
      ("a", 936.661764), ("b", 0.6184781), ("c", 936.661764), ("d", 0.575251), ("e", 0.572486),
    ] {
      #expect(abs(try study.number(name) - expected) <= 5.1e-7, "\(name)")
    }
  }

  @Test func splitsRepeatAndKeepShares() throws {
    func parts(_ way: String, seed: UInt64 = 1) throws -> (PlacesValue, PlacesValue) {
      let study = try StudyHarness(
        """
        places = read places "lsl.csv" with slope in degrees, label lslpts, at x, y, crs "EPSG:32717"
        train, test = split places 70% / 30%\(way)
        """, data: "ecuador-lsl", seed: seed)
      #expect(study.codes == [])
      return (try study.value("train"), try study.value("test"))
    }
    let plain = try parts("")
    #expect(plain.0.count == 245 && plain.1.count == 105)
    #expect(Set(plain.0.numbers.numbers).isDisjoint(with: plain.1.numbers.numbers))
    #expect(try parts("").0.numbers.numbers == plain.0.numbers.numbers)
    #expect(try parts("", seed: 2).0.numbers.numbers != plain.0.numbers.numbers)
    let even = try parts(", stratified")
    #expect(try #require(even.0.labelCounts) == (123, 123))
    let blocks = try parts(", by blocks of 500 m")
    #expect(abs(blocks.0.count - 245) < 25)
    let east = { (places: PlacesValue) in
      Set((places.points ?? []).map { ($0 / 500).rounded(.down) })
    }
    #expect(east(blocks.0).isDisjoint(with: east(blocks.1)))
  }

  private static let start = """
    places = read places "lsl.csv" with slope in degrees, elev in m, label lslpts, folds fold_random, at x, y, crs "EPSG:32717"
    factors = stack of places.slope, places.elev

    """

  @Test(arguments: [
    ("s = stack of places.slpoe", "E119"),
    ("s = stack of places.slope, places.slope", "E232"),
    ("a, b = split places 70% / 20%", "E123"),
    ("a, b, c = split places 70% / 30%", "E124"),
    ("a, b = split places", "E233"),
    ("a, b = split places 70% / 30%, stratified, by blocks of 1 km", "E233"),
    ("f = folds of places, 5, by column fold_random", "E233"),
    ("f = folds of places", "E233"),
    ("a, b = split places by column fold_random, into one, two", "E233"),
    ("a, b = split places by column fold_rnd, into one, two", "E230"),
    ("f = folds of places by column fold_spatail", "E230"),
    ("f = folds of places, 5, by blocks of 2", "E121"),
    ("s = scale factors by min-max", "E116"),
    ("s = scale factors by standard score to 0..1, learned from places", "E282"),
    ("g = fit logistic regression on places, reading factors\nx = auc of g", "E250"),
    (
      "g = fit logistic regression on places, reading factors\nshow scores of g: auc as tbl-a \"A.\"",
      "E250"
    ),
    ("g = fit logistic regression on places, reading factors\np = prediction of g", "E231"),
    ("g = fit logistic regression on places, reading factors\nx = estimate of g.slpoe", "E119"),
    ("g = fit logistic regression on places, reading factors\nx = auk of g on places", "E114"),
    ("c = collinearity of factors at places\nx = correlation of c between slope and elv", "E280"),
    ("p = read places \"lsl.csv\" with slpe in degrees", "E230"),
    ("p = read places \"lsl.csv\" with slope in degrees, label lslpt", "E230"),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\nz = classify r.a into low, high at 1, 2",
      "E251"
    ),
    ("r = read bands \"ta.tif\" named a, b, c, d, e\nz = classify r.a into low, low at 1", "E253"),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\nz = classify r.a into x, y, z at 2, 1", "E254"
    ),
    ("r = read bands \"ta.tif\" named a, b, c, d, e\nz = classify r.a into x, y", "E255"),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\nz = classify r.a into x, y by quantiles\n"
        + "v = share of z at w", "E252"
    ),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\n"
        + "z = classify r.a into x, y by quantiles, at 3", "E255"
    ),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\n"
        + "z = classify r.a into x, y by shares of area 50% / 30% / 20%", "E251"
    ),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\n"
        + "z = classify r.a into x, y by shares of landslides 50% / 50%", "E255"
    ),
    (
      "r = read bands \"ta.tif\" named a, b, c, d, e\ny = classify r.a into x, y by natural breaks\n"
        + "z = classify r.a into x, y by geometric intervals\nshow areas of y, z as tbl-a \"A.\"",
      "W250"
    ),
  ])
  func mistakesAreTold(_ line: String, _ code: String) throws {
    let study = try StudyHarness(Self.start + line, data: "ecuador-lsl")
    #expect(study.codes == [code], "\(study.diagnostics.map(\.title))")
  }

  @Test func faultsOfTheDataAreThrown() {
    #expect(throws: LearningError.wrongCount(what: "folds", expected: 4, found: 5)) {
      try StudyHarness(
        Self.start + "f = folds of places by column fold_random, with 4 folds", data: "ecuador-lsl")
    }
    #expect(throws: LearningError.dependentColumns(names: ["slope", "steep"])) {
      try StudyHarness(
        """
        places = read places "lsl.csv" with slope in degrees, label lslpts, at x, y, crs "EPSG:32717"
        terrain = read bands "ta.tif" named slope in degrees, cplan, cprof, elev in m, log10_carea
        steep = read raster "ta.tif" in degrees, band 1
        factors = stack of terrain.slope, steep
        glm = fit logistic regression on places, reading factors
        """, data: "ecuador-lsl")
    }
  }
}
