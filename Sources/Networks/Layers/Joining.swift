public import Vocabulary

/// Several parts side by side.
public struct Join: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "join", .layer, "Puts what was kept before, or the ends of branches, beside what is here.",
    formula: "channels are added; matched: the larger sides are cropped evenly at both ends",
    sources: ["Ronneberger, Fischer & Brox (2015), doi:10.1007/978-3-319-24574-4_28"],
    example: "join s3, matched")
  let parts = Parameter<any Value>(
    "parts", .subject, .values([]), "Names given by “keep as”, or of branches.")
  let matched = Parameter<Bool>(
    "matched", .flag("matched"), .literal, "Whether larger sides are cropped.", default: false)

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}

/// A part with an input of its own.
public struct Branch: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "branch", .layer, "Begins a part with an input of its own, its layers indented below it.",
    example: "branch spatial")
  let name = Parameter<[NewName]>(
    "name", .subject, .newNames, "The name by which “join” finds the part's end.")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}
