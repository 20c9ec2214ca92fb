public import Vocabulary

/// A network with the shape after every layer.
public struct DrawNet: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw net", .output, "Draws a network, with the shape after every layer.",
    example: "draw net perceptron with n 16, reading scaled as fig-net \"The network.\"")
  let net = Parameter<any Value>("net", .subject, .value([.net]), "The network.")
  let settings = Parameter<[BlockLine]>(
    "settings", .after("with"), .literals, "The network's open numbers, by name.", default: [])
  let stack = Parameter<any Value>(
    "layers", .after("reading"), .value([.stack]),
    "The stack of layers that it learns from and predicts by.")

  /// Creates the word.
  public init() {}

  /// A figure.
  public func infer(_ call: Inference) -> ValueType {
    _ = call.checkDesign(
      net, reading: call.type(stack), at: nil, settings: call.argument(settings), example: nil)
    return ValueType(.figure)
  }
}
