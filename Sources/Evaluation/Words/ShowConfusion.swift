import Learning
public import Vocabulary

/// The confusion table.
public struct ShowConfusion: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show confusion", .output, "Shows how many places of each class are predicted as each.",
    formula: "A place is predicted a landslide where p is at or above the threshold.",
    example: "show confusion of glm on test, at 0.5 as tbl-confusion \"Confusion table.\"")
  let models = Parameter<[any Value]>(
    "models", .after("of"), .values([.model]), "The models.", takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "Where they are judged; left out, on the places that the folds held out, together.",
    default: nil)
  let threshold = Parameter<Double>(
    "threshold", .after("at"), .number(.share), "The probability from which a place is class 1.",
    default: 0.5)

  /// Creates the word.
  public init() {}

  /// A table of two rows for each model.
  public func infer(_ call: Inference) -> ValueType {
    call.requirePlaces(places, toJudge: models, as: "a confusion table")
    return ValueType(.display)
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    let judged = try call.judged(models, on: places)
    let threshold = try call[threshold]
    var rows: [[DisplayTable.Cell]] = []
    for model in judged {
      let predictions = try model.pooled()
      // A limit that is stated cuts an index as well as a probability.
      if !call.gives(self.threshold) {
        try predictions.requireProbabilities(for: "Confusion table")
      }
      let table = Confusion(of: predictions, at: threshold)
      for (name, predicted) in [
        ("landslide", [table.truePositives, table.falseNegatives]),
        ("none", [table.falsePositives, table.trueNegatives]),
      ] {
        rows.append(
          (judged.count > 1 ? [.text(model.name)] : []) + [.text(name)]
            + predicted.map { .number(Double($0), decimals: 0) })
      }
    }
    return DisplayTable(
      columns: (judged.count > 1 ? [.text("Model")] : []) + [
        .text("Label"), .number("Predicted landslide"), .number("Predicted none"),
      ], rows: rows, notes: ["Landslide where p is at least \(Quantity.plain(threshold))."])
  }
}
