import Learning
import Numerics
import ReferenceData
import Testing
import Vocabulary

/// Trees and forests against scikit-learn 1.9.1 on the 350 points of ecuador-lsl.
@Suite struct ForestReferenceTests {
  private let random = RandomStream(seed: 1, name: "forest", purpose: "trees")

  /// With X and y the table's five columns and its label.
  ///
  ///     t = DecisionTreeClassifier(max_depth=3, min_samples_leaf=10, random_state=1).fit(X, y).tree_
  ///     t.feature, np.float32(t.threshold), t.children_right, t.value[:, 0, 1]
  @Test func aTreeAsksTheSameQuestions() throws {
    let model = try RandomForest.decisionTree(depth: 3, leaf: 10).fit(ecuador(), random: random)
    let expected: [ForestModel.Node] = [
      .question(column: 0, threshold: 34.661015, right: 6),
      .question(column: 1, threshold: -0.071470305, right: 3),
      .leaf(0.6),
      .question(column: 2, threshold: 0.00908741, right: 5),
      .leaf(0.05263157894736842),
      .leaf(0.35294117647058826),
      .question(column: 1, threshold: -0.020021878, right: 10),
      .question(column: 3, threshold: 2622.175, right: 9),
      .leaf(0.9078947368421053),
      .leaf(0.5384615384615384),
      .question(column: 3, threshold: 2214.0703, right: 12),
      .leaf(0.16666666666666666),
      .leaf(0.5703703703703704),
    ]
    #expect(model.nodes(ofTree: 0) == expected)
    expect(
      model.importance,
      [0.3822356374922506, 0.35276360111059885, 0.039530017534635926, 0.22547074386251473, 0],
      within: 1e-12)
    #expect(model.outOfBag == nil)
  }

  /// `DecisionTreeClassifier(min_samples_leaf=7)` has 51 nodes for each random_state, and
  /// `DecisionTreeClassifier()` 127 or 131, as equally good questions come.
  @Test func deepTrees() throws {
    let samples = try ecuador()
    let pruned = try RandomForest.decisionTree(leaf: 7).fit(samples, random: random)
    #expect(pruned.nodeCount == 51)
    expect(
      Array(pruned.probabilities(for: samples.features).prefix(8)),
      [0, 0.42857142857142855, 0, 0, 0, 0, 0.5, 0.3076923076923077], within: 1e-7)
    expect(
      pruned.importance,
      [
        0.288820485989862, 0.2504183775137328, 0.0816495728311829, 0.28323649267990714,
        0.0958750709853153,
      ], within: 1e-9)
    let full = try RandomForest.decisionTree().fit(samples, random: random)
    #expect((120...138).contains(full.nodeCount))
    #expect(try full.probabilities(for: samples.features) == samples.binaryLabels())
  }

  /// Means over `RandomForestClassifier(500, random_state=seed, oob_score=True)`, seed 0...19, with
  /// their standard deviations: importances 0.002 to 0.003, out-of-bag error 0.2124 (0.008), area
  /// under the curve of oob_decision_function_ 0.8520 (0.0017).
  @Test(arguments: RandomForest.Splits.allCases)
  func aForestWeighsAndErrsTheSame(splits: RandomForest.Splits) throws {
    let samples = try ecuador()
    let model = try RandomForest(splits: splits).fit(samples, random: random)
    for (found, expected) in zip(
      model.importance, [0.24533171, 0.21714272, 0.14919999, 0.24670225, 0.14162333])
    {
      #expect(abs(found - expected) < 0.012, "\(found) is not \(expected)")
    }
    #expect(abs(model.importance.reduce(0, +) - 1) < 1e-12)
    let outOfBag = try #require(model.outOfBag)
    #expect(outOfBag.labels.numbers == samples.labels)
    #expect(abs(1 - outOfBag.accuracy - 0.2124) < 0.03)
    // In the mean out of bag is what was held out, and not what was learned.
    let fitted = model.probabilities(for: samples.features)
    #expect(zip(fitted, try samples.binaryLabels()).allSatisfy { ($0 > 0.5) == ($1 == 1) })
  }
}
