import Evaluation
import Learning
import Numerics
import Rasters
import ReferenceData
import Testing

@Suite("Natural breaks")
struct NaturalBreaksTests {
  /// jenkspy 0.4.1, jenks_breaks(p, 5) of the 350 fitted p; ecuador-lsl/README.md gives them with six
  /// decimals, cut off.
  @Test func fittedProbabilitiesOfEcuador() throws {
    let samples = try glmSamples("ecuador-lsl/lsl.csv", ecuadorNames, label: "lslpts")
    let model = try LogisticRegression().fit(samples, using: PlainAlgebra())
    let found = try NaturalBreaks(of: model.probabilities(for: samples.features), classes: 5)
    let breaks = [found.limits[0]] + found.largest
    let expected = [
      0.002336229149518376, 0.20400494965388083, 0.38794633625160896, 0.570168429420558,
      0.745185820216599, 0.9858768988014007,
    ]
    for (a, b) in zip(breaks, expected) { #expect(abs(a - b) <= 1e-9, "\(a) is not \(b)") }
    #expect(found.counts.reduce(0, +) == 350)
  }

  /// The classes of the least squares, by trying every cut of all values.
  private func leastSquares(_ values: ValueCounts, classes: Int) -> Double {
    let all = values.values
    func squares(_ start: Int, _ end: Int) -> Double {
      let weights = values.counts[start..<end].map(Double.init)
      let base = all[start]
      let weight = weights.reduce(0, +)
      let mean = zip(all[start..<end], weights).reduce(0) { $0 + ($1.0 - base) * $1.1 } / weight
      var (sum, rest) = (0.0, 0.0)
      for (value, weight) in zip(all[start..<end], weights) {
        let deviation = (value - base) - mean
        sum += weight * deviation * deviation
        rest += weight * deviation
      }
      return max(0, sum - rest * rest / weight)
    }
    var least = (0...all.count).map { $0 == 0 ? 0 : squares(0, $0) }
    for _ in 1..<max(1, classes) {
      least = (0...all.count).map { end in
        (0..<end).map { least[$0] + squares($0, end) }.min() ?? 0
      }
    }
    return least[all.count]
  }

  private static let hostile: [(name: String, values: [Double])] = {
    var stream = RandomStream(seed: 7, name: "breaks", purpose: "test")
    func noise(_ count: Int, _ centre: Double, _ width: Double) -> [Double] {
      (0..<count).map { _ in centre + width * (stream.uniform() - 0.5) }
    }
    return [
      ("even", (0..<60).map { Double($0) }),
      ("noise", noise(90, 0, 1)),
      ("many equal", noise(200, 5, 10).map { $0.rounded() }),
      ("narrow classes far from zero", noise(30, 1e6, 1e-3) + noise(30, 1e6 + 1, 1e-3)),
      ("narrow classes far apart", noise(30, -1e6, 1e-4) + noise(30, 1e6, 1e-4) + noise(9, 0, 1)),
      ("a great outlier above", noise(50, 0, 1) + [1e30]),
      ("a great outlier below", noise(50, 0, 1) + [-3.4e38]),
      ("great outliers on both sides", [-1e30] + noise(60, 1, 1) + [1e25, 1e30]),
      ("the largest doubles", [-1.7e308, -1.6e308, 0, 1, 1.6e308, 1.65e308, 1.7e308]),
      ("the smallest", noise(40, 0, 1e-300)),
      ("powers", (0..<50).map { Double(sign: .plus, exponent: $0, significand: 1.5) }),
    ]
  }()

  @Test(arguments: hostile.indices, [1, 2, 3, 5, 7])
  func noCutIsBetter(index: Int, classes: Int) throws {
    let (name, numbers) = Self.hostile[index]
    let values = ValueCounts(of: numbers)
    let found = try NaturalBreaks(of: values, classes: classes)
    // Scaled, so that the trial's own squares do not overflow or vanish.
    let largest = numbers.map { abs($0) }.max() ?? 1
    let scale = Double(sign: .plus, exponent: -largest.exponent, significand: 1)
    let scaled = ValueCounts(values: values.values.map { $0 * scale }, counts: values.counts)
    let least = leastSquares(scaled, classes: classes)
    let squares = found.squares.isFinite ? found.squares * scale * scale : .nan
    // The squares of the classes found, by their own definition.
    var own = 0.0
    var start = 0
    for last in found.largest {
      let end = (values.values.firstIndex(of: last) ?? 0) + 1
      own += leastSquares(
        ValueCounts(
          values: Array(scaled.values[start..<end]), counts: Array(scaled.counts[start..<end])),
        classes: 1)
      start = end
    }
    #expect(own <= least * (1 + 1e-11), "\(name): \(own) for \(least)")
    if squares.isFinite, squares > 1e-290 {
      #expect(abs(squares - own) <= own * 1e-11, "\(name): \(squares) is not \(own)")
    }
    // Classes by the limits hold the optimal groups.
    guard classes > 1 else { return }
    let breaks = try ClassBreaks(limits: found.limits)
    var counts = [Int](repeating: 0, count: classes)
    for number in numbers { counts[try #require(breaks.classIndex(of: number))] += 1 }
    #expect(counts == found.counts, "\(name)")
  }

  @Test func manyRandomSets() throws {
    var stream = RandomStream(seed: 11, name: "breaks", purpose: "sets")
    for _ in 0..<300 {
      let count = 3 + Int(stream.uniform() * 60)
      let steps = 1 + stream.uniform() * 40
      let numbers = (0..<count).map { _ in
        let p = stream.uniform()
        return (p * p * steps).rounded() / 8
      }
      let values = ValueCounts(of: numbers)
      let classes = 1 + Int(stream.uniform() * 6)
      guard values.values.count >= classes else { continue }
      let found = try NaturalBreaks(of: values, classes: classes)
      let least = leastSquares(values, classes: classes)
      #expect(abs(found.squares - least) <= 1e-12 * (1 + least))
    }
  }

  @Test func threadsAndOrderChangeNothing() throws {
    var stream = RandomStream(seed: 3, name: "breaks", purpose: "threads")
    let numbers = (0..<20_000).map { _ in Double(Float(stream.uniform() * stream.uniform())) }
    let one = try NaturalBreaks(of: numbers, classes: 6, threads: 1)
    #expect(try NaturalBreaks(of: numbers.reversed(), classes: 6, threads: 7) == one)
    #expect(one.goodness > 0.95 && one.goodness < 1)
  }

  @Test func impossibleClassesAreRefused() throws {
    #expect(throws: EvaluationError.fewerValuesThanClasses(classes: 3, values: 2)) {
      try NaturalBreaks(of: [1, 2, 2, 1, .nan, .infinity], classes: 3)
    }
    #expect(throws: EvaluationError.nothingToMeasure) {
      try NaturalBreaks(of: [.nan], classes: 1)
    }
    #expect(throws: EvaluationError.noClasses(0)) { try NaturalBreaks(of: [1], classes: 0) }
    let same = try NaturalBreaks(of: [4, 4], classes: 1)
    #expect(same.limits == [4, 4] && same.goodness == 1 && same.squares == 0)
    let each = try NaturalBreaks(of: [1, 5, 2], classes: 3)
    #expect(each.limits == [1, 1.5, 3.5, 5] && each.squares == 0)
  }

  /// Zero has one class whatever its sign.
  @Test func zeroIsOneValue() throws {
    #expect(ValueCounts(of: [0, -0.0, 1]) == ValueCounts(values: [0, 1], counts: [2, 1]))
  }
}

/// Rasters in memory.
private struct Cells: RasterReader {
  let grid: Grid
  let values: [Float]
  var bands: Int { 1 }

  init(_ values: [Float], columns: Int) {
    grid = Grid(
      columns: columns, rows: values.count / columns, west: 0, north: 0, cellWidth: 10,
      cellHeight: 10,
      crs: CoordinateSystem(
        wkt: "PROJCRS[\"test\"]", name: "test", authority: "EPSG:32717", isGeographic: false,
        metresPerUnit: 1))
    self.values = values
  }

  func read(
    _ window: Window, band: Int, into buffer: UnsafeMutableBufferPointer<Float>
  ) throws {
    for row in 0..<window.rows {
      for column in 0..<window.columns {
        buffer[row * window.columns + column] =
          values[(window.row + row) * grid.columns + window.column + column]
      }
    }
  }
}

@Suite("Natural breaks of a layer")
struct LayerBreaksTests {
  private let cells: [Float] = {
    var stream = RandomStream(seed: 5, name: "breaks", purpose: "layer")
    return (0..<120_000).map { index in
      index % 7 == 0 ? .nan : Float(stream.uniform() * stream.uniform() * 40)
    }
  }()

  @Test func allCellsCount() throws {
    let layer = RasterLayer(Cells(cells, columns: 1000))
    let found = try NaturalBreaks(of: layer, classes: 4, threads: 3)
    #expect(found == (try NaturalBreaks(of: cells.map(Double.init), classes: 4)))
    #expect(found.bins == nil)
  }

  /// Above the limit the bins' optimum is nearly as good, as the bound says.
  @Test(arguments: [50, 1000, 100_000])
  func binsKeepTheirBound(count: Int) throws {
    let layer = RasterLayer(Cells(cells, columns: 1000))
    let exact = try NaturalBreaks(of: layer, classes: 5)
    let binned = try NaturalBreaks(of: layer, classes: 5, mostValues: count, threads: 2)
    #expect(binned.bins == count)
    #expect(
      binned == (try NaturalBreaks(of: layer, classes: 5, mostValues: count, threads: 1)))
    let numbers = cells.filter { !$0.isNaN }.map(Double.init)
    let breaks = try ClassBreaks(
      limits: binned.limits)
    var groups = [[Double]](repeating: [], count: 5)
    for number in numbers { groups[try #require(breaks.classIndex(of: number))].append(number) }
    #expect(groups.map(\.count) == binned.counts)
    #expect(groups.map { $0.max() } == binned.largest)
    let squares = groups.reduce(0.0) { sum, group in
      let centre = mean(of: group)
      return sum + orderedSum(of: group.map { ($0 - centre) * ($0 - centre) })
    }
    let size = Double(numbers.count)
    let width = (exact.limits[5] - exact.limits[0]) / Double(count)
    let excess = (squares / size).squareRoot() - (exact.squares / size).squareRoot()
    #expect(excess >= -1e-12 && excess <= 2 * width, "\(excess) for bins of \(width)")
  }
}

@Suite("Geometric intervals")
struct GeometricIntervalTests {
  @Test func eachClassIsAsManyTimesAsWide() throws {
    let breaks = try ClassBreaks.geometricIntervals(
      from: 1, smallestPositive: 1, to: 10_000, count: 4)
    for (limit, expected) in zip(breaks.limits, [1, 10, 100, 1000, 10_000]) {
      #expect(abs(limit - Double(expected)) <= 1e-12 * Double(expected))
    }
    #expect(breaks.limits.first == 1 && breaks.limits.last == 10_000)
  }

  @Test func zerosBelongToTheFirstClass() throws {
    let breaks = try ClassBreaks.geometricIntervals(
      from: 0, smallestPositive: 0.25, to: 4, count: 2)
    #expect(breaks.limits[0] == 0 && abs(breaks.limits[1] - 1) < 1e-15 && breaks.limits[2] == 4)
    #expect(breaks.classIndex(of: 0) == 0)
  }

  @Test func whatHasNoRatioIsRefused() {
    #expect(throws: EvaluationError.negativeValues(smallest: -1)) {
      try ClassBreaks.geometricIntervals(from: -1, smallestPositive: 1, to: 2, count: 2)
    }
    #expect(throws: EvaluationError.tooFewDistinctValues(classes: 2, limits: [4, 4])) {
      try ClassBreaks.geometricIntervals(from: 4, smallestPositive: 4, to: 4, count: 2)
    }
    #expect(throws: EvaluationError.self) {
      try ClassBreaks.geometricIntervals(from: 0, smallestPositive: .infinity, to: 0, count: 2)
    }
  }
}
