import Learning
import Numerics
import Vocabulary

/// What a reader must know to judge scores, below the table.
struct ScoreNotes {
  private(set) var texts: [String] = []

  /// The metric, or nothing and a note where it would divide by zero; one class is an error.
  mutating func value(
    of metric: Metric, _ part: JudgedModel.Part, of model: String
  ) throws -> Double? {
    do throws(EvaluationError) {
      return try metric.value(of: part.predictions)
    } catch .undefined(let name, let because) {
      texts.append("\(name) of \(model)\(part.fold.map { ", fold \($0)" } ?? ""): \(because).")
      return nil
    } catch {
      throw part.fold.map { EvaluationError.inFold($0, error) } ?? error
    }
  }

  /// The metric of each part.
  mutating func values(of metric: Metric, _ model: JudgedModel) throws -> [Double?] {
    var values: [Double?] = []
    for part in model.parts { values.append(try value(of: metric, part, of: model.name)) }
    return values
  }

  /// The metric over all places together.
  mutating func pooled(_ metric: Metric, _ model: JudgedModel) throws -> Double? {
    try value(
      of: metric, JudgedModel.Part(fold: "pooled", predictions: try model.pooled()), of: model.name)
  }

  /// How sure the AUC of so many places is.
  mutating func addInterval(of model: JudgedModel) throws(EvaluationError) {
    let predictions = try model.pooled()
    guard model.hasEachPlaceOnce, let interval = try AreaUnderCurve(of: predictions).interval()
    else { return }
    texts.append(
      "\(model.isFolded ? "Pooled AUC" : "AUC") of \(model.name): 95 % interval "
        + "\(formatFixed(interval.lowerBound, decimals: 3)) to "
        + "\(formatFixed(interval.upperBound, decimals: 3)) (DeLong), \(predictions.count) places.")
  }

  /// What guessing would reach.
  mutating func addMajority(of model: JudgedModel) throws(EvaluationError) {
    let predictions = try model.pooled()
    let ones = predictions.positives
    let share = 100 * Double(max(ones, predictions.count - ones)) / Double(predictions.count)
    texts.append(
      "The larger class holds \(formatFixed(share, decimals: 1)) % of the places of \(model.name): "
        + "the accuracy of always naming it.")
  }

  /// Says something once.
  mutating func add(_ text: String) {
    if !texts.contains(text) { texts.append(text) }
  }
}

extension JudgedModel {
  /// Whether no place was judged twice, as repeated folds do.
  var hasEachPlaceOnce: Bool { (origin?.repetitions ?? 1) == 1 }

  /// The mean of some values, none where one is missing.
  static func mean(of values: [Double?]) -> Double? {
    let present = values.compactMap { $0 }
    guard !present.isEmpty, present.count == values.count else { return nil }
    return present.reduce(0, +) / Double(present.count)
  }

  /// The standard deviation of some values (n − 1), none where one is missing.
  static func deviation(of values: [Double?]) -> Double? {
    let present = values.compactMap { $0 }
    guard present.count > 1, present.count == values.count else { return nil }
    return standardDeviation(of: present, kind: .sample)
  }
}
