/// A table: named columns of numbers or texts, all of one length.
public struct Table: Sendable, Hashable {
  /// The cells of a column.
  public enum Cells: Sendable, Hashable {
    /// Numbers; NaN is missing.
    case numbers([Double])
    /// Texts; nil is missing.
    case texts([String?])

    /// The number of rows.
    public var count: Int {
      switch self {
      case .numbers(let values): values.count
      case .texts(let values): values.count
      }
    }

    /// The numbers, where the cells are numbers.
    public var numbers: [Double]? {
      if case .numbers(let values) = self { values } else { nil }
    }

    /// The texts, where the cells are texts.
    public var texts: [String?]? {
      if case .texts(let values) = self { values } else { nil }
    }
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// The name in the header.
    public let name: String
    /// The cells.
    public let cells: Cells

    /// Creates a column.
    public init(name: String, cells: Cells) {
      self.name = name
      self.cells = cells
    }
  }

  /// The columns, in the file's order.
  public let columns: [Column]
  /// The number of rows.
  public let rowCount: Int
  /// The file it came from, for messages.
  public let source: String

  /// Creates a table.
  ///
  /// - Precondition: at least one column, and all of one length.
  public init(columns: [Column], source: String) {
    precondition(!columns.isEmpty, "a table without columns")
    rowCount = columns[0].cells.count
    for column in columns {
      precondition(column.cells.count == rowCount, "\(column.cells.count) rows of \(rowCount)")
    }
    self.columns = columns
    self.source = source
  }

  /// The column of a name; none where there is none.
  public subscript(name: String) -> Cells? {
    columns.first { $0.name == name }?.cells
  }

  /// The numbers of a column.
  ///
  /// - Throws: ``TableError`` where there is no such column or it holds texts.
  public func numbers(_ name: String) throws(TableError) -> [Double] {
    guard let cells = self[name] else {
      throw .noColumn(file: source, column: name, columns: columns.map(\.name))
    }
    guard case .texts(let texts) = cells else { return cells.numbers ?? [] }
    let row =
      texts.firstIndex { $0.map { DecimalNumber.read(Array($0.utf8)[...]) == nil } ?? false } ?? 0
    throw .notNumbers(file: source, column: name, row: row + 1, found: (texts[row] ?? ""))
  }
}
