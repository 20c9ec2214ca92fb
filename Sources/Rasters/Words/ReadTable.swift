import Diagnostics
public import Vocabulary

/// A table from a file of comma-separated values.
public struct ReadTable: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "read table", .value, "Reads a table from a CSV file with a header.",
    formula: """
      Commas between fields, “.” for the decimal point, UTF-8. A field that is empty, NA or NaN is \
      missing. After “with” stand the columns that the study uses, each with its unit.
      """,
    sources: ["RFC 4180"],
    example: "stations = read table \"stations.csv\" with annual_rain in mm")
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let columns = Parameter<[NewName]>(
    "columns", .after("with"), .newNames,
    "The columns that are used, with their units; the others are kept without.", default: [])

  /// Creates the word.
  public init() {}

  /// A table with its columns.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .table)
    let named = call.newNames(columns)
    var type = ValueType(.table)
    type.count = facts?.count.map { .known($0) } ?? .unknown
    if let present = facts?.columns {
      for name in named where !present.contains(name.name) {
        call.report(
          .badFile,
          "The file has no column “\(name.name)”; it has \(present.joined(separator: ", ")).",
          span: name.span, help: ["Use one of its columns."])
      }
    }
    let names = facts?.columns ?? named.map(\.name)
    type.members = names.map { name in
      let unit = named.first { $0.name == name }?.unit
      return ValueType.Member(name, ValueType(.column, unit: unit))
    }
    return type
  }

  /// Reads the whole table.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let table = try CSVReader.table(call.environment.open(input: name))
    let named = try call[columns]
    for wanted in named {
      // A column with a unit must hold numbers.
      if wanted.unit != nil { _ = try table.numbers(wanted.name) }
      guard table[wanted.name] != nil else {
        throw TableError.noColumn(
          file: name, column: wanted.name, columns: table.columns.map(\.name))
      }
    }
    return TableValue(
      columns: table.columns.map { column in
        ColumnValue(column, unit: named.first { $0.name == column.name }?.unit)
      }, source: name)
  }
}
