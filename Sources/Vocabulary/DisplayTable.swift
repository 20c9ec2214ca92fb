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
    /// A number, printed with so many decimals, or as few as say it to six digits.
    case number(Double, decimals: Int?)
    /// Nothing to say.
    case empty

    /// The cell as printed.
    public var text: String {
      switch self {
      case .text(let text): text
      case .number(let value, let decimals):
        decimals.map { formatFixed(value, decimals: $0) } ?? formatSignificant(value, digits: 6)
      case .empty: ""
      }
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

  /// How large it is.
  public var summary: String { "\(rows.count) rows, \(columns.count) columns" }

  /// Itself.
  public func display() -> DisplayTable { self }
}
