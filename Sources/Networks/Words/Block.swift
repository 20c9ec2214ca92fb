public import Vocabulary

/// Layers that networks repeat.
public struct Block: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "block", .value, "Names layers that networks repeat.",
    example: "block twice with n\n  conv2d n filters, 3 x 3, same, relu\n"
      + "  conv2d n filters, 3 x 3, same, relu")
  let name = Parameter<[NewName]>("name", .subject, .newNames, "The block's name.")
  let open = Parameter<[NewName]>(
    "open", .after("with"), .newNames, "The number that each use gives.", default: [])
  let layers = Parameter<[BlockLine]>("layers", .items, .lines(.layers), "The layers, in order.")

  /// Creates the word.
  public init() {}

  /// The design, which is checked where a network uses it.
  public func infer(_ call: Inference) -> ValueType {
    NetDesign(parameters: call.newNames(open), lines: call.argument(layers)).type(.block)
  }
}
