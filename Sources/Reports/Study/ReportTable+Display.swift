import Vocabulary

extension ReportTable {
  /// A table that a statement shows: units in the heads, verdicts in colour.
  init(_ table: DisplayTable, caption: String, label: String?) {
    self.init(
      caption: caption, label: label,
      columns: table.columns.map { column in
        Column(
          column.title, unit: Self.printed(column.unit),
          alignment: column.isNumeric ? .right : .left)
      },
      rows: table.rows.map { cells in Row(cells.map { Cell($0.text, tone: Self.tone($0)) }) },
      notes: table.notes,
      hasRowTitles: table.columns.count > 1 && !(table.columns.first?.isNumeric ?? true))
  }

  /// A unit as print writes it: `km²` for `km2`, `°` for `degrees`.
  private static func printed(_ unit: String) -> String {
    unit == "degrees" ? "°" : unit.replacing("m2", with: "m²")
  }

  private static func tone(_ cell: DisplayTable.Cell) -> Tone {
    guard case .text(let text) = cell else { return .plain }
    switch text {
    case "reproduced", "holds": return .good
    case "differs", "does not hold": return .bad
    case "not comparable": return .open
    default: return .plain
    }
  }
}
