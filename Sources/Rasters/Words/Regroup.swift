import Diagnostics
public import Vocabulary

/// Fewer classes out of many.
public struct Regroup: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "regroup", .value, "Puts many classes of a layer together into fewer, by a table.",
    formula: "the table's columns: class, group",
    example: "rock = regroup geology into 6 units, using \"rock-groups.csv\"")
  let classes = Parameter<any Value>("classes", .subject, .value([.classes]), "The layer.")
  let count = Parameter<Int>(
    "count", .around("into", "units"), .number(.count), "How many classes there will be.")
  let file = Parameter<String>(
    "table", .after("using"), .text, "The file that says which class goes into which group.")

  /// Creates the word.
  public init() {}

  /// A layer of so many classes on the same grid.
  public func infer(_ call: Inference) -> ValueType {
    _ = call.facts(file, kind: .table)
    var result = ValueType(.classes, grid: call.type(classes)?.grid)
    if let wanted = call.number(count) {
      result.count = .known(Int(wanted))
      if let known = call.type(classes)?.count.value, Int(wanted) > known {
        call.report(
          .countImpossible,
          "\(Int(wanted)) units cannot come from the \(known) classes of "
            + "“\(call.references(classes)[0].text)”.",
          at: count, help: ["Ask for at most \(known) units."])
      }
    }
    return result
  }
}
