public import Vocabulary

/// Places divided into named parts: `train, test = split …`.
public struct SplitValue: ValueWithParts {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .places }

  /// The names of the parts.
  public let names: [String]
  /// The parts, in order.
  public let places: [PlacesValue]

  /// Creates the parts.
  public init(names: [String], places: [PlacesValue]) {
    self.names = names
    self.places = places
  }

  /// The parts, in the order of the names.
  public var parts: [any Value] { places }

  /// How many places each part has.
  public var summary: String {
    zip(names, places).map { "\($0): \($1.summary)" }.joined(separator: "; ")
  }

  /// One row for each part.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [
        .text("Part"), .number("Places"), .number("Labelled 1"), .number("Labelled 0"),
      ],
      rows: zip(names, places).map { name, part in
        let counts: [DisplayTable.Cell] =
          part.labelCounts.map {
            [.number(Double($0.ones), decimals: 0), .number(Double($0.zeros), decimals: 0)]
          } ?? [.empty, .empty]
        return [.text(name), .number(Double(part.count), decimals: 0)] + counts
      })
  }
}
