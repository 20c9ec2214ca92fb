import Learning
public import Vocabulary

/// The confusion table.
public struct ShowConfusion: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show confusion", .output, "Shows how many places of each class are predicted as each.",
    formula: """
      A place is predicted a landslide where p is at or above the threshold. Shares are those of the \
      row: of the landslides those found, of the others those wrongly called.
      """,
    example: "show confusion of glm on test, at 0.5 as tbl-confusion \"Confusion table.\"")
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

  /// A table of three rows for each model.
  public func infer(_ call: Inference) -> ValueType {
    call.requirePlaces(places, toJudge: models, as: "a confusion table")
    return ValueType(.display)
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    let judged = try call.judged(models, on: places)
    let threshold = try call[threshold]
    var tables: [(label: String, table: DisplayTable)] = []
    for model in judged {
      let predictions = try model.pooled()
      // A limit that is stated cuts an index as well as a probability.
      if !call.gives(self.threshold) {
        try predictions.requireProbabilities(for: "Confusion table")
      }
      tables.append((model.name, Confusion(of: predictions, at: threshold).table()))
    }
    var table =
      try tables.count == 1
      ? tables[0].table : DisplayTable.stacked(tables, under: "Model", marksNotes: true)
    table.notes.append("Landslide where p is at least \(Quantity.plain(threshold)).")
    return table
  }
}

extension Confusion {
  /// Counts with their sums, and the shares of each row; accuracy and κ below.
  func table() -> DisplayTable {
    func share(_ part: Int, _ whole: Int) -> DisplayTable.Cell {
      whole == 0 ? .empty : .number(100 * Double(part) / Double(whole), decimals: 1)
    }
    let rows = [
      ("landslide", truePositives, falseNegatives), ("none", falsePositives, trueNegatives),
      ("all", truePositives + falsePositives, falseNegatives + trueNegatives),
    ].map { name, landslide, none -> [DisplayTable.Cell] in
      let all = landslide + none
      return [.text(name)] + [landslide, none, all].map { .number(Double($0), decimals: 0) }
        + [share(landslide, all), share(none, all)]
    }
    return DisplayTable(
      columns: [
        .text("Observed"), .number("landslide", under: "Predicted"),
        .number("none", under: "Predicted"), .number("all", under: "Predicted"),
        .number("landslide", unit: "%", under: "Share of the row"),
        .number("none", unit: "%", under: "Share of the row"),
      ], rows: rows, totals: [2],
      notes: [
        "Accuracy \(formatFixed(accuracy, decimals: 3)), "
          + (kappa.map { "κ \(formatFixed($0, decimals: 3))." } ?? "κ not defined.")
      ])
  }
}
