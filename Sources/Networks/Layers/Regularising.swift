public import Vocabulary

/// Numbers left out at random in training.
public struct Dropout: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "dropout", .layer, "Leaves out a share of the numbers at random while training.",
    formula: "y = x / (1 − share) where kept, else 0; y = x when predicting",
    sources: ["Srivastava et al. (2014), J. Mach. Learn. Res. 15, 1929-1958"],
    example: "dropout 50%")
  let share = Parameter<Double>(
    "share", .subject, .number(Limits(0...0.99)), "Which share is left out.")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}

/// Numbers brought to one scale.
public struct Normalise: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "normalise", .layer,
    "Brings each channel to mean 0 and spread 1 over a batch, then rescales it.",
    formula: "y = γ (x − mean) / √(variance + 1e-5) + β",
    sources: ["Ioffe & Szegedy (2015), arXiv:1502.03167"], example: "normalise batch")
  let over = Parameter<String>("over", .subject, .choice(["batch"]), "Over what.")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}
