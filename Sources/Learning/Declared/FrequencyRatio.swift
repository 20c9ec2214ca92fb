import Diagnostics
public import Vocabulary

/// How much more often each class holds the label than the whole.
public struct FrequencyRatio: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "frequency ratio", .value,
    "Says for each class of each layer how much more often it holds landslides than the whole.",
    formula:
      "ratio = (landslides in the class / all landslides) / (places in the class / all places)",
    sources: ["Lee & Talib (2005), doi:10.1007/s00254-005-1228-z"],
    example: "fr = frequency ratio of binned given train")
  let stack = Parameter<any Value>("layers", .after("of"), .value([.stack]), "Layers of classes.")
  let places = Parameter<any Value>(
    "places", .after("given"), .value([.places]), "The places that are counted.", learns: .labels)

  /// Creates the word.
  public init() {}

  /// A ratio for each class of each layer.
  public func infer(_ call: Inference) -> ValueType {
    var result = ValueType(.ratios, unit: .one)
    guard let layers = call.type(stack)?.layers else { return result }
    result.layers = layers
    let continuous = layers.filter { !$0.isNominal && !$0.isDummies }.map { "“\($0.name)”" }
    if !continuous.isEmpty {
      let verb = continuous.count == 1 ? "is" : "are"
      call.report(
        .needsClasses,
        "\(continuous.joined(separator: ", ")) of “\(call.references(stack)[0].text)” \(verb) not cut "
          + "into classes.",
        at: stack, help: ["Cut the layers first: binned = bin \(call.references(stack)[0].name) …."]
      )
    }
    return result
  }
}
