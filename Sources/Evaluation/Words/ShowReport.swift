import Learning
public import Vocabulary

/// Precision, recall and F1 of each class.
public struct ShowReport: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show report", .output, "Shows precision, recall and F1 of each class, and their means.",
    formula: """
      A place is predicted a landslide where p is at or above the threshold. The macro mean is that of \
      both classes, the weighted mean that of all places; the micro mean counts all places \
      together, where precision, recall and F1 are all the accuracy.
      """,
    example: "show report of glm on test, at 0.5 as tbl-report \"Per-class report.\"")
  let models = Parameter<[any Value]>(
    "models", .after("of"), .values([.model]),
    "Models, families or groups of them: a row or a table for each.", takesFamily: true)
  let places = Parameter<PlacesValue?>(
    "places", .after("on"), .value([.places]),
    "Where they are judged; left out, on the places that the folds held out, together.",
    default: nil)
  let threshold = Parameter<Double>(
    "threshold", .after("at"), .number(.share), "The probability from which a place is class 1.",
    default: 0.5)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

  /// Creates the word.
  public init() {}

  /// A table with a row for each class.
  public func infer(_ call: Inference) -> ValueType {
    call.requirePlaces(places, toJudge: models, as: "a report")
    return ValueType(.display)
  }

  /// Judges the models.
  public func run(_ call: Call) throws -> any Value {
    let judged = try call.judged(models, on: places)
    let threshold = try call[threshold]
    var tables: [(label: String, table: DisplayTable)] = []
    for model in judged {
      let predictions = try model.pooled()
      // A limit that is stated cuts an index as well as a probability.
      if !call.gives(self.threshold) { try predictions.requireProbabilities(for: "Report") }
      let report = ClassReport(of: Confusion(of: predictions, at: threshold))
      tables.append((model.name, report.table()))
    }
    var table =
      try tables.count == 1 ? tables[0].table : DisplayTable.stacked(tables, under: "Model")
    table.notes.append("Landslide where p is at least \(Quantity.plain(threshold)).")
    return table
  }
}

extension ClassReport {
  /// A row for each class, then the means.
  func table() -> DisplayTable {
    let support = macroMean.support
    let rows = [
      ("landslide", classes[1]), ("none", classes[0]),
      (
        "micro mean (accuracy)",
        Row(precision: accuracy, recall: accuracy, f1: accuracy, support: support)
      ),
      ("macro mean", macroMean), ("weighted mean", weightedMean),
    ]
    return DisplayTable(
      columns: [
        .text("Class"), .number("Precision"), .number("Recall"), .number("F1"), .number("Places"),
      ],
      rows: rows.map { name, row in
        [.text(name)]
          + [row.precision, row.recall, row.f1].map { value in
            value.map { .number($0, decimals: 3) } ?? .empty
          } + [.number(Double(row.support), decimals: 0)]
      }, totals: [2, 3, 4])
  }
}
