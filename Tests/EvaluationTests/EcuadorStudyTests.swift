import Evaluation
import Learning
import StudyHarness
import Testing
import Vocabulary

/// The figures of ecuador-lsl/README.md, by statements of the language.
@Suite struct EcuadorStudyTests {
  private static let read = """
    places = read places "lsl.csv" with slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea, label lslpts, folds fold_random, fold_spatial, at x, y, crs "EPSG:32717"
    factors = stack of places.slope, places.cplan, places.cprof, places.elev, places.log10_carea
    glm = fit logistic regression on places, reading factors

    """

  @Test func modelOfAllPoints() throws {
    let study = try StudyHarness(
      Self.read + """
        estimate = estimate of glm.slope
        error = standard error of glm.elev
        base = estimate of glm.intercept
        z = z value of glm.cplan
        p = p value of glm.log10_carea
        odds = odds ratio of glm.slope
        fit = log likelihood of glm
        criterion = aic of glm
        area = auc of glm on places
        brier = brier of glm on places
        loss = log loss of glm on places
        n = count of places
        landslides = share of 1 in places
        show coefficients of glm as tbl-glm "Coefficients."
        show confusion of glm on places, at 0.5 as tbl-confusion "Confusion."
        show scores of glm on places: auc, accuracy, brier as tbl-scores "Scores."
        show report of glm on places as tbl-report "Report."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    for (name, expected) in [
      ("estimate", 0.07901064349), ("error", 0.00054923636), ("base", 2.511364239),
      ("z", -6.09719230147913), ("p", 2.70872989144771e-06), ("odds", 1.0822158406),
      ("fit", -186.416649154), ("criterion", 384.833298308), ("area", 0.8215836735),
      ("brier", 0.1734063832), ("loss", 0.5326189976), ("n", 350), ("landslides", 0.5),
    ] {
      #expect(abs(try study.number(name) - expected) <= 1e-9 * max(1, abs(expected)), "\(name)")
    }
    #expect(study.tables.map(\.rows.count) == [6, 3, 1, 5])
    let confusion = study.tables[1]
    #expect(
      confusion.columns.map(\.name) == [
        "Observed", "Predicted: landslide", "Predicted: none", "Predicted: all",
        "Share of the row: landslide", "Share of the row: none",
      ])
    #expect(confusion.rows[0].map(\.text) == ["landslide", "134", "41", "175", "76.6", "23.4"])
    #expect(confusion.rows[1].map(\.text) == ["none", "45", "130", "175", "25.7", "74.3"])
    #expect(confusion.rows[2].map(\.text) == ["all", "179", "171", "350", "51.1", "48.9"])
    #expect(confusion.totals == [2])
    // (134 + 130) / 350, and (0.754286 − 0.5) / 0.5: the margins of the labels are even.
    #expect(confusion.notes[0] == "Accuracy 0.754, κ 0.509.")
    #expect(study.tables[2].rows[0].map(\.text) == ["glm", "0.822", "0.754", "0.173"])
    #expect(study.tables[2].notes[0].contains("0.777 to 0.866"))
    // By hand from the counts: precision 134/179 and 130/171, recall 134/175 and 130/175.
    let report = study.tables[3]
    #expect(
      report.rows.map { $0.map(\.text) } == [
        ["landslide", "0.749", "0.766", "0.757", "175"],
        ["none", "0.760", "0.743", "0.751", "175"],
        ["micro mean (accuracy)", "0.754", "0.754", "0.754", "350"],
        ["macro mean", "0.754", "0.754", "0.754", "350"],
        ["weighted mean", "0.754", "0.754", "0.754", "350"],
      ])
    #expect(report.totals == [2, 3, 4])
    #expect(study.tables[2].notes[1].contains("50.0 %"))
  }

  @Test func storedFolds() throws {
    let study = try StudyHarness(
      Self.read + """
        random_folds = folds of places by column fold_random, with 5 folds
        spatial_folds = folds of places by column fold_spatial, with 5 folds
        random = fit logistic regression on places, reading factors
          folds random_folds
        spatial = fit logistic regression on places, reading factors
          folds spatial_folds
        a = auc of random
        b = pooled auc of random
        c = auc of spatial
        d = pooled auc of spatial
        third = auc of spatial at fold 3
        show scores of random: auc as tbl-random "By fold."
        show scores of spatial: auc as tbl-spatial "By fold."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    for (name, expected) in [
      ("a", 0.816472), ("b", 0.807184), ("c", 0.777842), ("d", 0.755853), ("third", 0.734211),
    ] {
      #expect(abs(try study.number(name) - expected) <= 5.1e-7, "\(name)")
    }
    #expect(study.tables.map(\.rows.count) == [8, 8])
    let shown = study.tables.flatMap(\.rows).map { $0.map(\.text) }
    #expect(shown[5] == ["random", "mean", "0.816"])
    #expect(shown[7] == ["random", "pooled", "0.807"])
    #expect(shown.count == 16)
    let areas = study.tables.flatMap { Self.numbers($0, 2).prefix(5) }
    for (found, expected) in zip(
      areas,
      [0.9128, 0.7639, 0.7508, 0.9079, 0.7469, 0.8333, 0.8033, 0.7342, 0.8008, 0.7175])
    {
      #expect(abs(found - expected) < 5.1e-5)
    }
  }

  @Test func collinearityByLayer() throws {
    let study = try StudyHarness(
      Self.read + """
        collinear = collinearity of factors at places
        all = vif of collinear
        b = vif of collinear.cprof
        c = tolerance of collinear.log10_carea
        d = correlation of collinear between slope and elev
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    for (name, expected) in [("b", 1.581869), ("c", 0.488444), ("d", 0.214130)] {
      #expect(abs(try study.number(name) - expected) <= 5.1e-7, "\(name)")
    }
    let all: NumbersValue = try study.value("all")
    #expect(all.names == ["slope", "cplan", "cprof", "elev", "log10_carea"])
    let found: CollinearityValue = try study.value("collinear")
    #expect(found.display().rows[4][2].text == "2.05")
    #expect(found.display().rows[4][1].text == "0.488")
    #expect(abs(Self.numbers(found.display(), 2)[4] - 2.047317) < 5.1e-7)
    #expect(found.display().columns[3].name == "Correlation with: slope")
  }

  /// The map: quantiles of p, class table and success figures on the 95,796 mask cells.
  @Test func map() throws {
    let study = try StudyHarness(
      Self.read + """
        terrain = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea
        mask = read areas "study_mask.gpkg"
        inside = clip terrain to mask
        layers = stack of inside
        chance = prediction of glm over layers
        n = count of chance
        average = mean of chance
        q1 = quantile of chance at 20%
        q2 = quantile of chance at 40%
        q3 = quantile of chance at 60%
        q4 = quantile of chance at 80%
        zones = classify chance into "very low", low, moderate, high, "very high" by equal intervals
        halves = classify chance into low, high by quantiles
        steep = classify inside.slope into a, b, c, d, e, f at 10, 20, 30, 40, 50 degrees
        s = share of zones at "very low"
        high_area = area of zones at "very high" in km2
        per_km = density of places in zones at "very high"
        success = success rate of chance at places
        show areas of zones in km2, by mask as tbl-areas "Areas."
        show density of places in zones as tbl-density "Density."
        show density of places in steep as tbl-steep "Slope."
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    for (name, expected) in [
      ("n", 95_796), ("average", 0.359328), ("q1", 0.128236), ("q2", 0.256240),
      ("q3", 0.397638), ("q4", 0.578261), ("s", 0.313813), ("high_area", 0.5063),
      ("success", 0.807925), ("per_km", 104.6810),
    ] {
      let tolerance = name == "per_km" ? 5.1e-5 : 5.1e-7
      #expect(abs(try study.number(name) - expected) <= tolerance, "\(name)")
    }
    let zones: ZonesValue = try study.value("zones")
    #expect(zones.cells == [30062, 27710, 20723, 12238, 5063])
    let halves: ZonesValue = try study.value("halves")
    #expect(halves.cells == [47_898, 47_898])
    let steep: ZonesValue = try study.value("steep")
    #expect(steep.cells == [1236, 6720, 18582, 33112, 28237, 7909])
    let areas = study.tables[0]
    #expect(areas.rows.count == 6 && areas.totals == [5] && areas.grouping == 1)
    #expect(Self.numbers(areas, 3).reduce(0, +) == 2 * Self.numbers(areas, 3)[5])
    let density = study.tables[1]
    #expect(density.totals == [5])
    #expect(Self.numbers(density, 3) == [10, 14, 37, 61, 53, 175])
    for (column, expected) in [
      (5, [0.1821, 0.2766, 0.9774, 2.7285, 5.7303, 1]),
      (6, [3.3265, 5.0523, 17.8546, 49.8447, 104.6810, 18.2680]),
    ] {
      for (found, expected) in zip(Self.numbers(density, column), expected) {
        #expect(abs(found - expected) <= 5.1e-5)
      }
    }
    let slopes = Self.numbers(study.tables[2], 5)
    for (found, expected) in zip(slopes, [0, 0, 0.2357, 0.6613, 1.6284, 2.9762, 1]) {
      #expect(abs(found - expected) <= 5.1e-5)
    }
  }

  /// The numbers of a column, not a number where a cell has none.
  private static func numbers(_ table: DisplayTable, _ column: Int) -> [Double] {
    table.rows.map { row in
      guard case .number(let number, _) = row[column] else { return .nan }
      return number
    }
  }
}
