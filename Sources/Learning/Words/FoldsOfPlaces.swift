import Diagnostics
import Numerics
public import Vocabulary

/// Places divided for cross-validation.
public struct FoldsOfPlaces: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "folds", .value, "Divides places into folds, each held out once from models made with them.",
    formula: """
      At random, of sizes that differ by at most one; “stratified” also deals each label evenly; \
      “by blocks of” keeps squares of that side whole; “by clusters” makes folds of places that lie \
      together (k-means of the coordinates from one random start); “by strips” cuts the ground that \
      the places span, from west to east, into strips of equal width; “by column” makes a fold of each \
      value. “repeated 10 times” divides anew as often, each time with other random numbers: ten \
      times as many folds.
      """,
    sources: [
      "Brenning (2005), doi:10.5194/nhess-5-853-2005",
      "Roberts et al. (2017), doi:10.1111/ecog.02881",
      "Brenning (2012), doi:10.1109/IGARSS.2012.6352393",
    ],
    example: "folds5 = folds of places, 5, by blocks of 2 km")
  let places = Parameter<PlacesValue>(
    "places", .after("of"), .value([.places]), "The places that are divided into folds.")
  let number = Parameter<Int?>(
    "number", .subject, .number(Limits(2...1e6, whole: true)), "The number of folds.", default: nil)
  let isStratified = Parameter<Bool>(
    "stratified", .flag("stratified"), .text, "Deal the places of each label evenly.",
    default: false)
  let side = Parameter<Quantity?>(
    "blocks", .after("by blocks of"), .quantity(.length), "Keep squares of this side whole.",
    default: nil)
  let isClustered = Parameter<Bool>(
    "clusters", .flag("by clusters"), .text, "Make folds of places that lie together.",
    default: false)
  let isStriped = Parameter<Bool>(
    "strips", .flag("by strips"), .text, "Make folds of strips of equal width, from west to east.",
    default: false)
  let column = Parameter<String?>(
    "column", .after("by column"), .columnName, "The column whose values are the folds.",
    default: nil)
  let times = Parameter<Int>(
    "repeated", .around("repeated", "times"), .number(Limits(1...1e4, whole: true)),
    "How often the places are divided anew.", default: 1)
  let stated = Parameter<Int?>(
    "stated", .around("with", "folds"), .number(Limits(2...1e6, whole: true)),
    "How many values the column has; the run holds the file to it.", default: nil)

  /// Creates the word.
  public init() {}

  /// Folds of the places.
  public func infer(_ call: Inference) -> ValueType {
    call.requireOneDivision(
      number: number, column: column, ways: [isStratified, side, isClustered, isStriped, column],
      blocks: side)
    if call.gives(times),
      let fixed = ([column, isStriped] as [any AnyParameter]).first(where: { call.gives($0) })
    {
      call.report(
        .splitUnclear, "“by \(fixed.name)” divides the places in one way only.", at: times,
        help: ["Leave “repeated” out, or divide at random, by blocks or by clusters."])
    }
    var type = ValueType(.folds)
    type.places = call.type(places)?.places
    if let count = call.number(number) ?? call.number(stated) {
      type.count = .known(Int(count) * Int(call.number(times) ?? 1))
    }
    guard let name = call.word(column), let whole = call.type(places) else { return type }
    if let member = whole.member(name) {
      if type.count.value == nil { type.count = member.count }
      // Where the file is not here, the count of places is not known either.
      if type.count.value == nil, whole.count.value != nil {
        call.report(
          .splitUnclear, "How many folds the column “\(name)” makes is not said.", at: column,
          help: ["Write for example: by column \(name), with 5 folds."])
      }
    } else if !whole.members.isEmpty {
      let known = whole.members.map(\.name)
      call.report(
        .noSuchColumn, "“\(call.references(places)[0].text)” has no column “\(name)”.", at: column,
        help: [
          nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
            ?? "Its columns are \(known.joined(separator: ", "))."
        ])
    }
    return type
  }

  /// Draws the folds.
  public func run(_ call: Call) throws -> any Value {
    let places = try call[places]
    if let column = try call[column] {
      let folds = try FoldsValue(of: places, byColumn: column)
      if let stated = try call[stated], stated != folds.count {
        throw LearningError.wrongCount(what: "folds", expected: stated, found: folds.count)
      }
      return folds
    }
    let partitions = try (0..<(try call[times])).map { try partition(places, repetition: $0, call) }
    return FoldsValue(of: places, repeated: partitions, by: try rule(call))
  }

  private func rule(_ call: Call) throws -> FoldRule {
    if let side = try call[side] { return FoldRule("by blocks of \(side.text)", isSpatial: true) }
    if try call[isClustered] { return FoldRule("by clusters", isSpatial: true) }
    if try call[isStriped] { return FoldRule("by strips", isSpatial: true) }
    return try call[isStratified] ? FoldRule("stratified") : .random
  }

  /// One division; the first is the same however often it is repeated.
  private func partition(
    _ places: PlacesValue, repetition: Int, _ call: Call
  ) throws -> Partition {
    var stream = RandomStream(
      seed: call.environment.seed, name: call.randomName,
      purpose: repetition == 0 ? "folds" : "folds, repetition \(repetition + 1)")
    let count = try call[number] ?? 0
    if let side = try call[side] {
      return try .blockFolds(of: places.metres(), side: side.base, folds: count, stream: &stream)
    }
    if try call[isClustered] {
      return try .clusterFolds(of: places.metres(), folds: count, stream: &stream)
    }
    if try call[isStriped] { return try .stripFolds(of: places.metres(), folds: count) }
    if try call[isStratified] {
      guard let labels = places.labels else { throw LearningError.noLabels }
      return try .stratifiedFolds(by: labels.numbers, folds: count, stream: &stream)
    }
    return try .randomFolds(of: places.count, folds: count, stream: &stream)
  }
}
