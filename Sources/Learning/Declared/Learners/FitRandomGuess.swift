import Diagnostics
public import Vocabulary

/// A guess that looks at nothing.
public struct FitRandomGuess: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "fit random guess", .value,
    "Says one of two probabilities at random, the higher as often as the label is 1 in training.",
    formula: "p = high with probability P(label = 1), else low",
    example: "guess = fit random guess on train\n  low  0.001\n  high 0.999")
  let places = Parameter<any Value>(
    "places", .after("on"), .value([.places]), "The places to learn from.", learns: .labels)
  let low = Parameter<Double>("low", .item("low"), .number(.share), "The lower probability.")
  let high = Parameter<Double>("high", .item("high"), .number(.share), "The higher probability.")

  /// Creates the word.
  public init() {}

  /// A model that reads no layer.
  public func infer(_ call: Inference) -> ValueType {
    if let least = call.number(low), let most = call.number(high), least >= most {
      call.report(
        .breaksOutOfOrder,
        "The lower probability \(Quantity.plain(least)) is not below the higher "
          + "\(Quantity.plain(most)).",
        at: low, help: ["Exchange the two."])
    }
    var result = ValueType(.model, grid: call.type(places)?.grid)
    result.members = [
      ValueType.Member("low", ValueType(.number, unit: .one)),
      ValueType.Member("high", ValueType(.number, unit: .one)),
    ]
    return result
  }
}
