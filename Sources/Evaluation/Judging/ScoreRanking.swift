public import Vocabulary

/// The members of a family of models by a metric, best first.
public struct ScoreRanking {
  private struct Entry {
    let model: JudgedModel
    let score: Double
    let deviation: Double?
  }

  private let entries: [Entry]
  private let metric: Metric

  /// Judges the models; equal ones keep their order.
  ///
  /// - Throws: ``EvaluationError`` where the metric is undefined.
  public init(_ models: [JudgedModel], by metric: Metric) throws(EvaluationError) {
    self.metric = metric
    var entries: [Entry] = []
    for model in models {
      let values = try model.values(of: metric)
      entries.append(
        Entry(
          model: model, score: values.reduce(0, +) / Double(values.count),
          deviation: JudgedModel.deviation(of: values)))
    }
    self.entries = entries.enumerated().sorted { a, b in
      a.element.score == b.element.score
        ? a.offset < b.offset : metric.isBetter(a.element.score, than: b.element.score)
    }.map(\.element)
  }

  /// One row for each model: its rank, its member of each axis, its score.
  ///
  /// - Parameter places: how the notebook calls the places judged on; none for held-out folds.
  /// - Returns: the table.
  public func table(judgedOn places: String?) -> DisplayTable {
    let axes = entries.first?.model.coordinates.map(\.axis) ?? []
    let isFolded = entries.contains { $0.model.isFolded }
    // Equal scores share a rank.
    var rank = 0
    let rows = entries.enumerated().map { position, entry -> [DisplayTable.Cell] in
      if position == 0 || entries[position - 1].score != entry.score { rank = position + 1 }
      return [.number(Double(rank), decimals: 0)]
        + entry.model.coordinates.map { .text($0.member) }
        + [.number(entry.score, decimals: 3)]
        + (isFolded ? [entry.deviation.map { .number($0, decimals: 3) } ?? .empty] : [])
    }
    let better = metric.direction == .higher ? "greater" : "smaller"
    let judged =
      places.map { "judged on “\($0)”" } ?? "the mean over the places that each fold held out"
    return DisplayTable(
      columns: [.number("Rank")]
        + axes.map { .text($0.prefix(1).uppercased() + $0.dropFirst()) }
        + (isFolded
          ? [.number("mean", under: metric.title), .number("SD", under: metric.title)]
          : [.number(metric.title)]),
      rows: rows, notes: ["\(metric.title): \(judged); \(better) is better."])
  }
}
