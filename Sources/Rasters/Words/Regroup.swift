import Diagnostics
public import Vocabulary

/// Fewer classes out of many.
public struct Regroup: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "regroup", .value, "Puts many classes of a layer together into fewer, by a table.",
    formula: """
      The table's columns: class, the code of a class (or its name, where the layer has names); \
      group, the name or the code of the group it goes into. Groups with names get the codes 1, 2, \
      … in the order in which the table first names them. Every class that occurs must be in the \
      table; no data stays.
      """,
    example: "rock = regroup geology into 3 units, using \"rock-groups.csv\"")
  let classes = Parameter<RasterValue>(
    "classes", .subject, .value([.classes]), "The layer of class codes.")
  let count = Parameter<Int>(
    "count", .around("into", "units"), .number(.count), "How many classes there will be.")
  let file = Parameter<String>(
    "table", .after("using"), .text, "The file that says which class goes into which group.")

  /// Creates the word.
  public init() {}

  /// A layer of so many classes on the same grid.
  public func infer(_ call: Inference) -> ValueType {
    let facts = call.facts(file, kind: .table)
    var result = ValueType(.classes, grid: call.type(classes)?.grid)
    for needed in ["class", "group"] where !(facts?.columns?.contains(needed) ?? true) {
      call.report(
        .badFile,
        "The file has no column “\(needed)”; it has \((facts?.columns ?? []).joined(separator: ", ")).",
        at: file, help: ["Name its columns class and group."])
    }
    if let wanted = call.number(count) {
      result.count = .known(Int(wanted))
      if let known = call.type(classes)?.count.value, Int(wanted) > known {
        call.report(
          .countImpossible,
          "\(Int(wanted)) units cannot come from the \(known) classes of "
            + "“\(call.references(classes)[0].text)”.",
          at: count, help: ["Ask for at most \(known) units."])
      } else if let groups = facts?.levels?["group"]?.count, groups != Int(wanted) {
        call.report(
          .countImpossible, "The table makes \(groups) groups, not \(Int(wanted)).", at: count,
          help: ["Write “into \(groups) units”, or correct the table."])
      }
    }
    return result
  }

  /// Puts the classes of every cell into their groups.
  public func run(_ call: Call) throws -> any Value {
    let value = try call[classes]
    let environment = call.environment
    let table = try CSVReader.table(environment.open(input: call[file]))
    let source = call.argument(classes)?.references.first?.text ?? value.first.name
    let groups = try ClassGroups(table, of: value.first, called: source)
    let wanted = try call[count]
    guard groups.count == wanted else {
      throw RegroupError.wrongCount(table: table.source, expected: wanted, found: groups.count)
    }
    let layer = try value.rasterLayers(in: environment)[0]
    let plan = RasterLayerPlan(
      call.names.first ?? value.first.name, unit: nil, isNominal: true)
    let made = try RasterValue.make(on: value.grid, [plan], in: environment) { writer in
      try regroup(layer, by: groups, to: writer, threads: environment.threads)
    }
    var facts = made.first
    facts.labels = facts.codes.flatMap { groups.labels(of: $0) }
    return RasterValue(grid: made.grid, layers: [facts])
  }
}
