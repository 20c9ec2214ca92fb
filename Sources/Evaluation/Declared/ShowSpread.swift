import Diagnostics
public import Vocabulary

/// How much a score varies over a family.
public struct ShowSpread: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "show spread", .output, "Shows how much a score varies: mean, standard deviation and range.",
    example: "show spread of repeats by f1 on test as tbl-spread \"F1 over five seeds.\"")
  let models = Parameter<any Value>(
    "models", .after("of"), .value([.model]), "A family of models.", takesFamily: true)
  let metric = Parameter<String>("metric", .after("by"), .metric, "The score, and on which places.")

  /// Creates the word.
  public init() {}

  /// A table with a row for each member of the axes but the seeds.
  public func infer(_ call: Inference) -> ValueType {
    if let type = call.type(models), type.kind != .unknown, type.axes.isEmpty {
      call.report(
        .noSuchAxis, "“\(call.references(models)[0].text)” is one model, which has no spread.",
        at: models, help: ["Give a setting several values, for example: seed each of 1, 2, 3."])
    }
    return ValueType(.display)
  }
}
