import Learning
import Numerics
import ReferenceData
import Testing

@Suite struct LogisticFaultTests {
  private func fault(
    _ columns: [(String, [Double])], _ labels: [Double], ridge: Double = 0
  ) -> LearningError? {
    do throws(LearningError) {
      let samples = try SampleMatrix(
        names: columns.map(\.0), columns: columns.map(\.1), labels: labels)
      _ = try LogisticRegression(ridge: ridge).fit(samples, using: PlainAlgebra())
      return nil
    } catch {
      return error
    }
  }

  private let labels: [Double] = [0, 0, 1, 0, 1, 0, 1, 1, 0, 1]
  private let mixed: [Double] = [1, 4, 2, 6, 3, 2, 7, 5, 3, 4]
  private let other: [Double] = [2, 1, 9, 4, 4, 7, 3, 6, 8, 5]

  @Test func completeSeparationByOneColumn() {
    let splits = labels.map { $0 * 10 + 1.5 }.enumerated().map { $1 + Double($0) / 10 }
    #expect(
      fault([("a", mixed), ("b", splits)], labels)
        == .separated(Separation(isComplete: true, names: ["b"])))
    #expect(
      fault([("b", splits.map { -$0 })], labels)
        == .separated(Separation(isComplete: true, names: ["b"])))
    #expect(fault([("a", mixed), ("b", splits)], labels, ridge: 1) == nil)
  }

  @Test func quasiCompleteSeparationByOneColumn() {
    // A soil without landslides.
    let soil: [Double] = [1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    #expect(
      fault([("a", mixed), ("soil", soil)], labels)
        == .separated(Separation(isComplete: false, names: ["soil"])))
  }

  /// No column separates by itself, but their sum does.
  @Test func completeSeparationByACombination() {
    var stream = RandomStream(seed: 1, name: "x", purpose: "separation")
    let a = (0..<400).map { _ in stream.normal() }
    let b = (0..<400).map { _ in stream.normal() }
    let c = (0..<400).map { _ in stream.normal() }
    let labels = zip(a, b).map { $0 + $1 > 0.1 ? 1.0 : 0.0 }
    guard case .separated(let found) = fault([("a", a), ("b", b), ("c", c)], labels) else {
      Issue.record("not found")
      return
    }
    #expect(found.isComplete)
    #expect(found.names.starts(with: ["a", "b"]))
  }

  /// On one line both classes occur; beside it they are apart.
  @Test func quasiCompleteSeparationByACombination() {
    var stream = RandomStream(seed: 2, name: "x", purpose: "separation")
    var (a, b, c, labels) = ([Double](), [Double](), [Double](), [Double]())
    for i in 0..<300 {
      let x = Double(stream.integer(below: 21) - 10)
      let y = Double(stream.integer(below: 21) - 10)
      a.append(x)
      b.append(i < 60 ? -x : y)
      c.append(stream.normal())
      let side = a[i] + b[i]
      labels.append(side == 0 ? Double(i % 2) : (side > 0 ? 1 : 0))
    }
    #expect(
      fault([("a", a), ("b", b), ("c", c)], labels)
        == .separated(Separation(isComplete: false, names: ["a", "b"])))
  }

  /// One place on the wrong side makes the greatest likelihood finite again.
  @Test func nearSeparationIsFitted() {
    var stream = RandomStream(seed: 1, name: "x", purpose: "separation")
    let a = (0..<400).map { _ in stream.normal() }
    let b = (0..<400).map { _ in stream.normal() }
    var labels = zip(a, b).map { $0 + $1 > 0.1 ? 1.0 : 0.0 }
    let wrong = zip(a, b).map(+).firstIndex { $0 > 0.5 } ?? 0
    labels[wrong] = 0
    #expect(fault([("a", a), ("b", b)], labels) == nil)
  }

  @Test func unusablePlaces() {
    #expect(
      fault([("a", mixed), ("b", mixed.map { $0 * 2 + 1 }), ("c", other)], labels)
        == .dependentColumns(names: ["a", "b"]))
    #expect(
      fault([("a", mixed), ("c", other), ("b", zip(mixed, other).map { $0 - 3 * $1 })], labels)
        == .dependentColumns(names: ["a", "c", "b"]))
    #expect(
      fault([("a", mixed), ("k", mixed.map { _ in 0.1 })], labels) == .constantColumn(name: "k"))
    #expect(fault([("a", mixed)], mixed.map { _ in 1 }) == .oneClass(label: 1, rows: 10))
    #expect(fault([("a", mixed)], mixed) == .labelNotBinary(value: 4, row: 1))
    #expect(
      fault([("a", [1, 2]), ("b", [2, 7])], [0, 1]) == .tooFewRows(rows: 2, needed: 4))
    #expect(fault([("a", [.nan])], [1]) == .noCompleteRows(given: 1))
    #expect(fault([("a", [1, .infinity])], [1, 0]) == .notFinite(name: "a", row: 1))
  }

  @Test func messagesNameWhatTheySpeakOf() {
    let error = LearningError.separated(Separation(isComplete: true, names: ["slope", "ndvi"]))
    #expect(error.message.contains("“slope”, “ndvi”"))
    #expect(error.advice.contains("ridge"))
    #expect(
      LearningError.dependentColumns(names: ["a", "b", "c"]).message.hasPrefix("“a”, “b” and “c”"))
  }
}
