/// A fault of a table's text: facts only; lines and columns count from 1, columns in fields.
public enum TableError: Error, Sendable, Equatable {
  /// The file is too large to hold.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// The file holds nothing, or a header and no row.
  case empty(file: String)
  /// The bytes are not UTF-8, or hold NUL.
  case notText(file: String, line: Int)
  /// Two columns have one name.
  case duplicateColumn(file: String, name: String, first: Int, second: Int)
  /// A column has no name.
  case unnamedColumn(file: String, column: Int)
  /// A row has more or fewer fields than the header.
  case raggedRow(file: String, line: Int, found: Int, expected: Int)
  /// A quoted field never ends.
  case openQuote(file: String, line: Int, column: Int)
  /// Something follows a quoted field, or a quote stands within a plain one.
  case strayQuote(file: String, line: Int, column: Int)
  /// The fields seem to be divided by another sign than the comma.
  case wrongSeparator(file: String, found: String)
  /// There is no column of that name.
  case noColumn(file: String, column: String, columns: [String])
  /// A column that must hold numbers holds texts; rows count from 1 below the header.
  case notNumbers(file: String, column: String, row: Int, found: String)

  /// What was found and what was expected, in one sentence.
  public var message: String {
    switch self {
    case .tooLarge(let file, let bytes, let limit):
      "“\(file)” has \(bytes) bytes; the limit for a table is \(limit)."
    case .empty(let file): "“\(file)” has no rows."
    case .notText(let file, let line): "line \(line) of “\(file)” is not UTF-8 text."
    case .duplicateColumn(let file, let name, let first, let second):
      "columns \(first) and \(second) of “\(file)” are both called “\(name)”."
    case .unnamedColumn(let file, let column): "column \(column) of “\(file)” has no name."
    case .raggedRow(let file, let line, let found, let expected):
      "line \(line) of “\(file)” has \(found) fields; the header has \(expected)."
    case .openQuote(let file, let line, let column):
      "the quoted field at line \(line), column \(column) of “\(file)” never ends."
    case .strayQuote(let file, let line, let column):
      "a quote stands inside the field at line \(line), column \(column) of “\(file)”."
    case .wrongSeparator(let file, let found):
      "the fields of “\(file)” are divided by \(found); commas were expected."
    case .noColumn(let file, let column, let columns):
      "“\(file)” has no column “\(column)”; it has \(columns.joined(separator: ", "))."
    case .notNumbers(let file, let column, let row, let found):
      "column “\(column)” of “\(file)” holds “\(found)” in row \(row); numbers were expected."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .tooLarge: "Keep the rows and columns that the study needs."
    case .empty: "Check that the right file is named."
    case .notText: "Save the table as UTF-8."
    case .duplicateColumn, .unnamedColumn: "Give each column a name of its own in the first line."
    case .raggedRow: "Give the line as many fields as the header has."
    case .openQuote, .strayQuote:
      "Quote the whole field, and write a quote inside it twice."
    case .wrongSeparator: "Save the table with commas and decimal points."
    case .noColumn: "Use one of its columns."
    case .notNumbers: "Correct the field, or leave it empty where the number is missing."
    }
  }
}
