import Learning
import Vocabulary

/// The scores of models made with folds beside one another: a row for each, with mean and standard
/// deviation over its folds and the score over all held-out places together.
///
/// Models whose folds hold out whole parts of the area come first: their scores are what to expect
/// where nobody has looked.
struct ScoreComparison {
  private let models: [JudgedModel]
  private let metrics: [Metric]

  init(_ models: [JudgedModel], _ metrics: [Metric]) {
    func isSpatial(_ model: JudgedModel) -> Bool { model.origin?.rule.isSpatial ?? false }
    self.models = models.filter(isSpatial) + models.filter { !isSpatial($0) }
    self.metrics = metrics
  }

  /// The table.
  ///
  /// - Parameter marksBest: whether the best mean of each metric is marked.
  /// - Returns: the table.
  /// - Throws: ``EvaluationError``.
  func table(marksBest: Bool) throws -> DisplayTable {
    var notes = ScoreNotes()
    var rows: [[DisplayTable.Cell]] = []
    for model in models { rows.append(try row(of: model, &notes)) }
    notes.add(
      "Mean and SD, the standard deviation (n − 1), over the folds; pooled: over all held-out places "
        + "together."
    )
    addOrder(to: &notes)
    for model in models where metrics.contains(where: { $0.name == "accuracy" }) {
      try notes.addMajority(of: model)
    }
    let table = DisplayTable(columns: columns, rows: rows, notes: notes.texts)
    guard marksBest else { return table }
    let means = metrics.compactMap { metric in
      columns.firstIndex { $0.group == metric.title && $0.title == "mean" }
    }
    return try BestScores(models, metrics).marked(table, columns: means)
  }

  private var columns: [DisplayTable.Column] {
    [.text("Model"), .text("Folds")]
      + metrics.flatMap { metric -> [DisplayTable.Column] in
        let name = metric.title
        let interval: [DisplayTable.Column] =
          metric.name == "auc"
          ? [.number("95 % from", under: name), .number("95 % to", under: name)] : []
        return [
          .number("mean", under: name), .number("SD", under: name), .number("pooled", under: name),
        ] + interval
      }
  }

  private func row(
    of model: JudgedModel, _ notes: inout ScoreNotes
  ) throws -> [DisplayTable.Cell] {
    func cell(_ value: Double?) -> DisplayTable.Cell {
      value.map { .number($0, decimals: 3) } ?? .empty
    }
    let folds = model.isFolded ? model.origin?.text ?? "\(model.parts.count)" : "none"
    var cells: [DisplayTable.Cell] = [.text(model.name), .text(folds)]
    for metric in metrics {
      let values = try notes.values(of: metric, model)
      cells += [
        cell(JudgedModel.mean(of: values)), cell(JudgedModel.deviation(of: values)),
        cell(model.isFolded ? try notes.pooled(metric, model) : nil),
      ]
      guard metric.name == "auc" else { continue }
      var interval: ClosedRange<Double>?
      if model.hasEachPlaceOnce,
        let known = try AreaUnderCurve(of: model.pooled()).interval()
      {
        interval = known
        notes.add("95 %: interval of the AUC over all places, after DeLong.")
      }
      cells += [cell(interval?.lowerBound), cell(interval?.upperBound)]
    }
    return cells
  }

  private func addOrder(to notes: inout ScoreNotes) {
    let rules = models.compactMap(\.origin?.rule)
    // What a column's values divide by is not known.
    let leavesNeighbours = rules.contains { !$0.isSpatial && !$0.manner.hasPrefix("by column") }
    guard leavesNeighbours, rules.contains(where: \.isSpatial) else { return }
    notes.add(
      "Above, what to expect of an area nobody has mapped: folds that hold out whole parts of it. "
        + "Other folds learn from the neighbours of the places they are judged on (Brenning 2005).")
  }
}
