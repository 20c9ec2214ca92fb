/// What kept a measure or a class table from being made: facts, without the place in a notebook.
public enum EvaluationError: Error, Sendable, Equatable {
  /// There is nothing to measure.
  case nothingToMeasure
  /// A label is neither 0 nor 1.
  case labelNotBinary(value: Double, row: Int)
  /// A prediction is not a number of 0...1.
  case notAProbability(value: Double, row: Int)
  /// A metric compares two classes, but all labels are the same.
  case oneClass(metric: String, label: Double, rows: Int)
  /// A metric would divide by zero.
  case undefined(metric: String, because: String)
  /// Class limits do not ascend, or are not numbers.
  case limitsNotAscending([Double])
  /// The values are too alike to give as many classes.
  case tooFewDistinctValues(classes: Int, limits: [Double])
  /// A number of classes below one.
  case noClasses(Int)
  /// There are no landslides on the map.
  case noLandslides
}

extension EvaluationError {
  /// What happened, one sentence.
  public var message: String {
    switch self {
    case .nothingToMeasure:
      "There are no places with a label and a prediction."
    case .labelNotBinary(let value, let row):
      "The label of row \(row + 1) is \(value), neither 0 nor 1."
    case .notAProbability(let value, let row):
      "The prediction of row \(row + 1) is \(value), not a probability of 0 to 1."
    case .oneClass(let metric, let label, let rows):
      "\(metric) undefined: all \(rows) places are labelled \(Int(label))."
    case .undefined(let metric, let because):
      "\(metric) undefined: \(because)."
    case .limitsNotAscending(let limits):
      "The class limits \(limits) do not ascend."
    case .tooFewDistinctValues(let classes, let limits):
      "The values are too alike for \(classes) classes: the limits would be \(limits)."
    case .noClasses(let count):
      "\(count) classes cannot be made."
    case .noLandslides:
      "No landslide lies on the map."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .nothingToMeasure, .noLandslides:
      "Check that the places lie inside the map."
    case .labelNotBinary:
      "Label landslides 1 and other places 0."
    case .notAProbability:
      "Measure the prediction of a model, not another layer."
    case .oneClass:
      "Use test places of both classes, for example by “stratified” or larger blocks."
    case .undefined:
      "Choose another metric or another threshold."
    case .limitsNotAscending:
      "Give the limits from the lowest to the highest, each once."
    case .tooFewDistinctValues:
      "Ask for fewer classes, or give the limits."
    case .noClasses:
      "Ask for at least one class."
    }
  }
}
