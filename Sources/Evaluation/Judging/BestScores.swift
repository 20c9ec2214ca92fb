import Vocabulary

/// Marks the best model of each metric, and says how sure it is that it is the best.
struct BestScores {
  private let models: [JudgedModel]
  private let metrics: [Metric]

  init(_ models: [JudgedModel], _ metrics: [Metric]) {
    (self.models, self.metrics) = (models, metrics)
  }

  /// The table with its best scores marked.
  ///
  /// - Parameters:
  ///   - table: a row for each model, in their order.
  ///   - columns: where each metric stands.
  /// - Returns: the same table with marks and notes.
  /// - Throws: ``EvaluationError``.
  func marked(_ table: DisplayTable, columns: [Int]) throws -> DisplayTable {
    guard models.count > 1 else { return table }
    var table = table
    for (metric, column) in zip(metrics, columns) {
      let values = table.rows.map { row -> Double? in
        if case .number(let value, _) = row[column] { value } else { nil }
      }
      guard let first = values.compactMap({ $0 }).first else { continue }
      let best = values.compactMap { $0 }.reduce(first) {
        metric.isBetter($1, than: $0) ? $1 : $0
      }
      let rows = values.indices.filter { values[$0] == best }
      table.best += rows.map { DisplayTable.Place(row: $0, column: column) }
      if metric.name == "auc", let row = rows.first, let note = try comparison(with: row) {
        table.notes.insert(note, at: 0)
      }
    }
    table.notes.insert("Bold: the best of its column.", at: 0)
    return table
  }

  /// How far the area of each model is from that of the best, on the places that both judged.
  private func comparison(with best: Int) throws -> String? {
    var found: [String] = []
    for index in models.indices where index != best {
      guard let (own, other) = try paired(models[best], models[index]),
        let difference = try AreaDifference(of: own, and: other)
      else { continue }
      let p =
        difference.p < 0.001
        ? "p < 0.001" : "p = \(formatFixed(difference.p, decimals: 3))"
      found.append("\(models[index].name) \(p)")
    }
    guard !found.isEmpty else { return nil }
    return "Difference of the AUC from that of \(models[best].name), all places together, after "
      + "DeLong: \(found.joined(separator: ", "))."
  }

  /// What two models say of the places that both were judged on; none where a place was judged
  /// twice, or the places are of different sets.
  private func paired(
    _ first: JudgedModel, _ second: JudgedModel
  ) throws -> (Predictions, Predictions)? {
    guard first.root == second.root, let own = first.byPlace, let other = second.byPlace else {
      return nil
    }
    let both = own.keys.filter { other[$0] != nil }.sorted()
    func predictions(_ model: [Int32: (label: Double, p: Double)]) throws -> Predictions {
      try Predictions(
        labels: both.compactMap { model[$0]?.label },
        probabilities: both.compactMap { model[$0]?.p })
    }
    let pair = try (predictions(own), predictions(other))
    let ones = pair.0.positives
    return pair.0.labels == pair.1.labels && ones > 1 && pair.0.count - ones > 1 ? pair : nil
  }
}

extension JudgedModel {
  /// Label and probability of each place by its number; none where one was judged twice.
  fileprivate var byPlace: [Int32: (label: Double, p: Double)]? {
    var result: [Int32: (label: Double, p: Double)] = [:]
    for part in parts {
      for (index, place) in part.places.enumerated() {
        guard result[place] == nil else { return nil }
        result[place] = (part.predictions.labels[index], part.predictions.probabilities[index])
      }
    }
    return result
  }
}
