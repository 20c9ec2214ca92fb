public import Vocabulary

/// A layer in which every unit sees everything.
public struct Dense: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "dense", .layer, "Gives units that each weigh all numbers of a vector.",
    formula: "y(u) = b(u) + Σ x(i) w(i, u), then the activation", example: "dense 128, relu")
  let units = Parameter<Int>("units", .subject, .number(.count), "How many units.")
  let activation = Parameter<String>(
    "activation", .subject, .choice(Activation.names), "What follows.", default: "linear")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}
