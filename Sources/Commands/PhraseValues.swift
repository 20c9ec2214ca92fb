public import Vocabulary

/// The one value that an argument of the prose or of a statement gives.
///
/// - Throws: the fault of the phrase's word, or ``CallFault`` where it gives several values.
public func quantityValue(of argument: Argument, _ call: Call) throws -> any Value {
  try Quantities.value(of: argument, call)
}

/// What a quantity phrase, a name or arithmetic gives in the run.
enum Quantities {
  /// The value that the checker knows already, if it does.
  static func known(_ argument: Argument) -> Quantity? {
    switch argument.content {
    case .phrase(let phrase): phrase.type.known
    case .reference(let reference): reference.type.known
    case .quantity(let quantity): quantity
    default: nil
    }
  }

  /// The values of an argument, one for each member of a family.
  static func values(of argument: Argument, _ call: Call) throws -> [FamilyMember] {
    if let known = known(argument) { return [FamilyMember([], NumberValue(known))] }
    switch argument.content {
    case .phrase(let phrase): return try values(of: phrase, call)
    case .reference(let reference): return try call.members(of: reference)
    case .expression(let expression):
      return [FamilyMember([], try Arithmetic().evaluate(expression, call))]
    case .quantity(let quantity): return [FamilyMember([], NumberValue(quantity))]
    default: throw CallFault.mismatch("quantity", expected: "a number")
    }
  }

  /// The one value of an argument; a family is refused.
  static func value(of argument: Argument, _ call: Call) throws -> any Value {
    let all = try values(of: argument, call)
    guard all.count == 1 else {
      throw CallFault.mismatch("quantity", expected: "one value, not \(all.count)")
    }
    return all[0].value
  }

  private static func values(of phrase: Phrase, _ call: Call) throws -> [FamilyMember] {
    guard let word = phrase.call.word as? any RunnableWord else {
      throw NotHereFault(phrase: phrase.call.word.entry.phrase)
    }
    let axes = phrase.reduction == nil ? phrase.type.axes : familyAxes(of: phrase.call)
    let members = try combinations(axes).map { coordinates in
      FamilyMember(
        coordinates, try word.run(call.nested(phrase.call, at: call.coordinates + coordinates)))
    }
    guard let reduction = phrase.reduction else { return members }
    return [FamilyMember([], try reduced(members.map(\.value), by: reduction))]
  }

  private static func familyAxes(of call: BoundCall) -> [Axis] {
    var result: [Axis] = []
    // A word that takes a family whole, as a metric its folds, is asked for one member at a time.
    for (_, argument) in call.ordered {
      for reference in argument.references {
        for axis in reference.type.axes where !result.contains(where: { $0.name == axis.name }) {
          result.append(axis)
        }
      }
    }
    return result
  }

  /// Every combination of the axes' members, the last axis running fastest.
  static func combinations(_ axes: [Axis]) -> [[Coordinate]] {
    axes.reduce([[]]) { made, axis in
      made.flatMap { head in axis.members.map { head + [Coordinate(axis.name, $0)] } }
    }
  }

  private static func reduced(
    _ values: [any Value], by reduction: Phrase.Reduction
  ) throws -> NumberValue {
    var numbers: [Double] = []
    var unit = Unit.one
    for value in values {
      switch value {
      case let value as NumberValue:
        numbers.append(value.quantity.value)
        unit = value.quantity.unit
      case let value as NumbersValue:
        numbers += value.values
        unit = value.unit
      default: throw CallFault.mismatch("quantity", expected: "numbers")
      }
    }
    guard let first = numbers.first else {
      throw CallFault.mismatch("quantity", expected: "at least one number")
    }
    let result: Double
    switch reduction {
    case .highest: result = numbers.dropFirst().reduce(first) { max($0, $1) }
    case .lowest: result = numbers.dropFirst().reduce(first) { min($0, $1) }
    case .mean: result = numbers.reduce(0, +) / Double(numbers.count)
    }
    return NumberValue(Quantity(result, unit))
  }
}

/// A word that is declared but cannot be carried out.
struct NotHereFault: Fault {
  let phrase: String
  var message: String { "“\(phrase)” is not here yet." }
  var advice: String { "Remove the statement; this version cannot carry it out." }
  var exitCode: Int32 { 1 }
}
