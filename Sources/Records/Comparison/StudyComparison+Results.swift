extension StudyComparison {
  /// Which result of one record is which of the other: by the label, or else by the words that make it
  /// and its place among those without label.
  static func pairs(
    _ before: [RecordedResult], _ after: [RecordedResult]
  ) -> [(RecordedResult?, RecordedResult?)] {
    var partners: [Int: Int] = [:]
    let kinds: [RecordedResult.Kind] = [.quantity, .check, .claim, .table, .figure]
    for kind in kinds {
      func places(_ results: [RecordedResult]) -> [Int] {
        results.indices.filter { results[$0].kind == kind && !results[$0].isLabelled }
      }
      let (old, new) = (places(before), places(after))
      let edits = SequenceDifference(
        from: old.map { before[$0].words }, to: new.map { after[$0].words }
      ).edits
      for case .same(let i, let j) in edits { partners[new[j]] = old[i] }
    }
    let labelled = Dictionary(
      before.indices.filter { before[$0].isLabelled }.map { (before[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    for index in after.indices where after[index].isLabelled {
      guard let old = labelled[after[index].id], before[old].kind == after[index].kind else {
        continue
      }
      partners[index] = old
    }
    let found = Set(partners.values)
    return after.indices.map { index in (partners[index].map { before[$0] }, after[index]) }
      + before.indices.filter { !found.contains($0) }.map { (before[$0], nil) }
  }

  /// What differs in a pair of results; nil where nothing does.
  static func compared(_ before: RecordedResult?, _ after: RecordedResult?) -> Result? {
    guard let before, let after else {
      return Result(before: before, after: after, changes: [], table: nil)
    }
    if before.kind == .table {
      let table = TableComparison(from: before, to: after)
      guard !table.agrees else { return nil }
      let changes = table.rows.filter { $0.before != nil && $0.after != nil }
        .flatMap { $0.cells.compactMap(\.change) }
      return Result(before: before, after: after, changes: changes, table: table)
    }
    var changes: [Change] = []
    let old = named(before.values)
    let new = named(after.values)
    for value in after.values {
      let earlier = old[value.name]
      if let earlier, earlier.agrees(with: value) { continue }
      changes.append(Change(value.name, earlier, value))
    }
    for value in before.values where new[value.name] == nil {
      changes.append(Change(value.name, value, nil))
    }
    // What a picture shows in words says less than that it is another picture.
    if changes.contains(where: { $0.name == "content" }) {
      changes.removeAll { $0.name == "shows" }
    }
    return changes.isEmpty
      ? nil : Result(before: before, after: after, changes: changes, table: nil)
  }

  private static func named(
    _ values: [RecordedResult.Value]
  ) -> [String: RecordedResult.Value] {
    Dictionary(values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
