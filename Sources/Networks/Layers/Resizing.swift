public import Vocabulary

/// The greatest of several neighbours.
public struct MaxPool: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "maxpool", .layer, "Keeps the greatest of several neighbours, which divides the sides.",
    formula: "a side of n becomes ⌊n / k⌋; what is left over at the end is dropped",
    example: "maxpool 2 x 2")
  let size = Parameter<[Double]>(
    "size", .subject, .either([.pair, .number(.count)]),
    "How many cells down and across, or how many steps of a sequence.")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}

/// More cells out of fewer.
public struct Upsample: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "upsample", .layer, "Multiplies the sides by repeating cells or by lines between them.",
    example: "upsample 2 x 2, bilinear")
  let size = Parameter<[Double]>("size", .subject, .pair, "How many cells down and across for one.")
  let method = Parameter<String>(
    "method", .subject, .choice(["nearest", "bilinear"]), "How the cells between are filled.",
    default: "nearest")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}

/// A vector out of anything.
public struct Flatten: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "flatten", .layer, "Puts all numbers in a row, by rows, columns and channels.",
    example: "flatten")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}
