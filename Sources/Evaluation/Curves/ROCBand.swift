public import Numerics

/// How far the sensitivity of a model is known at each false positive rate: a pointwise band round
/// its ROC curve.
///
/// The places of each class are drawn anew with replacement, as many as there are; the band lies
/// between two quantiles of the sensitivities that the curves of these draws have at a rate.
///
/// - Source: the bootstrap of ROC curves by percentiles, Carpenter & Bithell (2000),
///   doi:10.1002/(SICI)1097-0258(20000515)19:9<1141::AID-SIM479>3.0.CO;2-F; at fixed rates and within
///   classes, Robin et al. (2011), doi:10.1186/1471-2105-12-77.
public struct ROCBand: Sendable, Equatable {
  /// Rates of places wrongly called landslides: 0, 0.01, … 1.
  public let falsePositiveRates: [Double]
  /// The lower end of the sensitivity at each rate.
  public let lows: [Double]
  /// The upper end of the sensitivity at each rate.
  public let highs: [Double]

  /// How many hundredths the band is stated at, less one.
  private static let steps = 100

  /// How many draws a band takes: 2000, fewer of more than 10,000 places, and 200 at least.
  public static func draws(of places: Int) -> Int { min(2000, max(200, 20_000_000 / places)) }

  /// Draws curves and takes their quantiles.
  ///
  /// - Parameters:
  ///   - predictions: places of both classes.
  ///   - confidence: the share of the draws that the band holds at each rate.
  ///   - draws: how many; left out, as many as ``draws(of:)`` says.
  ///   - random: the stream of the curve; each draw has one of its indices.
  /// - Throws: ``EvaluationError/oneClass(metric:label:rows:)``.
  public init(
    of predictions: Predictions, confidence: Double = 0.95, draws: Int? = nil,
    random: RandomStream
  ) throws(EvaluationError) {
    try predictions.requireBothClasses(for: "ROC curve")
    let ranked = RankedPlaces(predictions)
    let count = draws ?? Self.draws(of: predictions.count)
    var drawn = [[Double]](
      repeating: [Double](repeating: 0, count: count), count: Self.steps + 1)
    for draw in 0..<count {
      var stream = random.at(index: UInt32(draw))
      ranked.draw(&stream, steps: Self.steps) { drawn[$0][draw] = $1 }
    }
    let tail = (1 - confidence) / 2
    let ends = drawn.map { quantiles(of: $0, at: [tail, 1 - tail]) }
    falsePositiveRates = (0...Self.steps).map { Double($0) / Double(Self.steps) }
    lows = ends.map { $0[0] }
    highs = ends.map { $0[1] }
  }
}

/// The places of each class by the group of equal probabilities that they belong to.
private struct RankedPlaces {
  /// The group of each landslide, counted from the highest probability.
  private var positives: [Int32] = []
  /// The group of each other place.
  private var negatives: [Int32] = []
  private var groups = 0

  init(_ predictions: Predictions) {
    var last: Double?
    for i in ascendingOrder(of: predictions.probabilities).reversed() {
      let probability = predictions.probabilities[i]
      if probability != last { groups += 1 }
      last = probability
      if predictions.labels[i] == 1 {
        positives.append(Int32(groups - 1))
      } else {
        negatives.append(Int32(groups - 1))
      }
    }
  }

  /// Draws places anew and tells the sensitivity at each rate, between corners along a line.
  func draw(_ random: inout RandomStream, steps: Int, tell: (Int, Double) -> Void) {
    var tally = [SIMD2<Int32>](repeating: .zero, count: groups)
    for _ in positives { tally[Int(positives[random.integer(below: positives.count)])].x += 1 }
    for _ in negatives { tally[Int(negatives[random.integer(below: negatives.count)])].y += 1 }
    let zeros = negatives.count
    var (hits, alarms, step) = (0, 0, 0)
    for group in tally {
      let next = alarms + Int(group.y)
      // Rates are compared as whole numbers; one that a corner has gets all that is found there.
      while step * zeros < next * steps {
        let share =
          group.y == 0
          ? 0
          : (Double(step * zeros) / Double(steps) - Double(alarms)) / Double(group.y)
        tell(step, (Double(hits) + share * Double(group.x)) / Double(positives.count))
        step += 1
      }
      hits += Int(group.x)
      alarms = next
    }
    while step <= steps {
      tell(step, 1)
      step += 1
    }
  }
}
