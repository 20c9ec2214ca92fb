import Evaluation
import Learning
import Rasters
import StudyHarness
import Testing
import Vocabulary

/// Classes of layers that are columns of a table, of dummies and of classes that other words made.
@Suite struct ClassTableTests {
  static let read = """
    pixels = read places "pixels.csv" with dem in m, slope in degrees, soil, label scarp, folds fold_spatial, at x, y
    raw = stack of pixels.slope, pixels.soil as dummies
    binned = bin raw
      slope at 5, 15, 25 degrees

    """

  /// pandas.crosstab(pandas.cut(slope, [-inf, 5, 15, 25, inf], right=False), scarp) and its shares
  /// (pandas 3.1.1): the places stand for the cells, which a warning says.
  @Test func sharesOfPlaces() throws {
    let study = try StudyHarness(
      Self.read + """
        fr = frequency ratio of binned given pixels
        v = association of binned with label, at pixels, by cramer
        phi = association of raw with label, at pixels, by phi, cut at 25
        """, data: "landse-pixel")
    #expect(study.codes == ["W237"])
    let fr: RatiosValue = try study.value("fr")
    #expect(fr.counts.areOfPlaces && fr.counts.cells == 82_964)
    #expect(fr.counts.layers[0].landslides == [129, 1766, 4905, 31673])
    #expect(fr.counts.layers[0].cells == [2727, 7474, 13620, 59143])
    #expect(fr.counts.layers[1].labels == ["1", "2", "3", "4", "5"])
    #expect(fr.counts.layers[1].cells == [32146, 21329, 26062, 3106, 321])
    for (found, expected) in zip(
      fr.numbers(ofLayer: 0),
      [0.10200893247123688, 0.5095317324631801, 0.7765966887242051, 1.1548337854403303])
    {
      #expect(abs(found - expected) < 1e-13)
    }
    #expect(fr.display().columns[2].title == "Places")
    // scipy.stats.contingency.association(crosstab, method='cramer')
    let v: AssociationValue = try study.value("v")
    #expect(v.names == ["slope", "soil"])
    #expect(abs(v.measures[0].value - 0.25203981997234237) < 1e-14)
    #expect(abs((v.measures[0].unbiased ?? 0) - 0.25196959224972093) < 1e-14)
    #expect(abs(v.measures[1].value - 0.45895961895796183) < 1e-14)
    // numpy.corrcoef(soil == 3, scarp)
    let phi: AssociationValue = try study.value("phi")
    #expect(phi.names == ["slope", "soil_1", "soil_2", "soil_3", "soil_4", "soil_5"])
    #expect(abs(phi.measures[3].value - 0.4565834513485568) < 1e-14)
    #expect(phi.member("soil_3") is NumberValue && phi.member("soil") is NumbersValue)
    #expect(phi.display().rows[3][3].text == "" && phi.display().rows[0][3].text == "25")
  }

  /// A layer as dummies becomes one column of its ratios.
  @Test func dummiesAreRecodedAsOne() throws {
    let study = try StudyHarness(
      Self.read + """
        fr = frequency ratio of binned given pixels
        recoded = recode binned by fr
        n = count of recoded
        glm = fit logistic regression on pixels, reading recoded
        frm = fit frequency ratio on pixels, reading binned
        woe = fit weights of evidence on pixels, reading binned
        a = auc of glm on pixels
        b = auc of woe on pixels
        c = auc of frm on pixels
        """, data: "landse-pixel")
    #expect(try study.number("n") == 2)
    // statsmodels 0.15.0 Logit and sklearn.metrics.roc_auc_score on the ratios of both columns,
    // and roc_auc_score of the sums of weights and of ratios.
    for (name, expected) in [
      ("a", 0.7640253489461603), ("b", 0.7667400740211566), ("c", 0.7640253489461603),
    ] {
      #expect(abs(try study.number(name) - expected) < 1e-9, "\(name)")
    }
    let model: LogisticValue = try study.value("glm")
    #expect(model.featureNames == ["slope", "soil"])
    #expect(!model.display().notes.contains { $0.contains("compared with class") })
  }

  @Test func classesOfOtherWordsKeepTheirNames() throws {
    let study = try StudyHarness(
      """
      places = read places "lsl.csv" with slope in degrees, label lslpts, at x, y, crs "EPSG:32717"
      dem = read raster "dem.tif" in m
      facing = aspect of dem into 8 sectors
      aspect = aspect of dem in degrees
      raw = stack of facing, aspect
      binned = bin raw
        aspect into 8 sectors and flat
      fr = frequency ratio of binned given places
      """, data: "ecuador-lsl")
    #expect(study.codes == [])
    #expect(study.warnings.count { $0.hasPrefix("W238") } == 1)
    let fr: RatiosValue = try study.value("fr")
    let (own, cut) = (fr.counts.layers[0], fr.counts.layers[1])
    let names = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]
    #expect(own.labels.suffix(8) == names[...])
    #expect(cut.labels == names + ["flat"])
    #expect(own.cells.suffix(8) == cut.cells.prefix(8))
    #expect(own.landslides.suffix(8) == cut.landslides.prefix(8))
    #expect(cut.cells[8] == 0)
  }

  @Test(arguments: [
    ("x = bin raw\n  slope into 4 quantiles", ["E282"]),
    ("x = bin raw\n  slope into 1 quantiles", ["E287"]),
    ("x = bin raw, learned from pixels\n  slope into 4 quantiles", []),
    ("x = association of raw with label, at pixels, by phi", ["E282"]),
    ("x = association of raw with label, at pixels, by spearman, cut at 3", ["E282"]),
    ("x = association of raw with label, at pixels, by cramer", ["E286"]),
    ("x = fit frequency ratio on pixels, reading raw", ["E286", "W237"]),
    ("x = fit weights of evidence on pixels, reading binned\n  prior 1", ["E282"]),
    ("x = weights of evidence of raw given pixels", ["E286"]),
  ])
  func mistakes(text: String, codes: [String]) throws {
    let study = try StudyHarness(Self.read + text + "\n", data: "landse-pixel")
    #expect(study.codes == codes)
  }

  @Test func tooFewValuesForQuantiles() throws {
    #expect(throws: LearningError.tooFewDistinctValues(layer: "soil", classes: 30)) {
      _ = try StudyHarness(
        """
        pixels = read places "pixels.csv" with soil, label scarp, at x, y
        raw = stack of pixels.soil
        x = bin raw, learned from pixels
          soil into 30 quantiles
        """, data: "landse-pixel")
    }
  }
}
