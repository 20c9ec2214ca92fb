public import Vocabulary

/// Rows and named columns, as a value of the run.
public struct TableValue: ValueWithMembers, Countable, Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .table }

  /// The columns, in order.
  public let columns: [ColumnValue]
  /// The file it came from.
  public let source: String

  /// Creates a table.
  ///
  /// - Precondition: at least one column.
  public init(columns: [ColumnValue], source: String) {
    precondition(!columns.isEmpty, "a table without columns")
    self.columns = columns
    self.source = source
  }

  /// The number of rows.
  public var count: Int { columns[0].rowCount }

  /// The column of this name.
  public func member(_ name: String) -> (any Value)? { columns.first { $0.name == name } }

  /// Its size.
  public var summary: String { "\(count) rows, \(columns.count) columns" }

  /// The first rows.
  public func display() -> DisplayTable { firstRows(of: columns, count: count) }
}
