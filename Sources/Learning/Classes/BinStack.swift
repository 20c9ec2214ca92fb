import Diagnostics
public import Vocabulary

/// Continuous layers as classes.
public struct BinStack: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "bin", .value, "Cuts the continuous layers of a stack into classes, one line for each layer.",
    formula: """
      at a, b, c: below a; a to below b; b to below c; from c on
      A class includes its lower limit and not its upper one; the first and the last are open.
      into 6 quantiles: as many cells in each, linear between order statistics; into 6 equal \
      intervals: of the range; of all cells with data, or of the places after “learned from”
      into 8 sectors: equal parts of the circle, the first centred on north; “and flat” adds a class \
      of values below 0, by which some programs mark flat ground; the word aspect gives it no data
      """,
    sources: ["Hyndman & Fan (1996), definition 7, doi:10.1080/00031305.1996.10473566"],
    example:
      "binned = bin raw\n  slope  at 15, 25, 35, 45 degrees\n  aspect into 8 sectors\n"
      + "  twi    into 6 quantiles")
  let stack = Parameter<StackValue>(
    "layers", .subject, .value([.stack]),
    "The stack whose layers are cut; layers without a line stay.")
  let places = Parameter<PlacesValue?>(
    "places", .after("learned from"), .value([.places]),
    "The places whose values are divided by quantiles or equal intervals; left out, all cells.",
    default: nil, learns: .features)
  let rules = Parameter<[BlockLine]>(
    "rules", .items, .lines(.bins), "For each layer its breaks, or into how many classes.")

  /// Creates the word.
  public init() {}

  /// The same layers, those with a line as classes.
  public func infer(_ call: Inference) -> ValueType {
    guard var result = call.type(stack) else { return ValueType(.stack) }
    guard case .lines(let lines) = call.argument(rules)?.content else { return result }
    var done: Set<String> = []
    var hasUnknown = false
    for line in lines {
      guard let index = result.layers.firstIndex(where: { $0.name == line.head }) else {
        reportUnknown(line, result, call)
        hasUnknown = true
        continue
      }
      guard done.insert(line.head).inserted else {
        call.report(
          .sayOnce, "“\(line.head)” has a second line here.", span: line.span,
          help: ["Delete one of the two lines."])
        continue
      }
      check(line, result.layers[index], call)
      checkCount(line, isOnGrid: result.grid != nil, call)
      result.layers[index].isNominal = true
      result.layers[index].unit = .one
    }
    if hasUnknown {
      // The line was meant for one of the layers left: a mistake is told once.
      for index in result.layers.indices { result.layers[index].isNominal = true }
    }
    result.members = result.members.map { member in
      guard done.contains(member.name) else { return member }
      return ValueType.Member(
        member.name, ValueType(.classes, unit: .one, grid: member.type.grid))
    }
    return result
  }

  /// Looks for the limits of the layers that are divided by their values.
  public func run(_ call: Call) throws -> any Value {
    let stack = try call[stack]
    var bins: [String: Bins] = [:]
    for line in try call[rules] { bins[line.head] = try self.bins(line, of: stack, call) }
    return stack.binned(by: bins)
  }

  private func reportUnknown(_ line: BlockLine, _ stack: ValueType, _ call: Inference) {
    guard !stack.layers.isEmpty else { return }
    let known = stack.layers.map(\.name)
    let near = nearest(to: line.head, among: known)
    call.report(
      .noSuchLayer,
      "“\(call.references(self.stack)[0].text)” has no layer “\(line.head)”.", span: line.span,
      help: [
        near.map { "Did you mean “\($0)”?" } ?? "Its layers: \(known.joined(separator: ", "))."
      ])
  }

  /// A number of classes must be two at least, and values to divide must be had.
  private func checkCount(_ line: BlockLine, isOnGrid: Bool, _ call: Inference) {
    let words = line.arguments.compactMap(\.plainWord)
    let numbers = line.arguments.flatMap(\.parts).compactMap(\.knownQuantity)
    if words.contains("at") { return }
    if let count = numbers.first?.value, count < 2 || count != count.rounded() {
      call.report(
        .countImpossible, "“\(line.head)” cannot be cut into \(Quantity.plain(count)) classes.",
        span: line.span, help: ["Ask for two classes at least."])
    } else if !isOnGrid, !call.gives(places), !words.contains(where: { $0.hasPrefix("sectors") }) {
      call.report(
        .settingUnfit,
        "The layers are columns of places, and it is not said whose values are divided.",
        span: line.span, help: ["Write for example: bin raw, learned from train."])
    }
  }

  private func check(_ line: BlockLine, _ layer: LayerFact, _ call: Inference) {
    let words = line.arguments.compactMap { argument -> String? in
      if case .word(let word) = argument.content { word } else { nil }
    }
    if layer.isNominal {
      call.report(
        .nominalCodes, "“\(layer.name)” holds class codes, which have no order to cut.",
        span: line.span, help: ["Delete the line: its classes are used as they are."])
    } else if words.contains("at") {
      checkBreaks(line, layer, call)
    } else if words.contains(where: { $0.hasPrefix("sectors") }), let unit = layer.unit,
      unit.dimension != .angle
    {
      call.report(
        .wrongDimension, "Sectors need an angle, but “\(layer.name)” is \(unit.dimension.phrase).",
        span: line.span, help: ["Give its breaks: \(layer.name) at …."])
    }
  }

  private func checkBreaks(
    _ line: BlockLine, _ layer: LayerFact, _ call: Inference
  ) {
    let span = line.arguments.last?.span ?? line.span
    let breaks = line.arguments.flatMap(\.parts).compactMap(\.knownQuantity)
    for (low, high) in zip(breaks, breaks.dropFirst()) where low.base >= high.base {
      call.report(
        .breaksOutOfOrder,
        "The break \(high.text) of “\(layer.name)” does not lie above \(low.text).",
        span: span, help: ["Write the breaks from low to high."])
      break
    }
    guard let unit = layer.unit,
      let wrong = breaks.first(where: { !fits($0.unit, unit) })
    else { return }
    let found = wrong.unit.dimension == .none ? "plain numbers" : "in \(wrong.unit.symbol)"
    let wanted = unit.dimension == .none ? "plain numbers" : unit.symbol
    call.report(
      .wrongDimension, "The breaks of “\(layer.name)” are \(found), but the layer is in \(wanted).",
      span: span,
      help: [
        unit.dimension == .none
          ? "Write the breaks without a unit." : "Write the breaks in \(wanted)."
      ])
  }

  /// Whether breaks in one unit can cut a layer in another.
  ///
  /// A layer in a compound unit, such as a curvature in 1/m, takes plain numbers too, which count in
  /// that unit.
  private func fits(_ unit: Unit, _ layer: Unit) -> Bool {
    if unit.dimension == layer.dimension { return true }
    let isCompound = !Unit.simple.contains { $0.dimension == layer.dimension }
    return isCompound && unit.dimension == .none
  }
}
