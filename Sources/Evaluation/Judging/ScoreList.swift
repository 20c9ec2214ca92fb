import Vocabulary

/// The scores of models one below the other, with a row for each fold.
struct ScoreList {
  private let models: [JudgedModel]
  private let metrics: [Metric]

  init(_ models: [JudgedModel], _ metrics: [Metric]) {
    (self.models, self.metrics) = (models, metrics)
  }

  /// The table.
  ///
  /// - Parameter marksBest: whether the best of each metric is marked, where each model has one row.
  /// - Returns: the table.
  /// - Throws: ``EvaluationError``.
  func table(marksBest: Bool) throws -> DisplayTable {
    let isFolded = models.contains(where: \.isFolded)
    var notes = ScoreNotes()
    var rows: [[DisplayTable.Cell]] = []
    var totals: [Int] = []
    for model in models {
      let first = rows.count
      rows += try self.rows(of: model, isFolded: isFolded, &notes)
      totals += model.isFolded ? Array(first + model.parts.count..<rows.count) : []
      if metrics.contains(where: { $0.name == "auc" }) { try notes.addInterval(of: model) }
      if metrics.contains(where: { $0.name == "accuracy" }) { try notes.addMajority(of: model) }
    }
    let table = DisplayTable(
      columns: [.text("Model")] + (isFolded ? [.text("Fold")] : [])
        + metrics.map { .number($0.title) },
      rows: rows, grouping: isFolded ? 1 : 0, totals: totals, notes: notes.texts)
    guard marksBest, !isFolded else { return table }
    return try BestScores(models, metrics).marked(
      table, columns: metrics.indices.map { 1 + $0 })
  }

  private func rows(
    of model: JudgedModel, isFolded: Bool, _ notes: inout ScoreNotes
  ) throws -> [[DisplayTable.Cell]] {
    var rows: [[DisplayTable.Cell]] = []
    func add(_ fold: String, _ values: [Double?]) {
      rows.append(
        [.text(model.name)] + (isFolded ? [.text(fold)] : [])
          + values.map { $0.map { .number($0, decimals: 3) } ?? .empty })
    }
    var columns: [[Double?]] = []
    for metric in metrics { columns.append(try notes.values(of: metric, model)) }
    for (i, part) in model.parts.enumerated() { add(part.fold ?? "", columns.map { $0[i] }) }
    guard model.isFolded else { return rows }
    add("mean", columns.map { JudgedModel.mean(of: $0) })
    add("standard deviation", columns.map { JudgedModel.deviation(of: $0) })
    var pooled: [Double?] = []
    for metric in metrics { pooled.append(try notes.pooled(metric, model)) }
    add("pooled", pooled)
    return rows
  }
}
