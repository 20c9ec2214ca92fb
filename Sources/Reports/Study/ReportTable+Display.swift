import Vocabulary

extension ReportTable {
  /// A table that a statement shows: units in the heads, verdicts in colour.
  init(_ table: DisplayTable, caption: String, label: String?) {
    self.init(
      caption: caption, label: label,
      columns: table.columns.map { column in
        Column(
          column.title, unit: column.unit.printed,
          alignment: column.isNumeric ? .right : .left, group: column.group)
      },
      rows: table.rows.enumerated().map { row, cells in
        Row(
          cells.enumerated().map { column, cell in
            let isBest = table.best.contains(DisplayTable.Place(row: row, column: column))
            return Cell(cell.text, tone: isBest ? .best : Self.tone(cell))
          }, isTotal: table.totals.contains(row))
      },
      grouping: table.grouping, notes: table.notes,
      hasRowTitles: table.columns.count > 1 + table.grouping
        && !(table.columns.dropFirst(table.grouping).first?.isNumeric ?? true))
    // Names that each stand at one row only need no group.
    if grouping == 1, rowGroups.allSatisfy({ $0.count == 1 }) {
      grouping = 0
      hasRowTitles = true
    }
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

extension String {
  /// A unit as print writes it: `km²` for `km2`, `km⁻²` for `1/km2`, `°` for `degrees`.
  var printed: String {
    if self == "degrees" { return "°" }
    if hasPrefix("1/") {
      let base = dropFirst(2)
      return base.hasSuffix("2") ? base.dropLast() + "⁻²" : base + "⁻¹"
    }
    return replacing("m2", with: "m²").replacing("m3", with: "m³")
  }
}
