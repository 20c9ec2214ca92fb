import Diagnostics
import Rasters
public import Vocabulary

/// Places with covariates, label and folds in the columns of a table.
public struct ReadPlaces: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "read places", .value,
    "Reads places with their covariates, label and folds from the columns of a CSV file.",
    formula: """
      Labels are 1 for landslides and 0 for other places. Each value of a fold column is a fold. \
      Without “crs” the coordinates are metres of a system of which nothing is known.
      """,
    sources: ["RFC 4180"],
    example: "places = read places \"places.csv\" with slope in degrees, elev in m, "
      + "label landslide, folds fold_random, fold_spatial, at x, y, crs \"EPSG:32633\"")
  let file = Parameter<String>("file", .subject, .text, "The file, in the data folder.")
  let columns = Parameter<[NewName]>(
    "columns", .after("with"), .newNames, "The columns to keep, with their units.", default: [])
  let label = Parameter<String?>(
    "label", .after("label"), .columnName, "The column that holds 1 for landslides, else 0.",
    default: nil)
  let foldColumns = Parameter<[NewName]>(
    "fold columns", .after("folds"), .newNames,
    "Columns whose values divide the places into folds.",
    default: [])
  let coordinates = Parameter<[NewName]>(
    "coordinates", .after("at"), .newNames, "The columns of easting and northing.", default: [])
  let crs = Parameter<String?>(
    "crs", .after("crs"), .text, "The coordinate system, for example EPSG:32717.", default: nil)

  /// Creates the word.
  public init() {}

  /// Places with a part for each column and each division into folds.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .places)
    if let present = facts?.columns { requireColumns(present, call) }
    if call.gives(coordinates), call.newNames(coordinates).count != 2 {
      call.report(
        .splitUnclear, "“at” takes two columns, easting and northing.", at: coordinates,
        help: ["Write for example: at x, y."])
    }
    var type = ValueType(.places)
    type.places = PlaceSet(root: call.name)
    type.isLocated = call.gives(coordinates)
    type.count = facts?.count.map { .known($0) } ?? .unknown
    type.members = call.newNames(columns).map { name in
      var column = ValueType(.column, unit: name.unit)
      column.isLocated = call.gives(coordinates)
      column.classes = facts?.levels?[name.name]?.map(\.value) ?? []
      return ValueType.Member(name.name, column)
    }
    for name in call.newNames(foldColumns) {
      var folds = ValueType(.folds)
      folds.places = type.places
      folds.count = facts?.levels?[name.name].map { .known($0.count) } ?? .unknown
      folds.classes = facts?.levels?[name.name]?.map(\.value) ?? []
      type.members.append(ValueType.Member(name.name, folds))
    }
    if let label = call.word(label), let levels = facts?.levels?[label] {
      type.labelCounts = ["1", "0"].map { value in
        levels.first { $0.value == value }?.count ?? 0
      }
    }
    return type
  }

  private func requireColumns(_ present: [String], _ call: Inference) {
    var wanted = [columns, foldColumns, coordinates].flatMap { call.newNames($0) }
      .map { ($0.name, $0.span) }
    if let name = call.word(label) { wanted.append((name, call.span(label))) }
    for (name, span) in wanted where !present.contains(name) {
      let near = nearest(to: name, among: present)
      call.report(
        .noSuchColumn, "The file has no column “\(name)”.", span: span,
        help: [
          near.map { "Did you mean “\($0)”?" }
            ?? "Its columns are \(present.prefix(20).joined(separator: ", "))."
        ])
    }
  }

  /// Reads the columns that are named.
  public func run(_ call: Call) throws -> any Value {
    let name = try call[file]
    let table = try CSVReader.table(call.environment.open(input: name))
    var kept = try call[columns].map { wanted in
      // A column with a unit must hold numbers.
      if wanted.unit != nil { _ = try table.numbers(wanted.name) }
      return try column(wanted.name, unit: wanted.unit, of: table)
    }
    let folds: [NewName] = try call[foldColumns]
    for fold in folds where !kept.contains(where: { $0.name == fold.name }) {
      kept.append(try column(fold.name, unit: nil, of: table))
    }
    var points: [SIMD2<Double>]?
    let axes: [NewName] = try call[coordinates]
    if axes.count == 2 {
      points = zip(
        try coordinates(axes[0].name, of: table), try coordinates(axes[1].name, of: table)
      )
      .map { SIMD2($0, $1) }
    }
    let places = PlacesValue(
      root: call.names.first ?? name, count: table.rowCount, points: points,
      crs: try call[crs].map { try call.environment.formats().coordinateSystem($0) },
      labels: try call[label].map { try labels($0, of: table) }, columns: kept,
      foldColumns: folds.map(\.name))
    places.warnOfTwins(in: call.environment)
    return places
  }

  private func column(_ name: String, unit: Unit?, of table: Table) throws -> ColumnValue {
    guard let column = table.columns.first(where: { $0.name == name }) else {
      throw LearningError.noColumn(name: name, known: table.columns.map(\.name))
    }
    return ColumnValue(column, unit: unit)
  }

  /// A place without coordinates lies nowhere.
  private func coordinates(_ name: String, of table: Table) throws -> [Double] {
    let numbers = try table.numbers(name)
    if numbers.contains(where: \.isNaN) { throw LearningError.missingValues(column: name) }
    if let row = numbers.firstIndex(where: \.isInfinite) {
      throw LearningError.notFinite(name: name, row: row)
    }
    if let row = numbers.firstIndex(where: { abs($0) > Grid.farthest }) {
      throw RasterError.outOfRange(
        what: "“\(name)” in row \(row + 1)", found: "\(numbers[row])",
        expected: "a coordinate on the Earth")
    }
    return numbers
  }

  private func labels(_ name: String, of table: Table) throws -> [Double] {
    let labels = try table.numbers(name)
    if let row = labels.firstIndex(where: { $0 != 0 && $0 != 1 }) {
      throw LearningError.labelNotBinary(value: labels[row], row: row)
    }
    return labels
  }
}
