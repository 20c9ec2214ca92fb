/// Rows of texts in columns below one another.
struct TextTable {
  private var rows: [[String]]

  /// Starts with the heads of the columns.
  init(_ heads: String...) { rows = [heads] }

  /// Adds a row.
  mutating func add(_ cells: String...) { rows.append(cells.map(\.inert)) }

  /// The table, two spaces between columns.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        guard column + 1 < row.count else { break }
        line += String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      return line + "\n"
    }.joined()
  }
}
