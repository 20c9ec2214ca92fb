public import Vocabulary

/// Why classes cannot be put together by a table: facts only; the engine adds the statement.
public enum RegroupError: Error, Sendable, Equatable {
  /// Classes of the layer that no row of the table names.
  case missingClasses(table: String, layer: String, classes: [String])
  /// A class that two rows put into different groups.
  case twoGroups(table: String, class: String, first: String, second: String)
  /// A row without a class or without a group.
  case emptyField(table: String, column: String, row: Int)
  /// A class that is no whole number, and no name of one.
  case notClass(table: String, row: Int, found: String)
  /// A group that is no whole number from 0 to 65535, where groups are numbers.
  case notCode(table: String, row: Int, found: String)
  /// The table makes more or fewer groups than the notebook says.
  case wrongCount(table: String, expected: Int, found: Int)
}

extension RegroupError: Fault {
  /// What was found and what was expected, in one sentence.
  public var message: String {
    switch self {
    case .missingClasses(let table, let layer, let classes):
      "“\(table)” says nothing of \(classes.count == 1 ? "class" : "the classes") "
        + "\(Self.list(classes)) of “\(layer)”."
    case .twoGroups(let table, let name, let first, let second):
      "“\(table)” puts class \(name) into “\(first)” and into “\(second)”."
    case .emptyField(let table, let column, let row):
      "row \(row) of “\(table)” has no \(column)."
    case .notClass(let table, let row, let found):
      "row \(row) of “\(table)” names the class “\(found)”; a whole number was expected."
    case .notCode(let table, let row, let found):
      "row \(row) of “\(table)” names the group \(found); whole numbers from 0 to 65535, or names, "
        + "were expected."
    case .wrongCount(let table, let expected, let found):
      "“\(table)” makes \(found) groups; \(expected) were expected."
    }
  }

  /// What to do about it, one imperative sentence.
  public var advice: String {
    switch self {
    case .missingClasses: "Add a row for each of them."
    case .twoGroups: "Keep one of the two rows."
    case .emptyField: "Fill the field, or remove the row."
    case .notClass, .notCode: "Correct the field."
    case .wrongCount: "Correct the number in the notebook, or the table."
    }
  }

  /// A fault of the data.
  public var exitCode: Int32 { 4 }

  /// The first twenty, and how many more.
  private static func list(_ names: [String]) -> String {
    let more = names.count > 20 ? " and \(names.count - 20) more" : ""
    return names.prefix(20).joined(separator: ", ") + more
  }
}
