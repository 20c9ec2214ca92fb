import Learning
import ReferenceData
import Testing

/// Association of the layers of ecuador-lsl with the label, against SciPy 1.17.1.
@Suite struct AssociationTests {
  /// scipy.stats.pearsonr(x, y), .spearmanr(x, y): statistic and p; numpy.corrcoef(x > x.median(), y)
  /// and scipy.stats.chi2_contingency(pandas.crosstab(x > x.median(), y), correction=False).pvalue.
  static let expected: [(String, [Double])] = [
    (
      "slope",
      [
        0.3663104078214252, 1.4840050092038499e-12, 0.36776186561985397, 1.1932584379121676e-12,
        0.3028571428571429, 1.4622211400621462e-08,
      ]
    ),
    (
      "cplan",
      [
        -0.31137639904381476, 2.630798305316479e-09, -0.34870215801295035, 1.918178461376851e-11,
        -0.3028571428571429, 1.4622211400621462e-08,
      ]
    ),
    (
      "cprof",
      [
        -0.08580256673310564, 0.10905988270128956, -0.1787483854350709, 0.0007816658330871768,
        -0.14285714285714288, 0.007526315166457882,
      ]
    ),
    (
      "elev",
      [
        0.1503180234307109, 0.004829941668222453, 0.18197213419944333, 0.0006243430584006974,
        0.16571428571428573, 0.0019337015733156596,
      ]
    ),
    (
      "log10_carea",
      [
        -0.07349878290675456, 0.17007164650477485, -0.055454134446792286, 0.30088527485455546,
        -0.08571428571428573, 0.10880943004054605,
      ]
    ),
  ]

  @Test(arguments: expected.indices) func correlations(index: Int) throws {
    let table = try ReferenceTable("ecuador-lsl/lsl.csv")
    let (name, numbers) = Self.expected[index]
    let (x, y) = (try table.column(name), try table.column("lslpts"))
    let median = x.sorted()[174...175].reduce(0, +) / 2
    let found = [
      AssociationMeasure.pearson(x, y), .spearman(x, y), .phi(x.map { $0 > median }, y),
    ].flatMap { [$0.value, $0.p] }
    for (a, b) in zip(found, numbers) {
      #expect(abs(a - b) <= 1e-10 * abs(b), "\(name): \(a) for \(b)")
    }
  }

  /// t = pandas.crosstab(soil, scarp) of landse-pixel; scipy.stats.contingency.association(t,
  /// method='cramer'), and Bergsma's formula on its χ².
  @Test func cramersV() throws {
    let table = try ReferenceTable("landse-pixel/pixels.csv")
    let (soil, label) = (try table.column("soil"), try table.column("scarp"))
    let found = AssociationMeasure.cramer(soil.map { Int32($0) - 1 }, label)
    #expect(abs(found.value - 0.45895961895796183) < 1e-14)
    #expect(abs((found.unbiased ?? 0) - 0.45890985610448165) < 1e-14)
    #expect(found.p == 0)
    // Codes that do not occur change nothing.
    let spread = AssociationMeasure.cramer(soil.map { Int32($0) * 7 }, label)
    #expect(spread == found)
  }

  @Test func whatDoesNotVaryGoesWithNothing() {
    let labels: [Double] = [0, 1, 1, 0]
    for measure in [
      AssociationMeasure.pearson([2, 2, 2, 2], labels), .spearman([2, 2, 2, 2], labels),
      .phi([true, true, true, true], labels), .cramer([3, 3, 3, 3], labels),
      .phi([true, false, true, true], [1, 1, 1, 1]),
    ] {
      #expect(measure.value.isNaN && measure.p.isNaN)
    }
  }

  @Test func aPerfectLayerIsOne() {
    let labels: [Double] = [0, 1, 1, 0, 1]
    for measure in [
      AssociationMeasure.pearson(labels, labels), .spearman(labels, labels),
      .phi(labels.map { $0 == 1 }, labels), .cramer(labels.map { Int32($0) }, labels),
    ] {
      #expect(abs(measure.value - 1) < 1e-15, "\(measure)")
    }
    #expect(AssociationMeasure.pearson(labels, labels).p < 1e-12)
  }
}
