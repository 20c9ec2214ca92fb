import Diagnostics
import Numerics
public import Vocabulary

/// Layers on a common scale.
public struct ScaleStack: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "scale", .value, "Brings layers to a common scale, learned from some places.",
    formula: """
      min-max: a + (x − min) / (max − min) · (b − a);  standard score: (x − mean) / s, s by n
      Smallest, largest, mean and s are those of the places learned from; elsewhere values may \
      fall outside. Columns of dummies stay 0 and 1.
      """,
    example: "scaled = scale factors by min-max to 0..1, learned from train")
  let stack = Parameter<StackValue>(
    "layers", .subject, .value([.stack]), "The stack whose layers are scaled.")
  let method = Parameter<String>(
    "method", .after("by"), .choice(["min-max", "standard score"]),
    "To a range, or to mean 0 and deviation 1.")
  let range = Parameter<[Double]>(
    "range", .after("to"), .range, "What the smallest and the largest become, for min-max.",
    default: [0, 1])
  let places = Parameter<PlacesValue>(
    "places", .after("learned from"), .value([.places]), "The places to learn from.",
    learns: .features)

  /// Creates the word.
  public init() {}

  /// The same layers as plain numbers.
  public func infer(_ call: Inference) -> ValueType {
    call.requireNoNominalCodes(stack, purpose: "scaling")
    if call.gives(range), call.word(method) == "standard score" {
      call.report(
        .settingUnfit, "A standard score has no range.", at: range,
        help: ["Leave the range out, or write “by min-max”."])
    }
    var type = call.type(stack) ?? ValueType(.stack)
    type.layers = type.layers.map { layer in
      var layer = layer
      layer.unit = .one
      // Codes that a study allows to be scaled are amounts from here on.
      layer.isNominal = layer.isNominal && layer.isDummies
      return layer
    }
    type.members = type.members.map { member in
      var part = member.type
      part.unit = .one
      return ValueType.Member(member.name, part)
    }
    return type
  }

  /// Learns the scale.
  public func run(_ call: Call) throws -> any Value {
    let stack = try call[stack]
    let range = try call[range]
    let how: Scaling.Method =
      try call[method] == "min-max"
      ? .minMax(to: range[0]...range[1]) : .standardScore(.population)
    let amounts = stack.columns.filter { $0.className == nil }
    let samples = try call.samples(of: stack, at: places, columns: amounts)
    return stack.applying(try Scaling(how, learnedFrom: samples))
  }
}
