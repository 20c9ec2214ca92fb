import Vocabulary

extension ExampleOutput.Table {
  /// How many rows the manual prints of a longer table.
  private static let shownRows = 12

  /// The first rows of a table, its cells as printed.
  init(_ table: DisplayTable) {
    let isLong = table.rows.count > Self.shownRows + 2
    let shown = isLong ? Array(table.rows.prefix(Self.shownRows)) : table.rows
    self.init(
      columns: table.columns.map {
        ExampleOutput.Table.Column(title: $0.title, unit: $0.unit, isNumeric: $0.isNumeric)
      }, rows: shown.map { $0.map(\.text) }, more: table.rows.count - shown.count,
      notes: table.notes)
  }

  /// The table in Markdown.
  var markdown: String {
    let heads = columns.map { column in
      Markdown.cell(column.title + (column.unit.isEmpty ? "" : " (\(column.unit))"))
    }
    var lines = ["| " + heads.joined(separator: " | ") + " |"]
    lines.append("|" + columns.map { $0.isNumeric ? "---:|" : "---|" }.joined())
    lines += rows.map { "| " + $0.map(Markdown.cell).joined(separator: " | ") + " |" }
    var text = lines.joined(separator: "\n")
    for remark in remarks { text += "\n\n" + Markdown.prose(remark) }
    return text
  }

  /// The table as a terminal shows it, columns below one another.
  var text: String {
    let heads = columns.map { $0.title + ($0.unit.isEmpty ? "" : " (\($0.unit))") }
    let all = [heads] + rows
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    var lines = all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        line += (column == 0 ? "" : "  ") + (columns[column].isNumeric ? gap + cell : cell + gap)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
    lines += remarks
    return lines.joined(separator: "\n")
  }

  private var remarks: [String] {
    (more > 0 ? ["… and \(more) more rows."] : []) + notes
  }
}
