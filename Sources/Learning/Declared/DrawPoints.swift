import Diagnostics
import Rasters
public import Vocabulary

/// Points drawn at random.
public struct DrawPoints: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw points", .value, "Draws points at random where a condition holds and others are far.",
    formula: "centres of cells, each with the same chance, none twice",
    example: "absent = draw points as many as slides, where slope < 5 degrees, "
      + "away from slides by 100 m")
  let number = Parameter<Int?>(
    "count", .subject, .number(.count), "How many.", default: nil)
  let model = Parameter<(any Value)?>(
    "like", .after("as many as"), .value([.points, .places]), "As many as there are of these.",
    default: nil)
  let condition = Parameter<(any Value)?>(
    "condition", .after("where"), .condition, "What must hold at each point.", default: nil)
  let others = Parameter<(any Value)?>(
    "others", .after("away from"), .value([.points, .lines, .areas]),
    "Features from which every point keeps away.", default: nil)
  let gap = Parameter<Quantity?>(
    "gap", .after("by"), .quantity(.length), "How far it keeps away.", default: nil)

  /// Creates the word.
  public init() {}

  /// Points, as many as asked for.
  public func infer(_ call: Inference) -> ValueType {
    if call.gives(number) == call.gives(model) {
      call.report(
        .sayOnce, "The number of points must be said once: a number, or “as many as” others.",
        at: number, help: ["Write for example: draw points as many as slides."])
    }
    if call.gives(others) != call.gives(gap) {
      call.report(
        .sayOnce, "“away from” needs both the features and a distance after “by”.",
        at: call.gives(others) ? others : gap,
        help: ["Write for example: away from slides by 100 m."])
    }
    if case .expression(let expression) = call.argument(condition)?.content {
      _ = LayerArithmetic().infer(expression) { code, title, span, help in
        call.report(code, title, span: span, help: help)
      }
    }
    var result = ValueType(.points)
    if let wanted = call.number(number) {
      result.count = .known(Int(wanted))
    } else if let like = call.references(model).first {
      let known = like.type.count.value ?? call.host.statedCount(of: like.name)
      result.count = known.map { .known($0) } ?? .unknown
    }
    return result
  }
}
