public import Vocabulary

/// How closely each layer goes with the label.
public struct Association: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "association", .value, "Measures how closely each layer goes with the label.",
    formula: "phi = (n₁₁ n₀₀ − n₁₀ n₀₁) / √(n₁· n₀· n·₁ n·₀)",
    sources: [
      "Yule (1912), doi:10.2307/2340126",
      "Cramér (1946), Mathematical Methods of Statistics, p. 282",
    ],
    example: "phi = association of factors with label, at train, by phi, cut at median")
  let stack = Parameter<any Value>("layers", .after("of"), .value([.stack]), "The layers.")
  let label = Parameter<String>(
    "with", .after("with"), .choice(["label"]), "What they are compared with.")
  let places = Parameter<any Value>(
    "places", .after("at"), .value([.places]), "The places that are counted.", learns: .labels)
  let method = Parameter<String>(
    "method", .after("by"), .choice(["phi", "cramer", "pearson"]), "The measure.")
  let threshold = Parameter<String?>(
    "cut", .after("cut at"), .either([.choice(["median"]), .number(.any)]),
    "Where continuous layers are cut in two, which phi needs.", default: nil)

  /// Creates the word.
  public init() {}

  /// A number for each layer.
  public func infer(_ call: Inference) -> ValueType {
    call.requireNoNominalCodes(stack, purpose: "an association")
    var result = ValueType(.association, unit: .one)
    result.layers = call.type(stack)?.layers ?? []
    result.members = result.layers.map {
      ValueType.Member($0.name, ValueType(.number, unit: .one))
    }
    return result
  }
}
