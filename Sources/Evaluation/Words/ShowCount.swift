import Learning
import Rasters
public import Vocabulary

/// How many there are.
public struct ShowCount: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show count", .output,
    "Shows how many places, features, rows, folds or cells there are, and how places are labelled.",
    formula: "of a raster the cells that have data",
    example: "show count of places, train, validation, test as tbl-patches \"Patches in each set.\""
  )
  let things = Parameter<any Value>(
    "things", .after("of"),
    .values([.places, .points, .lines, .areas, .table, .raster, .classes, .folds]),
    "What is counted.", takesFamily: true)

  /// Creates the word.
  public init() {}

  /// A table with a row for each.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }

  /// Counts each.
  public func run(_ call: Call) throws -> any Value {
    let members = try call.members(things)
    let hasLabels = members.contains { ($0.member.value as? PlacesValue)?.labels != nil }
    return DisplayTable(
      columns: [.text("Name"), .number("Count")]
        + (hasLabels ? [.number("Labelled 1"), .number("Labelled 0")] : []),
      rows: try members.map { mention, member in
        guard let countable = member.value as? any Countable else {
          throw CallFault.mismatch(things.name, expected: "what can be counted")
        }
        let labels = (member.value as? PlacesValue)?.labelCounts.map { [$0.ones, $0.zeros] }
        let counts: [DisplayTable.Cell] =
          labels.map { $0.map { .number(Double($0), decimals: 0) } } ?? [.empty, .empty]
        return [
          .text(name(of: mention, member)), .number(Double(countable.count), decimals: 0),
        ] + (hasLabels ? counts : [])
      })
  }
}

/// The name of a member in a table: the mention, and which member of a family.
func name(of mention: Reference, _ member: FamilyMember) -> String {
  [mention.text, member.label].filter { !$0.isEmpty }.joined(separator: ", ")
}
