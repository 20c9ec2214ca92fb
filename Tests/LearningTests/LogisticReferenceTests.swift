import Learning
import Numerics
import ReferenceData
import Testing

/// Reference values by statsmodels 0.15.0, unless said otherwise.
///
///     r = sm.Logit(y, sm.add_constant(X)).fit(method='newton', tol=1e-14, maxiter=200)
///     r.params, r.bse, r.tvalues, r.pvalues, r.llf, r.llnull, r.aic
@Suite struct LogisticReferenceTests {
  @Test func ecuadorAllPoints() throws {
    let model = try LogisticRegression().fit(ecuador(), using: PlainAlgebra())
    #expect(model.terms.map(\.name) == ["intercept"] + ecuadorNames)
    expect(
      model.terms.map(\.estimate),
      [
        2.51136423928848, 0.0790106434926018, -28.9419625276429, -17.5636004909222,
        0.000178923754180219, -2.27487753521739,
      ], within: 1e-12)
    expect(
      model.terms.compactMap(\.standardError),
      [
        2.03476360135373, 0.0150573153903285, 4.74676885631798, 10.8311871154756,
        0.00054923636120875, 0.484867202740945,
      ], within: 1e-11)
    expect(
      model.terms.compactMap(\.z),
      [
        1.23422899722487, 5.24732606340645, -6.09719230147913, -1.62157668440861,
        0.325768224424265, -4.69175378816622,
      ], within: 1e-11)
    expect(
      model.terms.compactMap(\.p),
      [
        0.217117585067061, 1.54322631484747e-07, 1.07947632817032e-09, 0.104894018259583,
        0.744599721612294, 2.70872989144771e-06,
      ], within: 1e-10)
    expect(
      [model.logLikelihood, model.nullLogLikelihood, try #require(model.aic)],
      [-186.416649154199, -242.601513195981, 384.833298308398], within: 1e-13)
    #expect(abs(model.pseudoRSquared - 0.231593213503141) < 1e-14)
    #expect(model.iterations <= 8)
    #expect(model.observations == 350 && model.positives == 175)
    #expect(abs(model.terms[1].oddsRatio - 1.0822158) < 1e-7)
    let first = model.probabilities(for: try ecuador().features).prefix(3)
    expect(Array(first), [0.19010372, 0.11718499, 0.09519486], within: 5e-8)
    #expect(
      first[0]
        == model.probability(of: [
          33.75185394, 0.02318044938, 0.0031930611, 2422.81,
          2.784319213,
        ]))
  }

  @Test func ecuador751() throws {
    let table = try ReferenceTable("ecuador-751/ecuador.csv")
    let six = ["dem", "slope", "hcurv", "vcurv", "log10_carea", "cslope"]
    let labels = try table.column("slides")
    let small = try SampleMatrix(names: six, columns: table.columns(six), labels: labels)
    let first = try LogisticRegression().fit(small, using: PlainAlgebra())
    expect(
      first.terms.map(\.estimate),
      [
        -2.742413599, 0.0004141693088, 0.03064714618, -2.454912748, -2.450525827, 0.5741844383,
        -0.01073028007,
      ], within: 2e-9)
    expect([try #require(first.aic)], [936.661764], within: 1e-9)
    expect(
      first.terms.compactMap(\.standardError),
      [
        0.956710294683238, 0.000274082777767378, 0.00924913189631268, 3.15575972237124,
        3.15553440006972, 0.178257737810478, 0.0119719288628206,
      ], within: 1e-9)
    let nine = six + ["distroad", "distdeforest", "distslidespast"]
    let large = try SampleMatrix(names: nine, columns: table.columns(nine), labels: labels)
    let second = try LogisticRegression().fit(large, using: PlainAlgebra())
    expect(
      second.terms.map(\.estimate),
      [
        -3.352727337, 0.001183650537, 0.03459390407, -4.602827734, -4.596906377, 0.626459288,
        -0.01859767317, 0.002016397159, -0.0007577822579, -0.02165908675,
      ], within: 1e-9)
    expect([second.logLikelihood], [-421.241160682441], within: 1e-12)
  }

  @Test func landsePixels() throws {
    let samples = try landse()
    let model = try LogisticRegression().fit(samples, using: PlainAlgebra())
    expect(
      model.terms.map(\.estimate),
      [
        -3.210609756, 0.004290026112, 0.04216021376, 0.05450203073, 2.128890812, 0.2940970616,
        -1.550023158,
      ], within: 2e-9)
    expect(
      model.terms.compactMap(\.standardError),
      [
        0.0407193794661543, 0.000120382259078764, 0.000692040565246235, 0.0195611476785435,
        0.0204037865461221, 0.0459678059474123, 0.223234475946025,
      ], within: 1e-10)
    expect([model.logLikelihood], [-45540.5671166801], within: 1e-13)
  }

  @Test func sameBytesForAnyNumberOfThreads() throws {
    let samples = try landse()
    ThreadLimit.set(1)
    let one = try LogisticRegression().fit(samples, using: PlainAlgebra())
    ThreadLimit.set(7)
    let seven = try LogisticRegression().fit(samples, using: PlainAlgebra())
    #expect(one == seven)
    #expect(one.probabilities(for: samples.features) == seven.probabilities(for: samples.features))
  }

  /// Reference values by scikit-learn 1.9.1; the coefficients are then divided by `S.scale_`.
  ///
  ///     S = StandardScaler().fit(X)
  ///     LogisticRegression(C=1/2.5, solver='newton-cholesky', tol=1e-14).fit(S.transform(X), y)
  @Test func ridge() throws {
    let model = try LogisticRegression(ridge: 2.5).fit(ecuador(), using: PlainAlgebra())
    expect(
      model.terms.map(\.estimate),
      [
        1.51239704632673, 0.0749780129828346, -25.4341844858422, -15.2312132279575,
        0.000256075091356971, -1.9142309669348,
      ], within: 1e-8)
    #expect(model.terms.allSatisfy { $0.standardError == nil && $0.z == nil && $0.p == nil })
    #expect(model.aic == nil && model.covariance == nil)
    #expect(model.logLikelihood < -186.416649)
  }
}
