import Glibc

/// A table for the report and the record.
public struct DisplayTable: Value {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .display }

  /// One column.
  public struct Column: Sendable, Codable, Hashable {
    /// The head.
    public let title: String
    /// The unit below or beside the head; empty for none.
    public let unit: String
    /// Whether the cells are numbers, aligned at the point.
    public let isNumeric: Bool

    /// A column of texts.
    public static func text(_ title: String) -> Column {
      Column(title: title, unit: "", isNumeric: false)
    }

    /// A column of numbers.
    public static func number(_ title: String, unit: String = "") -> Column {
      Column(title: title, unit: unit, isNumeric: true)
    }
  }

  /// One cell.
  public enum Cell: Sendable, Codable, Hashable {
    /// A text.
    case text(String)
    /// A number, printed with so many decimals, or as few as say it to six digits, with a true minus
    /// sign.
    case number(Double, decimals: Int?)
    /// Nothing to say.
    case empty

    /// The cell as printed.
    public var text: String {
      switch self {
      case .text(let text): text
      case .number(let value, let decimals):
        (decimals.map { formatFixed(value, decimals: $0) } ?? formatSignificant(value, digits: 6))
          .replacing("-", with: "\u{2212}")
      case .empty: ""
      }
    }

    /// The cells of a column whose numbers measure one thing: all with the same decimals, so that
    /// they stand with their points below one another.
    ///
    /// The decimals give the largest number six digits and the smallest four, as far as seven
    /// decimals can, or fewer where all are said with fewer. What is nearer to 0 than 0.00001 is
    /// printed with its power of ten.
    ///
    /// - Parameter values: the numbers; none for an empty cell.
    /// - Returns: a cell for each.
    public static func numbers(_ values: [Double?]) -> [Cell] {
      func isPlain(_ value: Double) -> Bool { value == 0 || abs(value) >= 1e-5 }
      let sizes = values.compactMap { $0 }.filter { $0.isFinite && $0 != 0 && isPlain($0) }
        .map { abs($0) }
      let decimals = decimals(from: sizes.min() ?? 1, to: sizes.max() ?? 1)
      // Trailing zeros that all share say nothing.
      let needed = sizes.map { size in
        formatFixed(size, decimals: decimals).reversed().prefix { $0 == "0" }.count
      }
      let common = max(0, decimals - (needed.min() ?? decimals))
      return values.map { value in
        value.map { .number($0, decimals: isPlain($0) ? common : nil) } ?? .empty
      }
    }

    private static func decimals(from smallest: Double, to largest: Double) -> Int {
      let whole = { (size: Double) in Int(log10(size).rounded(.down)) + 1 }
      return max(0, 6 - whole(largest), min(7, 4 - whole(smallest)))
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows, each as long as ``columns``.
  public var rows: [[Cell]]
  /// Remarks below the table.
  public var notes: [String]

  /// Creates a table.
  ///
  /// - Precondition: every row is as long as `columns`.
  public init(columns: [Column], rows: [[Cell]], notes: [String] = []) {
    for row in rows {
      precondition(
        row.count == columns.count,
        "a row has \(row.count) cells but the table \(columns.count) columns")
    }
    self.columns = columns
    self.rows = rows
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
    let even = rows.map { row in
      zip(row, most).map { cell, most -> Cell in
        guard case .number(let value, .some) = cell else { return cell }
        return .number(value, decimals: most)
      }
    }
    return DisplayTable(columns: columns, rows: even, notes: notes)
  }

  /// How large it is.
  public var summary: String { "\(rows.count) rows, \(columns.count) columns" }

  /// Itself.
  public func display() -> DisplayTable { self }
}
