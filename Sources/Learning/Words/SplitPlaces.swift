import Diagnostics
import Numerics
import Rasters
public import Vocabulary

/// Places in parts, to learn from and to be judged on.
public struct SplitPlaces: RunnableWord, PartsWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "split", .value, "Divides places into parts, to learn from one and to be judged on another.",
    formula: """
      At random in the shares given, counts by largest remainders; “stratified” keeps the share of \
      landslides in every part; “by blocks of” keeps squares of that side whole, each going to the \
      part furthest below its share; “by column” goes by the values of a column.
      """,
    sources: ["Roberts et al. (2017), doi:10.1111/ecog.02881"],
    example: "train, test = split places 70% / 30%, stratified")
  let places = Parameter<PlacesValue>(
    "places", .subject, .value([.places]), "The places that are divided.")
  let shares = Parameter<[Double]>(
    "shares", .subject, .shares, "The share of each part.", default: [])
  let isStratified = Parameter<Bool>(
    "stratified", .flag("stratified"), .text, "Keep the share of each label in every part.",
    default: false)
  let side = Parameter<Quantity?>(
    "blocks", .after("by blocks of"), .quantity(.length), "Keep squares of this side whole.",
    default: nil)
  let column = Parameter<String?>(
    "column", .after("by column"), .columnName, "The column whose values are the parts.",
    default: nil)
  let values = Parameter<[String]>(
    "values", .after("into"), .classNames, "The values of the column, one for each part in order.",
    default: [])

  /// Creates the word.
  public init() {}

  /// The places, of which ``parts(of:names:_:)`` gives the parts.
  public func infer(_ call: Inference) -> ValueType {
    call.requireOneDivision(
      number: shares, column: column, ways: [isStratified, side, column], blocks: side)
    if call.gives(column), !call.gives(values) {
      call.report(
        .splitUnclear, "The values of the column that make the parts are not named.", at: column,
        help: ["Write for example: by column part, into \"training\", \"validation\"."])
    }
    requireValues(call)
    let given = partCount(call)
    if given > 0, given != call.names.count {
      call.report(
        .nameCount,
        "The places are split into \(given) parts, but "
          + (call.names.count == 1 ? "1 name stands" : "\(call.names.count) names stand")
          + " before “=”.", at: call.gives(shares) ? shares : values,
        help: ["Give each part a name: train, test = split …"])
    }
    return call.type(places) ?? ValueType(.places)
  }

  /// Reports values that the column does not have, and those it has that make no part.
  private func requireValues(_ call: Inference) {
    guard let name = call.word(column), let whole = call.type(places), !whole.members.isEmpty
    else { return }
    guard let member = whole.member(name) else {
      let known = whole.members.map(\.name)
      call.report(
        .noSuchColumn, "“\(call.references(places)[0].text)” has no column “\(name)”.", at: column,
        help: [
          nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
            ?? "Its columns are \(known.joined(separator: ", "))."
        ])
      return
    }
    guard !member.classes.isEmpty, case .list(let parts)? = call.argument(values)?.content else {
      return
    }
    let named = parts.compactMap { part -> String? in
      if case .text(let text) = part.content { return text }
      return nil
    }
    if Set(named) != Set(member.classes) {
      call.report(
        .splitUnclear,
        "The column “\(name)” holds \(member.classes.joined(separator: ", ")), but the parts are "
          + "\(named.joined(separator: ", ")).", at: values,
        help: ["Name each value of the column once."])
    }
  }

  private func partCount(_ call: Inference) -> Int {
    switch (call.argument(shares)?.content, call.argument(values)?.content) {
    case (.shares(let shares)?, _): shares.count
    case (nil, .list(let parts)?): parts.count
    case (nil, _?): 1
    default: 0
    }
  }

  /// The parts, which no place has in common, with their counts where those are known.
  public func parts(of whole: ValueType, names: [String], _ call: Inference) -> [ValueType] {
    var shares: [Double]?
    if case .shares(let given)? = call.argument(self.shares)?.content { shares = given }
    let identity = names.joined(separator: ", ")
    return names.indices.map { index in
      var part = whole
      part.places = whole.places?.part(index, of: identity)
      part.count = .unknown
      part.labelCounts = nil
      guard let shares, shares.count == names.count, !call.gives(side) else { return part }
      if call.gives(isStratified) {
        part.labelCounts = whole.labelCounts?.map {
          largestRemainders(of: $0, shares: shares)[index]
        }
        if let counts = part.labelCounts { part.count = .known(counts.reduce(0, +)) }
      } else if let count = whole.count.value {
        part.count = .known(largestRemainders(of: count, shares: shares)[index])
      }
      return part
    }
  }

  /// Draws the parts.
  public func run(_ call: Call) throws -> any Value {
    let places = try call[places]
    var stream = RandomStream(
      seed: call.environment.seed, name: call.randomName, purpose: "split")
    let shares = try call[shares]
    let partition: Partition
    if let column = try call[column] {
      partition = try byColumn(column, try call[values], of: places)
    } else if let side = try call[side] {
      partition = try .blocks(
        of: places.metres(), side: side.base, shares: shares, stream: &stream)
    } else if try call[isStratified] {
      guard let labels = places.labels else { throw LearningError.noLabels }
      partition = try .stratified(by: labels.numbers, shares: shares, stream: &stream)
    } else {
      partition = try .random(of: places.count, shares: shares, stream: &stream)
    }
    return SplitValue(
      names: call.names,
      places: call.names.indices.map { places.selecting(partition.rows(in: $0)) })
  }

  private func byColumn(
    _ column: String, _ values: [String], of places: PlacesValue
  ) throws -> Partition {
    let found = try places.texts(ofColumn: column)
    let parts = try found.map { text in
      guard let part = values.firstIndex(of: text) else {
        throw LearningError.wrongCount(
          what: "values in the column “\(column)”", expected: values.count,
          found: Set(found).count)
      }
      return part
    }
    return try Partition(partOfRow: parts, names: values)
  }
}

extension Inference {
  /// Reports a division that is said in no way or in two.
  func requireOneDivision(
    number: any AnyParameter, column: any AnyParameter, ways: [any AnyParameter],
    blocks: any AnyParameter
  ) {
    if gives(column) == gives(number) {
      report(
        .splitUnclear,
        gives(column)
          ? "The places are divided by a column and by “\(number.name)” at once."
          : "It is not said how the places are divided.",
        at: gives(column) ? column : number,
        help: ["Give either \(number.help.lowercased().dropLast()), or a column."])
    }
    requirePositive(blocks)
    let ways = ways.filter { gives($0) }
    if ways.count > 1 {
      report(
        .splitUnclear, "“\(ways[0].name)” and “\(ways[1].name)” cannot hold at the same time.",
        at: ways[1], help: ["Keep one of the two."])
    }
  }
}

extension PlacesValue {
  /// The coordinates in metres.
  ///
  /// - Throws: ``LearningError/noCoordinates(places:)`` or ``LearningError/degrees(places:)``.
  func metres() throws(LearningError) -> [SIMD2<Double>] {
    guard let points else { throw .noCoordinates(places: root) }
    guard let crs else { return points }
    guard let unit = crs.metresPerUnit else { throw .degrees(places: root) }
    return unit == 1 ? points : points.map { $0 * unit }
  }
}
