import Learning
public import Vocabulary

/// A metric of what the trees of a forest say of places that they were not grown from.
public struct OutOfBagQuantity: RunnableWord {
  /// The word's entry of the manual.
  public let entry: Entry
  let models = Parameter<any Value>(
    "models", .after("of"), .value([.model]), "The random forest, or a family of forests.",
    takesFamily: true)
  private let value: @Sendable (Predictions) throws(EvaluationError) -> Double

  /// Creates the word of one metric.
  public init(_ metric: Metric) {
    self.init(
      "out-of-bag \(metric.name)", "\(metric.summary.dropLast()), out of bag.",
      formula: metric.explainedFormula, source: metric.source
    ) { (predictions) throws(EvaluationError) in try metric.value(of: predictions) }
  }

  private init(
    _ name: String, _ summary: String, formula: String, source: String?,
    value: @escaping @Sendable (Predictions) throws(EvaluationError) -> Double
  ) {
    entry = Entry(
      name, .quantity, summary,
      formula: formula + """

        each place of training is judged by the trees for which it was not drawn; of a forest made \
        with folds: the mean over the folds
        """,
      sources: (source.map { [$0] } ?? []) + ["Breiman (2001), doi:10.1023/A:1010933404324"],
      example: "\(name) of forest, 3 decimals")
    self.value = value
  }

  /// The share of places whose label is not what the forest says of them.
  public static let error = OutOfBagQuantity(
    "out-of-bag error", "Gives the share of places whose class the trees miss, out of bag.",
    formula: "1 − accuracy at p ≥ 0.5", source: nil
  ) { (predictions) throws(EvaluationError) in
    let missed = zip(predictions.labels, predictions.probabilities)
      .count { ($1 >= 0.5 ? 1 : 0) != $0 }
    return Double(missed) / Double(predictions.count)
  }

  /// A number, or one for each member of a family.
  public func infer(_ call: Inference) -> ValueType { call.scoreType(of: models) }

  /// Looks the predictions up and judges them.
  public func run(_ call: Call) throws -> any Value {
    var names: [String] = []
    var found: [String: [Double]] = [:]
    for (mention, member) in try call.members(models) {
      guard let forest = member.value as? ForestValue else {
        throw LearningError.notAForest(name: mention.text)
      }
      guard let outOfBag = forest.model.outOfBag else {
        throw LearningError.nothingOutOfBag(name: mention.text)
      }
      let foldAxis = mention.type.axes.first(where: \.isFolds)?.name
      let others = member.coordinates.filter { $0.axis != foldAxis }.map(\.member)
      let name = ([mention.text] + others).joined(separator: ", ")
      if found[name] == nil { names.append(name) }
      found[name, default: []].append(
        try value(
          Predictions(
            labels: outOfBag.labels.numbers, probabilities: outOfBag.probabilities.numbers)))
    }
    let values = names.map { name in
      let own = found[name] ?? []
      return own.reduce(0, +) / Double(own.count)
    }
    if values.count == 1 { return NumberValue(Quantity(values[0])) }
    return NumbersValue(names: names, values: values)
  }
}
