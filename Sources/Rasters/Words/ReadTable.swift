import Diagnostics
public import Vocabulary

/// A table from a file of comma-separated values.
public struct ReadTable: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "read table", .value, "Reads a table from a CSV file with a header.",
    formula: """
      Commas between fields, “.” for the decimal point, UTF-8. A field that is empty, NA or NaN is \
      missing. After “with” stand the columns that the study uses, each with its unit; after “at” \
      those of easting and northing, or of longitude and latitude, where the rows are places. Without \
      “at”, columns called lon and lat, or longitude and latitude, are taken for them, in EPSG:4326.
      """,
    sources: ["RFC 4180"],
    example: "stations = read table \"rain.csv\" with annual_rain in mm, at x, y, "
      + "crs \"EPSG:32633\"")
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let columns = Parameter<[NewName]>(
    "columns", .after("with"), .newNames,
    "The columns that are used, with their units; the others are kept without.", default: [])
  let coordinates = Parameter<[NewName]>(
    "coordinates", .after("at"), .newNames, "The columns of easting and northing.", default: [])
  let crs = Parameter<String?>(
    "crs", .after("crs"), .text, "The coordinate system, for example EPSG:32717.", default: nil)

  /// Creates the word.
  public init() {}

  /// A table with its columns.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .table)
    let named = call.newNames(columns)
    var type = ValueType(.table)
    type.count = facts?.count.map { .known($0) } ?? .unknown
    if let present = facts?.columns {
      for name in named + call.newNames(coordinates) where !present.contains(name.name) {
        call.report(
          .badFile,
          "The file has no column “\(name.name)”; it has \(present.joined(separator: ", ")).",
          span: name.span, help: ["Use one of its columns."])
      }
    }
    checkCoordinates(call)
    // Of a file that is not there, the columns may yet say it.
    let isLocated =
      call.gives(coordinates) ? true : facts?.columns.map { Self.geographic(in: $0) != nil }
    type.isLocated = isLocated
    let names = facts?.columns ?? named.map(\.name)
    type.members = names.map { name in
      let unit = named.first { $0.name == name }?.unit
      var column = ValueType(.column, unit: unit)
      column.isLocated = isLocated
      return ValueType.Member(name, column)
    }
    return type
  }

  private func checkCoordinates(_ call: Inference) {
    let given = call.newNames(coordinates).count
    if call.gives(coordinates), given != 2 {
      call.report(
        .sayOnce, "“at” takes two columns, easting and northing; found \(given).",
        at: coordinates, help: ["Write for example: at x, y."])
    }
    if call.gives(crs), !call.gives(coordinates) {
      call.report(
        .sayOnce, "A coordinate system is named, but no columns of coordinates.", at: crs,
        help: ["Name them: at x, y."])
    }
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
      }, source: name, sites: try sites(of: table, call))
  }

  /// The columns of longitude and latitude, by their names.
  private static func geographic(in columns: [String]) -> [String]? {
    [["lon", "lat"], ["longitude", "latitude"]].first { $0.allSatisfy(columns.contains) }
  }

  /// Where the rows lie, if the notebook names the columns that say it, or their own names do.
  private func sites(of table: Table, _ call: Call) throws -> Sites? {
    let named: [NewName] = try call[coordinates]
    var axes = named.map(\.name)
    var system = try call[crs]
    if axes.isEmpty, let found = Self.geographic(in: table.columns.map(\.name)) {
      // Columns of such names that hold texts are something else.
      guard found.allSatisfy({ table[$0]?.numbers?.allSatisfy(\.isFinite) ?? false }) else {
        return nil
      }
      (axes, system) = (found, "EPSG:4326")
    }
    guard axes.count == 2 else { return nil }
    let numbers = try axes.map { axis in
      let numbers = try table.numbers(axis)
      guard let row = numbers.firstIndex(where: { !(abs($0) <= Grid.farthest) }) else {
        return numbers
      }
      throw TableError.notNumbers(
        file: table.source, column: axis, row: row + 1, found: "\(numbers[row])")
    }
    return Sites(
      zip(numbers[0], numbers[1]).map { SIMD2($0, $1) },
      crs: try system.map { try call.environment.formats().coordinateSystem($0) })
  }
}
