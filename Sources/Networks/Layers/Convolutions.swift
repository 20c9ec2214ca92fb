public import Vocabulary

/// The functions that may follow a layer's sums.
enum Activation {
  static let names = ["relu", "sigmoid", "tanh", "softmax", "linear"]
}

/// Filters that slide over cells.
public struct Conv2D: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "conv2d", .layer, "Slides filters over rows and columns of cells.",
    formula: "y(i, j, f) = b(f) + Σ x(i + u, j + v, c) w(u, v, c, f); same: the sides stay, beyond "
      + "the edge is 0",
    sources: ["LeCun et al. (1998), doi:10.1109/5.726791"],
    example: "conv2d 64 filters, 3 x 3, same, relu")
  let filters = Parameter<Int>(
    "filters", .before("filters"), .number(.count), "How many filters.")
  let size = Parameter<[Double]>("size", .subject, .pair, "The sides of a filter, in cells.")
  let same = Parameter<Bool>(
    "same", .flag("same"), .literal, "Whether the sides stay as they are.", default: false)
  let activation = Parameter<String>(
    "activation", .subject, .choice(Activation.names), "What follows.", default: "linear")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}

/// Filters that slide along a sequence.
public struct Conv1D: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "conv1d", .layer, "Slides filters along a sequence.",
    formula:
      "y(i, f) = b(f) + Σ x(i + u, c) w(u, c, f); same: the length stays, beyond the end is 0",
    sources: ["Kiranyaz et al. (2021), doi:10.1016/j.ymssp.2020.107398"],
    example: "conv1d 30 filters, width 3, relu")
  let filters = Parameter<Int>(
    "filters", .before("filters"), .number(.count), "How many filters.")
  let width = Parameter<Int>(
    "width", .after("width"), .number(.count), "How many steps a filter takes in.")
  let same = Parameter<Bool>(
    "same", .flag("same"), .literal, "Whether the length stays as it is.", default: false)
  let activation = Parameter<String>(
    "activation", .subject, .choice(Activation.names), "What follows.", default: "linear")

  /// Creates the word.
  public init() {}

  /// One line of a design.
  public func infer(_ call: Inference) -> ValueType { .nothing }
}
