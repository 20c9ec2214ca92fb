import Learning
public import Vocabulary

/// How common a label is in sets of places.
public struct ShowShare: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show share", .output, "Shows how common a label is in sets of places.",
    formula: "share = places, or cells of patches, with the label / all of them",
    example: "show share of 1 in train, test as tbl-balance \"Share of landslide cells.\"")
  let label = Parameter<Double>(
    "label", .after("of"), .number(Limits(0...1, whole: true)),
    "Which label: 1 for landslides, 0 for other places.")
  let places = Parameter<any Value>(
    "sets", .after("in"), .values([.places]), "Sets of places, each a row.", takesFamily: true)

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var version: Int { 2 }

  /// Creates the word.
  public init() {}

  /// A table with a row for each set.
  public func infer(_ call: Inference) -> ValueType { ValueType(.display) }

  /// Counts each.
  public func run(_ call: Call) throws -> any Value {
    let label = try call[label]
    return DisplayTable(
      columns: [
        .text("Places"), .number("Labelled \(Quantity.plain(label))"), .number("All"),
        .number("Share", unit: "%"),
      ],
      rows: try call.members(places).map { mention, member in
        guard let places = member.value as? PlacesValue else {
          throw CallFault.mismatch(self.places.name, expected: "places")
        }
        guard let labels = places.labels?.numbers else { throw LearningError.noLabels }
        let count = labels.count { $0 == label }
        return [
          .text(name(of: mention, member)), .number(Double(count), decimals: 0),
          .number(Double(labels.count), decimals: 0),
          .number(100 * Double(count) / Double(labels.count), decimals: 2),
        ]
      })
  }
}
