import Evaluation
import Learning
import Rasters
import StudyHarness
import Testing
import Vocabulary

/// Classes, ratios and weights on the mask cells of ecuador-lsl.
///
/// Numbers that the data's README does not have come from NumPy 2.4.6 on the same cells: counts by
/// numpy.bincount(numpy.digitize(cells, limits)), ratios and weights by the formulas of the manual.
@Suite struct ClassStudyTests {
  static let read = """
    places = read places "lsl.csv" with slope in degrees, elev in m, cplan in rad/m, label lslpts, folds fold_random, fold_spatial, at x, y, crs "EPSG:32717"
    terrain = read bands "ta.tif" named slope in degrees, cplan in rad/m, cprof in rad/m, elev in m, log10_carea
    mask = read areas "study_mask.gpkg"
    inside = clip terrain to mask
    raw = stack of inside.slope, inside.elev, inside.cplan

    """
  static let bin = """
    binned = bin raw
      slope at 10, 20, 30, 40, 50 degrees
      elev at 1.8, 2, 2.2, 2.4 km
      cplan at -0.02, 0, 0.02

    """

  @Test func tableOfTheReadme() throws {
    let study = try StudyHarness(
      Self.read + Self.bin + """
        fr = frequency ratio of binned given places
        weights = weights of evidence of binned given places
        raised = weights of evidence of binned given places
          correction 0.5
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let fr: RatiosValue = try study.value("fr")
    #expect(fr.counts.cells == 95_796 && fr.counts.landslides == 175)
    #expect(fr.counts.layers[0].cells == [1236, 6720, 18582, 33112, 28237, 7909])
    #expect(fr.counts.layers[0].landslides == [0, 0, 8, 40, 84, 43])
    #expect(fr.counts.layers[1].cells == [749, 11071, 20804, 25689, 37483])
    #expect(fr.counts.layers[1].landslides == [1, 6, 9, 86, 73])
    #expect(fr.counts.layers[2].cells == [21883, 19789, 24461, 29663])
    #expect(fr.counts.layers[2].landslides == [84, 42, 26, 23])
    let rows = fr.display().rows.prefix(6).map { $0.map(\.text) }
    #expect(rows[0] == ["slope", "below 10", "1236", "1.29", "0", "0.00", "0.000", "–"])
    #expect(
      rows[3] == ["slope", "30 to 40", "33112", "34.57", "40", "22.86", "0.661", "−0.414"])
    #expect(fr.display().grouping == 1)
    let exact = fr.display().rows[3].suffix(2).map { cell -> Double in
      if case .number(let number, _) = cell { number } else { .nan }
    }
    #expect(abs(exact[0] - 0.6613) < 5.1e-5 && abs(exact[1] + 0.4136) < 5.1e-5)
    #expect(rows[5][1] == "from 50")
    let weights: WeightsValue = try study.value("weights")
    let shown = weights.display().rows.prefix(6).map { $0.suffix(5).map(\.text) }
    #expect(shown[0] == ["–", "0.013", "–", "–", "–"])
    #expect(shown[5].prefix(3) == ["1.094", "−0.196", "1.290"])
    let last = weights.weights(ofLayer: 0)[5]
    #expect(abs(last.positive - 1.0943) < 5.1e-5 && abs(last.negative + 0.1961) < 5.1e-5)
    #expect(abs(last.contrast - 1.2904) < 5.1e-5)
    #expect(weights.display().notes.contains { $0.hasPrefix("–:") })
    // weights(s, S, c, C, 0.5)
    let raised: WeightsValue = try study.value("raised")
    let found = raised.weights(ofLayer: 0).map(\.positive)
    for (a, b) in zip(
      found, [-1.515513064, -3.208390813, -1.391804585, -0.407481223, 0.488998778, 1.100066625])
    {
      #expect(abs(a - b) < 1e-9)
    }
  }

  /// What each class holds does not depend on threads, and the names of parts reach them.
  @Test func countsDoNotDependOnThreads() throws {
    let text =
      Self.read + Self.bin + """
        fr = frequency ratio of binned given places
        slope_alone = fr.slope
        """
    let first = try StudyHarness(text, data: "ecuador-lsl", threads: 1)
    let second = try StudyHarness(text, data: "ecuador-lsl", threads: 3)
    let (a, b): (RatiosValue, RatiosValue) = (try first.value("fr"), try second.value("fr"))
    #expect(a.counts == b.counts)
  }

  /// numpy.quantile(cells, [1/6, 2/6, …]), numpy.linspace(cells.min(), cells.max(), 5).
  @Test func quantilesAndEqualIntervals() throws {
    let study = try StudyHarness(
      Self.read + """
        more = stack of inside.log10_carea, inside.slope
        six = bin more
          log10_carea into 6 quantiles
          slope into 3 quantiles
        four = bin more
          log10_carea into 4 equal intervals
        halves = bin more, learned from places
          slope into 2 quantiles
        fr = frequency ratio of six given places
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let six: StackValue = try study.value("six")
    let four: StackValue = try study.value("four")
    let halves: StackValue = try study.value("halves")
    func limits(_ stack: StackValue, _ index: Int) -> [Double] {
      guard case .binned(let bins)? = stack.columns[index].steps.last,
        case .limits(let limits) = bins.rule
      else { return [] }
      return limits
    }
    for (found, expected) in [
      (limits(six, 0), [2.44415764, 2.62461034, 2.78849781, 2.98445352, 3.29763067]),
      (limits(four, 0), [2.93347883, 3.86695766, 4.8004365]),
      (limits(halves, 1), [41.79088402]),
    ] {
      #expect(found.count == expected.count)
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 5e-7, "\(a) for \(b)") }
    }
    let fr: RatiosValue = try study.value("fr")
    #expect(fr.counts.layers[0].cells == [15966, 15966, 15966, 15966, 15966, 15966])
    #expect(fr.counts.layers[1].cells == [31932, 31932, 31932])
  }

  /// Sums of the numbers over three layers, with sklearn.metrics.roc_auc_score and the success rate
  /// by numpy.
  @Test func models() throws {
    let study = try StudyHarness(
      Self.read + Self.bin + """
        frm = fit frequency ratio on places, reading binned
        si = fit statistical index on places, reading binned
          correction 0.5
        woe = fit weights of evidence on places, reading binned
          correction 0.5
        a = auc of frm on places
        b = auc of si on places
        c = auc of woe on places
        d = brier of woe on places
        frm_map = prediction of frm
        woe_map = prediction of woe
        e = mean of frm_map
        f = mean of woe_map
        show scores of frm, woe on places: auc, brier as tbl-scores "Scores."
        show report of frm on places, at 0.4 as tbl-report "At a stated limit."
        zones = classify frm_map into low, high by quantiles
        s = success rate of frm_map at places
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    for (name, expected) in [
      ("a", 0.8188897959183673), ("b", 0.8271510204081632), ("c", 0.8271510204081632),
      ("d", 0.16869860882684984), ("e", 0.37427407618497216), ("f", 0.360878996616588),
    ] {
      let tolerance = name == "e" || name == "f" ? 1e-8 : 1e-12
      #expect(abs(try study.number(name) - expected) < tolerance, "\(name)")
    }
    let scores = study.tables[0]
    #expect(scores.rows[0].map(\.text) == ["frm", "0.819", ""])
    #expect(scores.rows[1].map(\.text) == ["woe", "0.827", "0.169"])
    #expect(scores.notes.contains { $0.contains("index, not a probability") })
    #expect(study.tables[1].rows.count == 5)
    #expect(try study.number("s") > 0.75)
    let weights: ClassIndexValue = try study.value("woe")
    #expect(weights.model.prior == 0.5)
    let model: ClassIndexValue = try study.value("frm")
    #expect(abs(model.model.range.lowerBound - 0.6612583546509285) < 1e-12)
    #expect(abs(model.model.range.upperBound - 6.9099990347113565) < 1e-12)
  }

  @Test func anIndexHasNoBrierScore() throws {
    #expect {
      _ = try StudyHarness(
        Self.read + Self.bin + """
          frm = fit frequency ratio on places, reading binned
          a = brier of frm on places
          """, data: "ecuador-lsl")
    } throws: { error in
      (error as? any Fault)?.message
        == "Brier score undefined: the model gives an index, not a probability."
    }
  }

  @Test func aClassWithoutLandslidesNeedsACorrection() throws {
    #expect {
      _ = try StudyHarness(
        Self.read + Self.bin + "woe = fit weights of evidence on places, reading binned\n",
        data: "ecuador-lsl")
    } throws: { error in
      error as? LearningError
        == .infiniteNumber(layer: "slope", className: "below 10", what: "weight")
    }
  }

  /// Ratios and weights in place of classes, read where the models read them.
  @Test func recodedLayers() throws {
    let study = try StudyHarness(
      Self.read + Self.bin + """
        fr = frequency ratio of binned given places
        weights = weights of evidence of binned given places
          correction 0.5
        by_fr = recode binned by fr
        by_weights = recode binned by weights
        scaled = scale by_fr by min-max to 0..1, learned from places
        glm = fit logistic regression on places, reading scaled
        chance = prediction of glm
        again = prediction of glm over raw
        once = prediction of glm over binned
        woe = fit weights of evidence on places, reading binned
          correction 0.5
        n = count of chance
        a = mean of chance
        b = mean of again
        c = mean of once
        """, data: "ecuador-lsl")
    #expect(study.codes == [])
    let stack: StackValue = try study.value("by_fr")
    #expect(stack.columns.map(\.name) == ["slope", "elev", "cplan"])
    guard case .recoded(let numbers)? = stack.columns[0].steps.last else {
      Issue.record("not recoded")
      return
    }
    for (found, expected) in zip(
      numbers.numbers.numbers, [0, 0, 0.23567139, 0.66127774, 1.62843362, 2.97615953])
    {
      #expect(abs(found - expected) < 5e-9, "\(found) for \(expected)")
    }
    #expect(try study.number("n") == 95_796)
    #expect(try study.number("a") == study.number("b"))
    #expect(try study.number("a") == study.number("c"))
  }

  @Test func otherClassesAreNotRecoded() throws {
    let other = """
      others = bin raw
        slope at 15, 25 degrees
        elev at 2000 m
        cplan at 0
      fr = frequency ratio of binned given places

      """
    #expect(throws: LearningError.otherClasses(layer: "slope")) {
      _ = try StudyHarness(
        Self.read + Self.bin + other + "wrong = recode others by fr\n", data: "ecuador-lsl")
    }
    #expect(throws: LearningError.otherPreparation(layer: "slope")) {
      _ = try StudyHarness(
        Self.read + Self.bin + other + """
          recoded = recode binned by fr
          glm = fit logistic regression on places, reading recoded
          wrong = prediction of glm over others
          """, data: "ecuador-lsl")
    }
  }
}
