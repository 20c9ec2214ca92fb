import Diagnostics
public import Vocabulary

/// Classes as the numbers found for them.
public struct Recode: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "recode", .value, "Puts in place of each class the number found for it.",
    formula: "new value = ratio of the cell's class; no data stays no data",
    example: "recoded = recode binned by fr")
  let stack = Parameter<any Value>("layers", .subject, .value([.stack]), "Layers of classes.")
  let ratios = Parameter<any Value>(
    "ratios", .after("by"), .value([.ratios]), "The number of each class of each layer.")

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
    result.layers = result.layers.map { layer in
      var layer = layer
      layer.unit = .one
      layer.isNominal = false
      return layer
    }
    return result
  }
}
