import Foundation
import Learning
import Numerics
import Testing
import Vocabulary

/// What holds for trees and forests whatever the data.
@Suite struct ForestTests {
  private let random = RandomStream(seed: 7, name: "forest", purpose: "trees")

  private func samples(_ columns: [[Double]], _ labels: [Double]) throws -> SampleMatrix {
    try SampleMatrix(
      names: columns.indices.map { "c\($0)" }, columns: columns, labels: labels)
  }

  private func noise(_ count: Int, seed: UInt64 = 3) -> [Double] {
    var stream = RandomStream(seed: seed, name: "data", purpose: "test")
    return (0..<count).map { _ in stream.uniform() }
  }

  /// The least impurity that one question about a column can leave, by trying all of them.
  private func best(
    _ values: [Double], _ labels: [Double], leaf: Int
  ) -> (decrease: Double, threshold: Float)? {
    let pairs = zip(values.map { Float($0) }, labels).sorted { $0.0 < $1.0 }
    let (n, all) = (Double(pairs.count), labels.reduce(0, +))
    var found: (decrease: Double, threshold: Float)?
    var ones = 0.0
    for i in 0..<(pairs.count - 1) {
      ones += pairs[i].1
      let left = Double(i + 1)
      guard pairs[i].0 < pairs[i + 1].0, i + 1 >= leaf, pairs.count - i - 1 >= leaf else {
        continue
      }
      let d = n * ones - all * left
      let decrease = 2 * d * d / (n * left * (n - left))
      if decrease > found?.decrease ?? -1 {
        found = (decrease, Float(0.5 * (Double(pairs[i].0) + Double(pairs[i + 1].0))))
      }
    }
    return found
  }

  /// Thousands of values in 256 bins: the best question lies inside one of them as a rule.
  @Test(arguments: [1, 4, 900]) func exactSplitsAreTheBestOfAll(leaf: Int) throws {
    for seed in 1...12 {
      let x = noise(2000, seed: UInt64(seed))
      let chance = noise(2000, seed: UInt64(seed + 100))
      // A step, a weak trend and pure noise.
      let labels = zip(x, chance).map { x, u in
        switch seed % 3 {
        case 0: (x > 0.7137 ? 0.8 : 0.3) > u ? 1.0 : 0
        case 1: 0.4 + 0.2 * x > u ? 1.0 : 0
        default: u > 0.5 ? 1.0 : 0
        }
      }
      let expected = try #require(best(x, labels, leaf: leaf))
      let model = try RandomForest.decisionTree(depth: 1, leaf: leaf).fit(
        samples([x], labels), random: random)
      guard case .question(0, let threshold, 2) = model.nodes(ofTree: 0)[0] else {
        Issue.record("\(model.nodes(ofTree: 0))")
        continue
      }
      #expect(threshold == expected.threshold, "seed \(seed)")
    }
  }

  @Test func binsThatHoldOneValueEachAreExact() throws {
    let columns = (0..<4).map { column in
      noise(3000, seed: UInt64(column)).map { ($0 * 200).rounded() }
    }
    let chance = noise(3000, seed: 9)
    let labels = (0..<3000).map { columns[0][$0] + columns[1][$0] > 380 * chance[$0] ? 1.0 : 0 }
    let data = try samples(columns, labels)
    let exact = try RandomForest(trees: 5).fit(data, random: random)
    let histogram = try RandomForest(trees: 5, splits: .histogram).fit(data, random: random)
    for tree in 0..<5 {
      #expect(exact.nodes(ofTree: tree).count == histogram.nodes(ofTree: tree).count)
    }
    #expect(exact.importance == histogram.importance)
    let coarse = try RandomForest(trees: 5, splits: .histogram, bins: 4).fit(data, random: random)
    var thresholds: Set<Float> = []
    for node in (0..<5).flatMap({ coarse.nodes(ofTree: $0) }) {
      if case .question(0, let threshold, _) = node { thresholds.insert(threshold) }
    }
    #expect(thresholds.count == 3)
  }

  /// No single question lowers the impurity of an exclusive or.
  @Test func exclusiveOrIsLearned() throws {
    let columns: [[Double]] = [[0, 0, 1, 1], [0, 1, 0, 1]]
    let data = try samples(columns, [0, 1, 1, 0])
    let model = try RandomForest.decisionTree().fit(data, random: random)
    #expect(model.nodeCount == 7)
    #expect(model.probabilities(for: data.features) == [0, 1, 1, 0])
  }

  @Test func oneQuestionSeparates() throws {
    let data = try samples([[5, 5, 5, 5], [1, 2, 4, 9]], [0, 0, 1, 1])
    let model = try RandomForest.decisionTree().fit(data, random: random)
    #expect(
      model.nodes(ofTree: 0) == [
        .question(column: 1, threshold: 3, right: 2), .leaf(0), .leaf(1),
      ])
    #expect(model.importance == [0, 1])
    let found = model.probabilities(
      for: Matrix(
        rows: 5, columns: 2, columnMajor: [0, 0, 0, .nan, 0, 3, 3.0000003, .nan, 1, -1e300]))
    #expect(found[0] == 0 && found[1] == 1 && found[4] == 0)
    #expect(found[2].isNaN && found[3].isNaN)
  }

  @Test func neighbouringNumbersAreToldApart() throws {
    let (low, high) = (Float(0.1), Float(0.1).nextUp)
    let data = try samples([[Double(low), Double(high)]], [1, 0])
    let model = try RandomForest.decisionTree().fit(data, random: random)
    #expect(model.probabilities(for: data.features) == [1, 0])
    let huge = try samples([[-1e300, -3e38, 3e38, 1e300]], [1, 0, 0, 1])
    let far = try RandomForest.decisionTree().fit(huge, random: random)
    #expect(far.probabilities(for: huge.features) == [1, 0, 0, 1])
  }

  /// What no question can tell apart is a leaf with its share.
  @Test func equalPlacesShareALeaf() throws {
    let data = try samples([[3, 3, 3, 3, 8]], [0, 1, 1, 1, 0])
    let tree = try RandomForest.decisionTree().fit(data, random: random)
    #expect(tree.probabilities(for: data.features) == [0.75, 0.75, 0.75, 0.75, 0])
    let constant = try samples([[3, 3, 3, 3], [-0.0, 0, 0, -0.0]], [0, 1, 1, 1])
    let leaf = try RandomForest.decisionTree().fit(constant, random: random)
    #expect(leaf.nodes(ofTree: 0) == [.leaf(0.75)])
    #expect(leaf.importance == [0, 0])
    let forest = try RandomForest(trees: 50).fit(constant, random: random)
    #expect(forest.nodeCount == 50)
    #expect(Set(forest.probabilities(for: constant.features)).count == 1)
  }

  @Test func limitsAreKept() throws {
    let x = noise(400)
    let labels = noise(400, seed: 4).map { $0 > 0.5 ? 1.0 : 0 }
    let data = try samples([x, noise(400, seed: 5)], labels)
    let shallow = try RandomForest.decisionTree(depth: 3).fit(data, random: random)
    #expect(shallow.nodeCount <= 15)
    let broad = try RandomForest.decisionTree(leaf: 401).fit(data, random: random)
    #expect(broad.nodes(ofTree: 0) == [.leaf(Float(labels.reduce(0, +) / 400))])
    let medium = try RandomForest.decisionTree(leaf: 30).fit(data, random: random)
    let shares = medium.probabilities(for: data.features)
    var members: [Double: Int] = [:]
    for share in shares { members[share, default: 0] += 1 }
    #expect(members.count > 3 && members.values.allSatisfy { $0 >= 30 })
  }

  @Test func threadsChangeNothing() throws {
    let columns = (0..<7).map { noise(5000, seed: UInt64($0)) }
    let labels = (0..<5000).map { columns[0][$0] + columns[1][$0] > 1 ? 1.0 : 0 }
    let data = try samples(columns, labels)
    let one = try RandomForest(trees: 9, rows: 0.4).fit(data, random: random, threads: 1)
    for threads in [2, 5, 16] {
      #expect(
        try RandomForest(trees: 9, rows: 0.4).fit(data, random: random, threads: threads) == one)
    }
    let other = RandomStream(seed: 8, name: "forest", purpose: "trees")
    #expect(try RandomForest(trees: 9, rows: 0.4).fit(data, random: other, threads: 1) != one)
    // A forest with more trees begins with the same ones.
    let more = try RandomForest(trees: 10, rows: 0.4).fit(data, random: random)
    #expect((0..<9).allSatisfy { more.nodes(ofTree: $0) == one.nodes(ofTree: $0) })
    let again = try JSONDecoder().decode(ForestModel.self, from: JSONEncoder().encode(one))
    #expect(again == one)
    #expect(again.probabilities(for: data.features) == one.probabilities(for: data.features))
  }

  /// Of n places drawn n times with replacement a share of (1 − 1/n)ⁿ is left out of each tree.
  @Test func drawsAreEven() throws {
    let n = 300
    let data = try samples([noise(n)], (0..<n).map { Double($0 % 2) })
    var leftOut = 0.0
    for seed in 0..<200 {
      let stream = RandomStream(seed: UInt64(seed), name: "a", purpose: "trees")
      let model = try RandomForest(trees: 1, depth: 1).fit(data, random: stream)
      leftOut += Double(try #require(model.outOfBag).labels.numbers.count)
    }
    #expect(abs(leftOut / 200 / Double(n) - 0.36727) < 0.005)
  }

  /// 40 columns, of which one tells something: it is found though six are tried at each split.
  @Test func manyColumns() throws {
    let n = 600
    var columns = (0..<40).map { noise(n, seed: UInt64($0)) }
    let labels = columns[33].map { $0 > 0.4 ? 1.0 : 0 }
    columns[12] = [Double](repeating: 1, count: n)
    let model = try RandomForest(trees: 60).fit(samples(columns, labels), random: random)
    #expect(model.importance[33] > 0.3 && model.importance[12] == 0)
    let outOfBag = try #require(model.outOfBag)
    #expect(outOfBag.accuracy > 0.95)
  }

  @Test func faults() throws {
    #expect(throws: LearningError.oneClass(label: 1, rows: 2)) {
      try RandomForest(trees: 2).fit(samples([[1, 2]], [1, 1]), random: random)
    }
    #expect(throws: LearningError.noLabels) {
      try RandomForest(trees: 2).fit(
        SampleMatrix(names: ["a"], columns: [[1, 2]]), random: random)
    }
  }
}
