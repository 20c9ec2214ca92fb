public import Vocabulary

/// How many there are.
public struct Count: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "count", .quantity,
    "Counts features, rows, places, layers, or the cells of a raster that have data.",
    example: "count of slides")
  let value = Parameter<any Value>("value", .after("of"), .value([]), "What is counted.")
  let within = Parameter<(any Value)?>(
    "within", .after("in"), .value([.areas, .places, .folds]),
    "Only those in these areas or places.", default: nil)

  /// Creates the word.
  public init() {}

  /// A whole number, known already where the count is.
  public func infer(_ call: Inference) -> ValueType {
    var result = ValueType(.number, unit: .one)
    let cells: [Kind] = [.raster, .classes, .prediction, .zones]
    if !call.gives(within), let type = call.type(value), !cells.contains(type.kind),
      let count = type.count.value
    {
      result.known = Quantity(Double(count))
    }
    if let place = call.type(within), let inventory = call.references(value).first,
      let label = place.inventories[inventory.name],
      place.inventories.values.count(where: { $0 == label }) == 1, let counts = place.labelCounts
    {
      result.known = Quantity(Double(counts[label]))
    }
    return result
  }

  /// Counts.
  public func run(_ call: Call) throws -> any Value {
    let counted = try call[value]
    if let place = try call[within] {
      if let inventory = place as? any Inventory,
        let mention = call.argument(value)?.references.first
      {
        return number(try inventory.count(of: counted, called: mention.text))
      }
      if let countable = counted as? any Countable {
        return number(try countable.count(in: place))
      }
    } else if let countable = counted as? any Countable {
      return number(countable.count)
    }
    throw RasterError.outOfRange(
      what: "what is counted", found: type(of: counted).kind.phrase,
      expected: "features, rows, places, layers or cells")
  }

  private func number(_ count: Int) -> NumberValue { NumberValue(Quantity(Double(count))) }
}
