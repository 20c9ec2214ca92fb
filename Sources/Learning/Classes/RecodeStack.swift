import Diagnostics
public import Vocabulary

/// Classes as the numbers found for them.
public struct RecodeStack: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "recode", .value, "Puts in place of each class the number found for it.",
    formula: """
      new value = frequency ratio of the cell's class, or its weight of evidence W⁺
      No data stays no data, and so does a class that was not met when the numbers were found. Of a \
      layer as dummies one column is left.
      """,
    sources: ["Lee & Talib (2005), doi:10.1007/s00254-005-1228-z"],
    example: "recoded = recode binned by fr")
  let stack = Parameter<StackValue>(
    "layers", .subject, .value([.stack]), "A stack of class layers, read as classes or cut by bin.")
  let ratios = Parameter<any Value>(
    "ratios", .after("by"), .value([.ratios, .weights]), "The number of each class of each layer.")

  /// Creates the word.
  public init() {}

  /// The same layers as plain numbers.
  public func infer(_ call: Inference) -> ValueType {
    guard var result = call.type(stack) else { return ValueType(.stack) }
    let continuous = result.layers.filter { !$0.isNominal && !$0.isDummies }.map { "“\($0.name)”" }
    let isTold = call.type(ratios)?.layers.contains { !$0.isNominal && !$0.isDummies } ?? false
    if !continuous.isEmpty, !isTold {
      let verb = continuous.count == 1 ? "is" : "are"
      call.report(
        .needsClasses,
        "\(continuous.joined(separator: ", ")) of “\(call.references(stack)[0].text)” \(verb) not cut "
          + "into classes.",
        at: stack, help: ["Recode the stack from which the ratios were counted."])
    }
    let known = call.type(ratios)?.layers.map(\.name) ?? []
    let unknown = result.layers.map(\.name).filter { !known.contains($0) }
    if !known.isEmpty, let first = unknown.first {
      call.report(
        .noSuchLayer,
        "“\(call.references(ratios)[0].text)” holds nothing for the layer “\(first)”.", at: ratios,
        help: ["Use the ratios of the same stack."])
    }
    result.layers = result.layers.map { LayerFact($0.name, unit: .one) }
    result.count = call.columnCount(result.layers)
    result.members = result.members.map { member in
      ValueType.Member(member.name, ValueType(.raster, unit: .one, grid: member.type.grid))
    }
    return result
  }

  /// Notes the number of each class.
  public func run(_ call: Call) throws -> any Value {
    guard let numbering = try call[ratios] as? any ClassNumbering else {
      throw CallFault.mismatch(ratios.name, expected: "frequency ratios or weights")
    }
    return try call[stack].recoded(by: numbering)
  }
}
