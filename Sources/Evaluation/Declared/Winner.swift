import Diagnostics
public import Vocabulary

/// Which member of a family scores best.
public struct Winner: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "winner", .quantity, "Names the member of a family that scores best.",
    example: "winner of best by f1 on test")
  let models = Parameter<any Value>(
    "models", .after("of"), .value([.model]), "A family of models.", takesFamily: true)
  let metric = Parameter<String>("metric", .after("by"), .metric, "The score, and on which places.")

  /// Creates the word.
  public init() {}

  /// The member's name.
  public func infer(_ call: Inference) -> ValueType {
    if let type = call.type(models), type.kind != .unknown, type.axes.isEmpty {
      call.report(
        .noSuchAxis, "“\(call.references(models)[0].text)” is one model, which nothing can beat.",
        at: models, help: ["Name a family or a group of models."])
    }
    return ValueType(.text)
  }
}
