public import Vocabulary

/// Places more than once.
public struct Repeat: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "repeat", .value, "Puts places into a set several times, so that a rare class weighs more.",
    example: "boosted = repeat train 5 times, where it holds 1")
  let places = Parameter<any Value>(
    "places", .subject, .value([.places]), "The places that are repeated.")
  let times = Parameter<Int>(
    "times", .before("times"), .number(.count), "How often each repeated place is in the set.")
  let label = Parameter<Double?>(
    "label", .after("where it holds"), .number(Limits(0...1, whole: true)),
    "Only places that hold this label anywhere.", default: nil)

  /// Creates the word.
  public init() {}

  /// The same places, some more than once.
  public func infer(_ call: Inference) -> ValueType {
    guard var result = call.type(places) else { return ValueType(.places) }
    if let known = result.count.value, let times = call.number(times), !call.gives(label) {
      result.count = .known(known * Int(times))
    } else {
      result.count = .unknown
    }
    result.labelCounts = nil
    return result
  }
}
