public import Vocabulary

/// Rows and named columns, as a value of the run.
public struct TableValue: ValueWithMembers, ValueWithRows, Countable, Located, Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .table }

  /// The columns, in order.
  public let columns: [ColumnValue]
  /// The file it came from.
  public let source: String

  /// Where the rows lie; none where that is not known.
  public let sites: Sites?

  /// Creates a table.
  ///
  /// - Precondition: at least one column.
  public init(columns: [ColumnValue], source: String, sites: Sites? = nil) {
    precondition(!columns.isEmpty, "a table without columns")
    self.columns = columns
    self.source = source
    self.sites = sites
  }

  /// The number of rows.
  public var count: Int { columns[0].rowCount }

  /// The column of this name, with its rows where the table's lie.
  public func member(_ name: String) -> (any Value)? {
    columns.first { $0.name == name }.map { sites == nil ? $0 : $0.located(at: sites) }
  }

  /// Its size.
  public var summary: String { "\(count) rows, \(columns.count) columns" }

  /// The first rows.
  public func display() -> DisplayTable {
    table(of: columns, count: count, most: 20)
  }

  /// All rows.
  public func rows() -> DisplayTable { table(of: columns, count: count) }
}
