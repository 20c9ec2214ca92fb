extension DisplayTable {
  /// Tables of the same columns below one another, each marked in a first column with whose it is.
  ///
  /// - Parameters:
  ///   - tables: the tables with their marks; at least one.
  ///   - title: the head of the first column.
  ///   - marksNotes: whether a note begins with whose it is; else what several share is said once.
  /// - Returns: one table, grouped by the marks.
  /// - Throws: ``UnlikeTablesFault`` where the columns differ, so that no cell is left out.
  public static func stacked(
    _ tables: [(label: String, table: DisplayTable)], under title: String, marksNotes: Bool = false
  ) throws(UnlikeTablesFault) -> DisplayTable {
    var whole = DisplayTable(
      columns: [.text(title)] + (tables.first?.table.columns ?? []), rows: [])
    whole.grouping = 1 + (tables.first?.table.grouping ?? 0)
    for (label, table) in tables {
      guard table.columns == tables[0].table.columns else {
        throw UnlikeTablesFault(member: label, first: tables[0].label)
      }
      let start = whole.rows.count
      whole.rows += table.rows.map { [.text(label)] + $0 }
      whole.totals += table.totals.map { start + $0 }
      whole.best += table.best.map { Place(row: start + $0.row, column: 1 + $0.column) }
      for note in table.notes.map({ marksNotes ? "\(label): \($0)" : $0 })
      where !whole.notes.contains(note) { whole.notes.append(note) }
    }
    return whole.withEvenDecimals
  }
}

/// Tables that are to stand below one another and have not the same columns.
public struct UnlikeTablesFault: Fault {
  let member: String
  let first: String
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var message: String {
    "The table of “\(member)” has other columns than that of “\(first)”."
  }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var advice: String { "Show them in statements of their own." }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var exitCode: Int32 { 1 }
}
