/// A table for the report and the record.
public struct DisplayTable: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .display }

  /// One column.
  public struct Column: Sendable, Codable, Hashable {
    /// The head.
    public let title: String
    /// The unit beside the head; empty for none.
    public let unit: String
    /// Whether the cells are numbers, aligned at the point.
    public let isNumeric: Bool
    /// The head over this one and its neighbours of the same group; empty for none.
    public let group: String

    /// A column of texts.
    public static func text(_ title: String, under group: String = "") -> Column {
      Column(title: title, unit: "", isNumeric: false, group: group)
    }

    /// A column of numbers.
    public static func number(
      _ title: String, unit: String = "", under group: String = ""
    ) -> Column {
      Column(title: title, unit: unit, isNumeric: true, group: group)
    }

    /// Both heads as one text: `Predicted: landslide`.
    public var name: String { group.isEmpty ? title : "\(group): \(title)" }
  }

  /// Where a cell stands.
  public struct Place: Sendable, Codable, Hashable {
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int

    /// Names a cell.
    public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows, each as long as ``columns``.
  public var rows: [[Cell]]
  /// How many of the first columns say whose the rows are: what neighbouring rows share there is
  /// printed once.
  public var grouping: Int
  /// The rows that sum up those above, ascending.
  public var totals: [Int]
  /// The cells that are marked as the best of their column.
  public var best: [Place]
  /// Remarks below the table.
  public var notes: [String]

  /// Creates a table.
  ///
  /// - Precondition: every row is as long as `columns`.
  public init(
    columns: [Column], rows: [[Cell]], grouping: Int = 0, totals: [Int] = [],
    best: [Place] = [], notes: [String] = []
  ) {
    for row in rows {
      precondition(
        row.count == columns.count,
        "a row has \(row.count) cells but the table \(columns.count) columns")
    }
    self.columns = columns
    self.rows = rows
    self.grouping = grouping
    self.totals = totals
    self.best = best
    self.notes = notes
  }

  /// The table with as many decimals in each column as the cell with the most, as tables put
  /// below one another need it; cells that choose their own digits keep them.
  public var withEvenDecimals: DisplayTable {
    let most = columns.indices.map { column in
      rows.compactMap { row -> Int? in
        guard case .number(_, let decimals) = row[column] else { return nil }
        return decimals
      }.max()
    }
    var even = self
    even.rows = rows.map { row in
      zip(row, most).map { cell, most -> Cell in
        guard case .number(let value, .some) = cell else { return cell }
        return .number(value, decimals: most)
      }
    }
    return even
  }

  /// How large it is.
  public var summary: String { "\(rows.count) rows, \(columns.count) columns" }

  /// Itself.
  public func display() -> DisplayTable { self }
}
