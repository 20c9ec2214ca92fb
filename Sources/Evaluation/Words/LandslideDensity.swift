import Diagnostics
import Learning
import Rasters
public import Vocabulary

/// How many landslides lie in each class.
public struct ShowDensity: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show density", .output,
    "Shows how many landslides lie in each class, per area and against its share of the map.",
    formula: "frequency ratio = share of the landslides / share of the area",
    sources: ["Lee & Talib (2005), doi:10.1007/s00254-005-1228-z"],
    example: "show density of slides in zones as tbl-density \"Landslides in each class.\"")
  let points = Parameter<any Value>(
    "points", .after("of"), .value([.points, .places]),
    "The landslides; of places, those labelled 1.")
  let zones = Parameter<ZonesValue>(
    "zones", .after("in"), .values([.zones]), "The zones, of one map or several.",
    takesFamily: true)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

  /// Creates the word.
  public init() {}

  /// A table with a row for each class.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(zones, for: "a density")
    call.warnOfOwnBreaks(zones)
    return ValueType(.display)
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    let points = try call[points]
    let members = try call.members(zones)
    var (rows, totals, notes) = ([[DisplayTable.Cell]](), [Int](), [String]())
    for (mention, member) in members {
      guard let zones = member.value as? ZonesValue else {
        throw CallFault.mismatch(self.zones.name, expected: "zones")
      }
      let counted = try zones.landslides(points, call.environment)
      let table = try zones.table(landslides: counted.inClass)
      let name = member.label.isEmpty ? mention.text : member.label
      for (label, row) in zip(zones.labels, table.rows) {
        rows.append((members.count > 1 ? [.text(name)] : []) + cells(label, row))
      }
      totals.append(rows.count)
      rows.append(
        (members.count > 1 ? [.text(name)] : []) + cells("all classes", table.whole))
      if counted.outside > 0 {
        notes.append(
          "\(counted.outside) \(counted.outside == 1 ? "landslide lies" : "landslides lie") off the map\(members.count > 1 ? " of \(name)" : "")."
        )
      }
    }
    return DisplayTable(
      columns: (members.count > 1 ? [.text("Map")] : []) + [
        .text("Class"), .number("Cells"), .number("Area", unit: "%"), .number("Landslides"),
        .number("Landslides", unit: "%"), .number("Frequency ratio"),
        .number("Density", unit: "1/km2"),
      ], rows: rows, grouping: members.count > 1 ? 1 : 0, totals: totals, notes: notes)
  }

  private func cells(_ label: String, _ row: ClassTable.Row) -> [DisplayTable.Cell] {
    func cell(_ value: Double?, decimals: Int = 3) -> DisplayTable.Cell {
      value.map { .number($0, decimals: decimals) } ?? .empty
    }
    return [
      .text(label), .number(Double(row.cells), decimals: 0),
      cell(100 * row.areaShare, decimals: 2), .number(Double(row.landslides ?? 0), decimals: 0),
      cell(row.landslideShare.map { 100 * $0 }, decimals: 2), cell(row.frequencyRatio),
      cell(row.density),
    ]
  }
}

/// How many landslides lie in a class, per square kilometre.
public struct DensityOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "density", .quantity, "Gives the landslides per square kilometre of a class, or of all.",
    formula: "landslides in the class / area of the class",
    example: "density of slides in zones at \"very high\", 2 decimals")
  let points = Parameter<any Value>(
    "points", .after("of"), .value([.points, .places]),
    "The landslides; of places, those labelled 1.")
  let zones = Parameter<ZonesValue>("zones", .after("in"), .value([.zones]), "The zones.")
  let label = Parameter<[String]>(
    "class", .after("at"), .classNames, "The class; left out, all.", default: [])

  /// Creates the word.
  public init() {}

  /// A number.
  public func infer(_ call: Inference) -> ValueType {
    call.requireProjected(zones, for: "a density")
    call.requireClasses(label, of: zones)
    return ValueType(.number, unit: .one)
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    let zones = try call[zones]
    let counts = try zones.landslides(call[points], call.environment).inClass
    let chosen = try call[label].map { try zones.index(of: $0) }
    let classes = chosen.isEmpty ? Array(counts.indices) : chosen
    let area = Double(classes.reduce(0) { $0 + zones.cells[$1] }) * (try zones.cellArea()) / 1e6
    guard area > 0 else {
      throw EvaluationError.undefined(metric: "Density", because: "the class has no cells")
    }
    return NumberValue(Quantity(Double(classes.reduce(0) { $0 + counts[$1] }) / area))
  }
}

extension ZonesValue {
  /// How many landslides lie in each class, and how many off the map.
  func landslides(
    _ points: any Value, _ environment: any RunEnvironment
  ) throws -> (inClass: [Int], outside: Int) {
    let found = try landslidePoints(of: points, in: raster.grid.crs, environment)
    let values = try sampleCells(raster.rasterLayers(in: environment), at: found)[0]
    var counts = [Int](repeating: 0, count: labels.count)
    for value in values where !value.isNaN { counts[Int(value) - 1] += 1 }
    return (counts, values.count { $0.isNaN })
  }
}
