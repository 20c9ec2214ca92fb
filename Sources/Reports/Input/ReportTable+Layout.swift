extension ReportTable {
  /// Neighbouring columns under one head, or a column without one.
  struct HeadRun: Equatable {
    /// The head; empty for a column of its own.
    let group: String
    /// The columns.
    let columns: Range<Int>
  }

  /// The columns by their common heads, from left to right.
  var headRuns: [HeadRun] {
    var runs: [HeadRun] = []
    for (index, column) in columns.enumerated() {
      if let last = runs.last, !column.group.isEmpty, last.group == column.group {
        runs[runs.count - 1] = HeadRun(
          group: last.group, columns: last.columns.lowerBound..<index + 1)
      } else {
        runs.append(HeadRun(group: column.group, columns: index..<index + 1))
      }
    }
    return runs
  }

  /// Whether any columns have a common head.
  var hasGroupHeads: Bool { columns.contains { !$0.group.isEmpty } }

  /// The rows that have the first columns, up to and with one, in common with a row, if it is the
  /// first of them.
  func rowsBegun(at row: Int, column: Int) -> Range<Int>? {
    func mark(_ row: Int) -> [String] { rows[row].cells.prefix(column + 1).map(\.text) }
    let own = mark(row)
    if row > 0, mark(row - 1) == own { return nil }
    let end = rows.indices[row...].first { mark($0) != own } ?? rows.count
    return row..<end
  }

  /// The rows in the groups of the first column; all as one where none groups them.
  var rowGroups: [Range<Int>] {
    guard grouping > 0 else { return rows.isEmpty ? [] : [rows.startIndex..<rows.endIndex] }
    return rows.indices.compactMap { rowsBegun(at: $0, column: 0) }
  }

  /// What each cell of a column lacks after its last character to end where the longest of them
  /// would, so that the points of right-aligned numbers stand below one another.
  ///
  /// Numbers are cut at their point: 12 among 0.25 and 3.1 lacks “.00”, 3.1 lacks “0”. A power of ten
  /// stands to the right of the decimals of all others.
  func missingEnds(ofColumn column: Int) -> [String] {
    let ends = rows.map { NumberEnd(column < $0.cells.count ? $0.cells[column].text : "") }
    let decimals = ends.map(\.decimals).max() ?? 0
    let tail = ends.max { $0.tail.count < $1.tail.count }?.tail ?? ""
    return ends.map { end in
      let point = decimals > 0 && end.decimals == 0 ? "." : ""
      return point + String(repeating: "0", count: decimals - end.decimals)
        + tail.dropFirst(end.tail.count)
    }
  }
}

/// How a printed number ends: its decimals, and what follows them.
private struct NumberEnd {
  let decimals: Int
  /// A power of ten or a unit.
  let tail: String

  init(_ text: String) {
    let whole = text.prefix { $0.isNumber && $0.isASCII || "\u{2212}-+".contains($0) }
    let rest = text.dropFirst(whole.count)
    let fraction =
      rest.first == "." ? rest.dropFirst().prefix { $0.isNumber && $0.isASCII } : ""
    // Words, dashes and signs without a number stand at the point.
    guard whole.contains(where: \.isNumber) else {
      (decimals, tail) = (0, "")
      return
    }
    decimals = fraction.count
    tail = String(rest.dropFirst(fraction.isEmpty ? 0 : 1 + fraction.count))
  }
}
