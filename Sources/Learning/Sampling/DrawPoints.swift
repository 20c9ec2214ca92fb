import Diagnostics
import Rasters
public import Vocabulary

/// Points drawn at random.
public struct DrawPoints: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "draw points", .value,
    "Draws points at random where a condition holds, in surveyed areas and away from features.",
    formula: """
      Where a layer is named (where, on cells of, stratified by), points are centres of its cells: \
      each cell that has data and fulfils all that is asked has the same chance, none is drawn \
      twice. Else they are drawn uniformly in the areas after “within”; without these in the \
      rectangle round the features after “as many as” or “away from”, which is told. A point keeps away where \
      its distance to the nearest feature is not less than the one after “by”; inside an area the \
      distance is 0. Strata get points in proportion to their cells, by largest remainder. Thinned \
      points are placed one after the other, each uniformly where it keeps the distance from those \
      before. Ground that nobody looked at is not free of landslides: say “within” and “outside”.
      """,
    sources: [
      "Bornaetxea et al. (2018), doi:10.5194/nhess-18-2455-2018",
      "Diggle (2013), section 6.5.2, doi:10.1201/b15326",
    ],
    example: "absent = draw points as many as slides, within surveyed, outside clouds, "
      + "away from slides by 100 m, on cells of dem")
  let number = Parameter<Int?>(
    "count", .subject, .number(.count), "How many points to draw; or say “as many as”.",
    default: nil)
  let ratio = Parameter<Double?>(
    "ratio", .before("times"), .number(.positive),
    "How many times as many; rounded to a whole number of points.", default: nil)
  let model = Parameter<(any Value)?>(
    "like", .after("as many as"), .value([.points, .places, .areas]),
    "As many as there are of these.", default: nil)
  let condition = Parameter<Expression?>(
    "condition", .after("where"), .condition, "What must hold at each point.", default: nil)
  let within = Parameter<FeaturesValue?>(
    "within", .after("within"), .value([.areas]), "Areas in which every point lies.", default: nil)
  let outside = Parameter<[FeaturesValue]>(
    "outside", .after("outside"), .values([.areas]), "Areas in which no point lies.", default: [])
  let others = Parameter<FeaturesValue?>(
    "others", .after("away from"), .value([.points, .lines, .areas]),
    "Features from which every point keeps away.", default: nil)
  let gap = Parameter<Quantity?>(
    "gap", .after("by"), .quantity(.length), "How far it keeps away.", default: nil)
  let strata = Parameter<(any Value)?>(
    "strata", .after("stratified by"), .value([.classes, .zones]),
    "Classes that get points in proportion to their cells.", default: nil)
  let apart = Parameter<Quantity?>(
    "apart", .after("thinned by"), .quantity(.length), "The least distance between two points.",
    default: nil)
  let cells = Parameter<(any Value)?>(
    "cells", .after("on cells of"),
    .value([.raster, .classes, .bands, .stack, .prediction, .zones]),
    "Layers at the centres of whose cells the points lie.", default: nil)

  /// Creates the word.
  public init() {}

  /// Points, as many as asked for.
  public func infer(_ call: Inference) -> ValueType {
    requireOneNumber(call)
    if call.gives(others) != call.gives(gap) {
      call.report(
        .sayOnce, "“away from” needs both the features and a distance after “by”.",
        at: call.gives(others) ? others : gap,
        help: ["Write for example: away from slides by 100 m."])
    }
    for length in [gap, apart] {
      guard let quantity = call.quantity(length), quantity.value <= 0 else { continue }
      call.report(
        .outOfRange, "Expected a distance above 0 m, found \(quantity.text).", at: length,
        help: ["Leave the part out to keep no distance."])
    }
    if case .expression(let expression) = call.argument(condition)?.content {
      inferCondition(expression, call)
    }
    call.requireOneGrid(
      [condition as any AnyParameter, cells, strata].flatMap { call.references($0) })
    for layer in [cells as any AnyParameter, strata] where call.gives(gap) || call.gives(apart) {
      call.requireProjected(layer, for: "a distance between points")
    }
    var result = ValueType(.points)
    if let wanted = call.number(number) {
      result.count = .known(Int(wanted))
    } else if let like = call.references(model).first {
      let known = like.type.count.value ?? call.host.statedCount(of: like.name)
      let times = call.gives(ratio) ? call.number(ratio) : 1
      if let known, let times { result.count = .known(Self.times(times, known)) }
    }
    return result
  }

  private func requireOneNumber(_ call: Inference) {
    if call.gives(ratio), !call.gives(model) {
      call.report(
        .sayOnce, "“times” needs something to compare with.", at: ratio,
        help: ["Write for example: 3 times as many as slides."])
    } else if call.gives(number) == call.gives(model) {
      call.report(
        .sayOnce, "The number of points must be said once: a number, or “as many as” others.",
        at: number, help: ["Write for example: draw points as many as slides."])
    }
  }

  /// The units of a condition, and that it is one: a comparison, or a layer of 1 and 0.
  private func inferCondition(_ expression: Expression, _ call: Inference) {
    let type = LayerArithmetic().infer(expression) { code, title, span, help in
      call.report(code, title, span: span, help: help)
    }
    let isCondition =
      switch expression {
      case .binary(let operation, _, _, _):
        operation.isComparison || operation == .and || operation == .or
      case .unary(let operation, _, _): operation == .not
      case .name: true
      default: false
      }
    guard type.kind != .unknown, !isCondition || type.kind != .raster else { return }
    call.report(
      .wrongKind, "“where” takes a comparison of layers.", at: condition,
      help: ["Write for example: where slope < 5 degrees."])
  }

  static func times(_ ratio: Double, _ count: Int) -> Int {
    Int(min(1e9, (ratio * Double(count)).rounded()))
  }
}
