import Diagnostics
import Vocabulary

/// Any value as a table in the report.
struct Show: LightWord {
  let entry = Entry(
    "show", .output, "Puts a value into the report as a table.",
    example: "show collinear as tbl-vif \"Variance inflation of the factors.\"")

  let value = Parameter<Argument>(
    "value", .subject, .expression, "The value, a quantity phrase or arithmetic.",
    takesFamily: true)
  let metric = Parameter<String?>(
    "metric", .after("by"), .metric, "The score by which the members of a family are compared.",
    default: nil)

  func infer(_ call: Inference) -> ValueType {
    if call.gives(metric) {
      call.report(
        .notHere, "Comparing the members of a family is not here yet.", at: metric,
        help: ["Use “show scores of … on …: metric” for models."])
    }
    return ValueType(.display)
  }

  /// A number that the checker knows, or a setting, needs no data.
  func isLight(_ call: BoundCall) -> Bool {
    call.arguments[value.name].map { Quantities.known($0) != nil } ?? false
  }

  func run(_ call: Call) throws -> any Value {
    guard let argument = call.argument(value) else { throw CallFault.missing(value.name) }
    let members = try Quantities.values(of: argument, call)
    let tables = members.map { (label: $0.label, table: $0.value.display()) }
    guard tables.count > 1 || !(tables.first?.label.isEmpty ?? true) else {
      return tables.first?.table ?? DisplayTable(columns: [], rows: [])
    }
    return try Self.sideBySide(tables)
  }

  /// The tables of a family's members below one another, each row marked with its member.
  ///
  /// - Throws: ``UnlikeTablesFault`` where their columns differ, so that no row is left out.
  private static func sideBySide(
    _ tables: [(label: String, table: DisplayTable)]
  ) throws -> DisplayTable {
    let columns = tables[0].table.columns
    var rows: [[DisplayTable.Cell]] = []
    var notes: [String] = []
    for (label, table) in tables {
      guard table.columns.count == columns.count else { throw UnlikeTablesFault(member: label) }
      for row in table.rows { rows.append([.text(label)] + row) }
      for note in table.notes where !notes.contains(note) { notes.append(note) }
    }
    return DisplayTable(columns: [.text("Member")] + columns, rows: rows, notes: notes)
      .withEvenDecimals
  }
}

/// Members of a family whose tables have not the same columns.
private struct UnlikeTablesFault: Fault {
  let member: String
  var message: String { "The table of “\(member)” has other columns than the first member's." }
  var advice: String { "Show the members in statements of their own." }
  var exitCode: Int32 { 1 }
}
