import Learning
import Numerics
import ReferenceData
import Testing

@Suite struct PreparationTests {
  @Test func incompletePlacesAreCounted() throws {
    let samples = try SampleMatrix(
      names: ["a", "b"], columns: [[1, .nan, 3, 4], [5, 6, 7, .nan]], labels: [0, 1, 1, 0])
    #expect(samples.rows == [0, 2])
    #expect(samples.missing == 2)
    #expect(samples.features.elements == [1, 3, 5, 7])
    #expect(samples.labels == [0, 1])
    let second = samples.selecting([1])
    #expect(second.rows == [2] && second.features.elements == [3, 7] && second.labels == [1])
  }

  /// Reference values by scikit-learn 1.9.1 and pandas:
  /// `StandardScaler().fit_transform(X)[0]`, `((X - X.mean()) / X.std()).values[0]` and
  /// `(0.1 + (X - X.min()) / (X.max() - X.min()) * 0.8).values[0]`.
  @Test func scalingAgreesWithScikitLearn() throws {
    let samples = try ecuador()
    func first(_ method: Scaling.Method) throws -> [Double] {
      let scaled = try Scaling(method, learnedFrom: samples).applied(to: samples)
      return ecuadorNames.indices.map { scaled.features[0, $0] }
    }
    expect(
      try first(.standardScore(.population)),
      [
        -0.713007613442912, 0.723527214691567, 0.255777447033062, 0.322506726792794,
        -0.114110084569168,
      ], within: 1e-12)
    expect(
      try first(.standardScore(.sample)),
      [
        -0.711988302537975, 0.722492865035197, 0.255411789309242, 0.322045673337911,
        -0.11394695355714,
      ], within: 1e-12)
    expect(
      try first(.minMax(to: 0.1...0.9)),
      [
        0.492269447594999, 0.581556420727087, 0.730619982081604, 0.514580235720762,
        0.32240773790488,
      ], within: 1e-13)
  }

  @Test func scalingIsLearnedApartFromItsUse() throws {
    let train = try SampleMatrix(names: ["a"], columns: [[0, 10]])
    let test = try SampleMatrix(names: ["a"], columns: [[20, -10]])
    let scaling = try Scaling(.minMax(to: 0...1), learnedFrom: train)
    #expect(try scaling.applied(to: test).features.elements == [2, -1])
    let other = try SampleMatrix(names: ["b"], columns: [[1]])
    #expect(throws: LearningError.otherColumns(expected: ["a"], found: ["b"])) {
      try scaling.applied(to: other)
    }
    #expect(throws: LearningError.constantColumn(name: "a")) {
      try Scaling(.minMax(to: 0...1), learnedFrom: train.selecting([0, 0]))
    }
    #expect(throws: LearningError.tooFewRows(rows: 1, needed: 2)) {
      try Scaling(.standardScore(.sample), learnedFrom: train.selecting([0]))
    }
  }

  /// Figures of ecuador-lsl/README.md, to the digits given.
  @Test func collinearityOfEcuador() throws {
    let found = try Collinearity(of: ecuador(), using: PlainAlgebra())
    let tolerance = [0.914635, 0.654076, 0.632164, 0.894652, 0.488444]
    let inflation = [1.093333, 1.528875, 1.581869, 1.117752, 2.047317]
    for (a, b) in zip(found.tolerance, tolerance) { #expect(abs(a - b) <= 5.1e-7) }
    for (a, b) in zip(found.inflation, inflation) { #expect(abs(a - b) <= 5.1e-7) }
    let correlations = [
      -0.120173, 0.036973, 0.214130, -0.109619, 0.408884, -0.001070, -0.544776, 0.035419,
      -0.591902, -0.219304,
    ]
    let pairs = (0..<5).flatMap { i in (i + 1..<max(5, i + 1)).map { (i, $0) } }
    for ((i, j), r) in zip(pairs, correlations) {
      #expect(abs(found.pearson[i, j] - r) <= 5.1e-7)
      #expect(found.pearson[i, j] == found.pearson[j, i])
    }
    #expect(abs(found.highestInflation - 2.047317) < 5.1e-7)
  }

  /// Figures of ecuador-751/README.md, to the digits given.
  @Test func collinearityOfEcuador751() throws {
    let table = try ReferenceTable("ecuador-751/ecuador.csv")
    let names = [
      "dem", "slope", "hcurv", "vcurv", "log10_carea", "cslope", "distroad", "distdeforest",
      "distslidespast",
    ]
    let samples = try SampleMatrix(names: names, columns: table.columns(names))
    let found = try Collinearity(of: samples, using: PlainAlgebra())
    let inflation = [
      2.292597, 1.644775, 1.058387, 1.091905, 1.178027, 1.753289, 1.585508, 2.373887, 1.129830,
    ]
    for (a, b) in zip(found.inflation, inflation) { #expect(abs(a - b) <= 5.1e-7) }
  }

  /// All dummies of a class column sum to one.
  @Test func dependentColumnsAreNamed() throws {
    let soil = [0, 1, 2, 0, 1, 2, 1, 2]
    let dummies = (0..<3).map { k in soil.map { $0 == k ? 1.0 : 0 } }
    let samples = try SampleMatrix(
      names: ["slope", "soil0", "soil1", "soil2"], columns: [[3, 1, 4, 1, 5, 9, 2, 6]] + dummies)
    #expect(throws: LearningError.dependentColumns(names: ["soil0", "soil1", "soil2"])) {
      try Collinearity(of: samples, using: PlainAlgebra())
    }
  }
}
