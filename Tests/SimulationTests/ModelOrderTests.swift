import Evaluation
import Learning
import Numerics
import ReferenceData
import Testing

@testable import Simulation

/// What the area is for: a better model does better on it, none as well as the truth, and random folds
/// flatter.
///
/// The margins were chosen before, from six other draws made with scikit-learn 1.9.1
/// (LogisticRegression(C=1e6), RandomForestClassifier(200)): forest above regression by 0.024 to 0.073
/// on new places and the truth above the forest by 0.037 to 0.083; random folds above squares by 0.013
/// to 0.045.
@Suite struct ModelOrderTests {
  static let seeds: [UInt64] = [1, 2, 3, 5]

  @Test(arguments: seeds) func modelsKeepTheirOrder(_ seed: UInt64)
    throws
  {
    let ground = try TrialGround(seed: seed)
    let places = try ground.samples(at: ground.cells, labels: ground.labels)
    let regression = try LogisticRegression().fit(places, using: PlainAlgebra())
    let forest = try Self.forest.fit(places, random: Self.stream)
    // Three new draws of places from the truth.
    var areas = SIMD3<Double>()
    for number in 1...3 as ClosedRange<UInt32> {
      let (cells, labels) = ground.drawn(number)
      let matrix = try ground.samples(at: cells, labels: labels).features
      areas += SIMD3(
        try Self.area(labels, regression.probabilities(for: matrix)),
        try Self.area(labels, forest.probabilities(for: matrix)),
        try Self.area(labels, cells.map { ground.area.chance[$0] }))
    }
    areas /= 3
    #expect(areas.y > areas.x + 0.015, "forest \(areas.y), regression \(areas.x)")
    #expect(areas.z > areas.y + 0.025, "truth \(areas.z), forest \(areas.y)")
    #expect((0.7...0.9).contains(areas.x) && areas.z < 0.95, "\(areas)")
    try randomFoldsFlatter(ground)
  }

  private func randomFoldsFlatter(_ ground: TrialGround) throws {
    var gap = 0.0
    for repetition in 1...2 as ClosedRange<UInt32> {
      let scattered = ground.folds(bySquares: false, repetition: repetition)
      let squares = ground.folds(bySquares: true, repetition: repetition)
      gap += try Self.heldOut(scattered, ground) - Self.heldOut(squares, ground)
    }
    #expect(gap / 2 > 0.005, "random folds above squares by \(gap / 2)")
  }

  private static let forest = RandomForest(trees: 100)
  private static let stream = RandomStream(seed: 7, name: "forest", purpose: "grow")

  private static func area(_ labels: [Double], _ scores: [Double]) throws -> Double {
    try AreaUnderCurve(of: Predictions(labels: labels, probabilities: scores)).value
  }

  /// The mean area under the curve of a forest over held-out folds.
  private static func heldOut(_ folds: [Int], _ ground: TrialGround) throws -> Double {
    var sum = 0.0
    for fold in 0..<5 {
      let train = folds.indices.filter { folds[$0] != fold }
      let test = folds.indices.filter { folds[$0] == fold }
      func samples(_ places: [Int]) throws -> SampleMatrix {
        try ground.samples(
          at: places.map { ground.cells[$0] }, labels: places.map { ground.labels[$0] })
      }
      let model = try forest.fit(samples(train), random: stream)
      let held = try samples(test)
      sum += try area(held.labels ?? [], model.probabilities(for: held.features))
    }
    return sum / 5
  }
}
