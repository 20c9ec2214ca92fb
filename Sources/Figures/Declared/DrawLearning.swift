public import Vocabulary

/// Loss and score over the epochs of training.
public struct DrawLearning: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw learning", .output, "Draws loss and accuracy over the epochs of training.",
    example: "draw learning of llr, first 10 epochs as fig-learning \"Validation error.\""
  )
  let models = Parameter<any Value>(
    "models", .after("of"), .values([.model]), "Trained networks.", takesFamily: true)
  let first = Parameter<Int?>(
    "first", .around("first", "epochs"), .number(.count), "How many epochs are drawn.", default: nil
  )

  /// Creates the word.
  public init() {}

  /// A figure.
  public func infer(_ call: Inference) -> ValueType { ValueType(.figure) }
}
