import Learning
import Numerics
import Testing

@Suite struct SplitTests {
  private func stream(_ name: String = "parts") -> RandomStream {
    RandomStream(seed: 42, name: name, purpose: "split")
  }

  @Test func sharesAreDividedByLargestRemainders() {
    #expect(largestRemainders(of: 10, shares: [0.7, 0.3]) == [7, 3])
    #expect(largestRemainders(of: 11, shares: [0.5, 0.25, 0.25]) == [5, 3, 3])
    #expect(largestRemainders(of: 2, shares: [1.0 / 3, 1.0 / 3, 1.0 / 3]) == [1, 1, 0])
    #expect(largestRemainders(of: 350, shares: [0.64, 0.16, 0.2]) == [224, 56, 70])
    #expect(largestRemainders(of: 175, shares: [0.7, 0.3]) == [123, 52])
    #expect(largestRemainders(of: 621, shares: [0.7, 0.3]) == [435, 186])
    #expect(largestRemainders(of: 0, shares: [0.5, 0.5]) == [0, 0])
  }

  @Test func randomSplitsRepeat() throws {
    var (a, b, c) = (stream(), stream(), stream("other"))
    let first = try Partition.random(of: 351, shares: [0.7, 0.3], stream: &a)
    #expect(first == (try Partition.random(of: 351, shares: [0.7, 0.3], stream: &b)))
    #expect(first != (try Partition.random(of: 351, shares: [0.7, 0.3], stream: &c)))
    #expect(first.sizes == [246, 105])
    #expect(first.rows(in: 0) == first.rows(outside: 1))
    #expect(Set(first.rows(in: 0) + first.rows(in: 1)).count == 351)
  }

  @Test func stratifiedSplitsKeepShares() throws {
    let labels = (0..<300).map { $0 % 3 == 0 ? 1.0 : 0 }
    var random = stream()
    let parts = try Partition.stratified(by: labels, shares: [0.64, 0.16, 0.2], stream: &random)
    let ones = (0..<3).map { part in parts.rows(in: part).filter { labels[$0] == 1 }.count }
    #expect(ones == [64, 16, 20])
    #expect(parts.sizes == [192, 48, 60])
  }

  @Test func foldsAreEven() throws {
    let labels = (0..<103).map { $0 < 21 ? 1.0 : 0 }
    var random = stream()
    let folds = try Partition.stratifiedFolds(by: labels, folds: 5, stream: &random)
    let ones = (0..<5).map { part in folds.rows(in: part).filter { labels[$0] == 1 }.count }
    #expect(folds.sizes.sorted() == [20, 20, 21, 21, 21])
    #expect(ones.sorted() == [4, 4, 4, 4, 5])
    let plain = try Partition.randomFolds(of: 7, folds: 3, stream: &random)
    #expect(plain.sizes.sorted() == [2, 2, 3])
    #expect(plain.names == ["1", "2", "3"])
  }

  @Test func blocksStayWhole() throws {
    var random = stream("places")
    let places = (0..<500).map { _ in
      SIMD2(random.uniform() * 10_000 - 2000, random.uniform() * 10_000)
    }
    let blocks = Partition.blockCount(of: places, side: 2000)
    #expect(blocks <= 25 && blocks >= 24)
    let parts = try Partition.blocks(of: places, side: 2000, shares: [0.7, 0.3], stream: &random)
    let folds = try Partition.blockFolds(of: places, side: 2000, folds: 5, stream: &random)
    for partition in [parts, folds] {
      var partOfBlock: [SIMD2<Double>: Int] = [:]
      for (place, part) in zip(places, partition.partOfRow) {
        let key = (place / 2000).rounded(.down)
        #expect(partOfBlock.updateValue(part, forKey: key) ?? part == part)
      }
    }
    #expect(abs(parts.sizes[0] - 350) <= 30)
    #expect(folds.sizes.allSatisfy { abs($0 - 100) <= 30 })
  }

  /// One square holds nearly all rows, yet no part stays empty.
  @Test func everyPartGetsABlock() throws {
    let places = (0..<50).map { _ in SIMD2(10.0, 10.0) } + [SIMD2(150.0, 10.0), SIMD2(10.0, 150.0)]
    for seed in 0..<20 {
      var random = RandomStream(seed: UInt64(seed), name: "x", purpose: "split")
      let parts = try Partition.blocks(
        of: places, side: 100, shares: [0.6, 0.2, 0.2], stream: &random)
      #expect(parts.sizes.sorted() == [1, 1, 50])
    }
  }

  @Test func columnsNameTheirParts() throws {
    let folds = try Partition.byColumn(["10", "2", "2", "1", "10"])
    #expect(folds.names == ["1", "2", "10"])
    #expect(folds.partOfRow == [2, 1, 1, 0, 2])
    #expect(try Partition.byColumn(["south", "north", "south"]).names == ["north", "south"])
  }

  @Test func impossibleSplitsAreRefused() {
    var random = stream()
    #expect(throws: LearningError.unusableShares([0.5, 0.4])) {
      try Partition.random(of: 10, shares: [0.5, 0.4], stream: &random)
    }
    #expect(throws: LearningError.unusableShares([1.5, -0.5])) {
      try Partition.random(of: 10, shares: [1.5, -0.5], stream: &random)
    }
    #expect(throws: LearningError.tooFewGroups(found: 1, kind: .rows, parts: 2)) {
      try Partition.random(of: 1, shares: [0.7, 0.3], stream: &random)
    }
    #expect(throws: LearningError.tooFewGroups(found: 3, kind: .rows, parts: 5)) {
      try Partition.randomFolds(of: 3, folds: 5, stream: &random)
    }
    #expect(throws: LearningError.tooFewGroups(found: 1, kind: .blocks, parts: 2)) {
      try Partition.blockFolds(
        of: [SIMD2(1, 1), SIMD2(2, 2)], side: 10, folds: 2, stream: &random)
    }
    #expect(throws: LearningError.tooFewGroups(found: 1, kind: .values, parts: 2)) {
      try Partition.byColumn(["1", "1"])
    }
  }
  /// Every place lies nearer to the mean of its own fold than to that of another, as when k-means has
  /// come to rest; the folds are numbered from west to east.
  @Test func clustersLieTogether() throws {
    var random = stream("clusters")
    let places = (0..<400).map { _ in
      SIMD2(700_000 + random.uniform() * 8000, 9_500_000 + random.uniform() * 3000)
    }
    var (a, b, c) = (stream("a"), stream("a"), stream("c"))
    let folds = try Partition.clusterFolds(of: places, folds: 5, stream: &a)
    #expect(folds == (try Partition.clusterFolds(of: places, folds: 5, stream: &b)))
    #expect(folds != (try Partition.clusterFolds(of: places, folds: 5, stream: &c)))
    let means = (0..<5).map { part in
      let rows = folds.rows(in: part)
      return rows.reduce(SIMD2<Double>.zero) { $0 + places[$1] } / Double(rows.count)
    }
    #expect(means.map(\.x) == means.map(\.x).sorted())
    for (row, place) in places.enumerated() {
      let squares = means.map { (($0 - place) * ($0 - place)).sum() }
      let own = squares[folds.partOfRow[row]]
      #expect(squares.allSatisfy { own <= $0 * (1 + 1e-9) })
    }
  }

  @Test func stripsAreOfEqualWidth() throws {
    let places = [0.0, 10, 19.9, 20, 40, 61, 80, 100].map { SIMD2($0, -$0) }
    let folds = try Partition.stripFolds(of: places, folds: 5)
    #expect(folds.partOfRow == [0, 0, 0, 1, 2, 3, 4, 4])
    #expect(throws: LearningError.tooFewGroups(found: 4, kind: .strips, parts: 5)) {
      _ = try Partition.stripFolds(of: places.filter { $0.x != 40 }, folds: 5)
    }
    #expect(throws: LearningError.tooFewGroups(found: 1, kind: .strips, parts: 2)) {
      _ = try Partition.stripFolds(of: [SIMD2(1, 2), SIMD2(1, 3)], folds: 2)
    }
  }

  @Test func clustersNeedAsManyPoints() throws {
    var random = stream()
    let places = [SIMD2(1.0, 1), SIMD2(1, 1), SIMD2(2, 2), SIMD2(1, 1)]
    let two = try Partition.clusterFolds(of: places, folds: 2, stream: &random)
    #expect(two.partOfRow == [0, 0, 1, 0])
    #expect(throws: LearningError.tooFewGroups(found: 2, kind: .points, parts: 3)) {
      _ = try Partition.clusterFolds(of: places, folds: 3, stream: &random)
    }
  }
}
