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
  /// Fewer distinct values than classes.
  case fewerValuesThanClasses(classes: Int, values: Int)
  /// A rule that multiplies meets a value below zero.
  case negativeValues(smallest: Double)
  /// As many shares as classes are needed.
  case shareCount(classes: Int, shares: Int)
  /// A number of classes below one.
  case noClasses(Int)
  /// There are no landslides on the map.
  case noLandslides
  /// A fault in one fold.
  indirect case inFold(String, EvaluationError)
  /// A value is judged that predicts nothing.
  case notAModel(name: String)
  /// A model without folds is judged on no places.
  case judgedNowhere(name: String)
  /// There is no metric of that name.
  case noSuchMetric(name: String)
  /// The zones have no class of that name.
  case noSuchClass(name: String, known: [String])
  /// An area is asked for where coordinates are degrees.
  case degrees
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
    case .fewerValuesThanClasses(let classes, let values):
      "\(values == 1 ? "There is 1 distinct value" : "There are \(values) distinct values"), too few "
        + "for \(classes) classes."
    case .negativeValues(let smallest):
      "Geometric intervals need values of 0 or more, but the smallest is \(smallest)."
    case .shareCount(let classes, let shares):
      "\(classes) classes cannot have \(shares) shares."
    case .noClasses(let count):
      "\(count) classes cannot be made."
    case .noLandslides:
      "No landslide lies on the map."
    case .inFold(let fold, let error):
      "Fold \(fold): \(error.message)"
    case .notAModel(let name):
      "“\(name)” cannot be judged: it predicts nothing."
    case .judgedNowhere(let name):
      "“\(name)” was made without folds, and no places are named to judge it on."
    case .noSuchMetric(let name):
      "There is no metric “\(name)”."
    case .noSuchClass(let name, let known):
      "There is no class “\(name)” among \(known.joined(separator: ", "))."
    case .degrees:
      "The map's coordinates are degrees; areas need metres."
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
    case .tooFewDistinctValues, .fewerValuesThanClasses:
      "Ask for fewer classes, or give the limits."
    case .negativeValues:
      "Cut by natural breaks or quantiles, or at given limits."
    case .shareCount:
      "Give one share for each class."
    case .noClasses:
      "Ask for at least one class."
    case .inFold(_, let error):
      error.advice
    case .notAModel:
      "Name a fitted model."
    case .judgedNowhere:
      "Write “on” and the places, or give the model “folds 5”."
    case .noSuchMetric:
      "Name one of \(Metric.all.map(\.name).joined(separator: ", "))."
    case .noSuchClass:
      "Name one of its classes."
    case .degrees:
      "Resample the layers onto a projected grid first."
    }
  }
}
