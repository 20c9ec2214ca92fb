import Diagnostics
import Rasters
import Vocabulary

extension BinStack {
  /// The classes that one line asks for.
  func bins(_ line: BlockLine, of stack: StackValue, _ call: Call) throws -> Bins {
    guard let index = stack.layers.firstIndex(where: { $0.name == line.head }),
      let column = stack.columns.first(where: { $0.layer == index })
    else {
      throw LearningError.noLayer(name: line.head, known: stack.layers.map(\.name))
    }
    let words = line.arguments.compactMap { argument -> String? in
      if case .word(let word) = argument.content { word } else { nil }
    }
    // What was changed before is no longer in the layer's unit.
    let unit = column.steps.isEmpty ? stack.layers[index].unit : .one
    let numbers = try line.arguments.flatMap(\.parts).compactMap { try number($0, call) }
    if words.contains("at") {
      return try Bins(limits: numbers.map { limit($0, in: unit) })
    }
    guard let wanted = numbers.first, let count = Int(exactly: wanted.value), count >= 2 else {
      throw LearningError.tooFewClasses(layer: line.head)
    }
    if let form = words.first(where: { $0.hasPrefix("sectors") }) {
      if form == "sectors and flat" { warnOfNoFlat(stack.layers[index], call) }
      return Bins(
        sectors: count, unit: unit ?? .radian, withFlat: form == "sectors and flat")
    }
    let spread = try ValueSpread(of: index, in: stack, at: call[places], call.environment)
    let limits =
      try words.contains("equal intervals")
      ? spread.equalIntervals(count) : spread.quantiles(count)
    guard zip(limits, limits.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw LearningError.tooFewDistinctValues(layer: line.head, classes: count)
    }
    return try Bins(limits: Array(limits.dropFirst().dropLast()))
  }

  /// Adds a remark where no cell marks flat ground, so that it has no data and no class.
  private func warnOfNoFlat(_ layer: StackValue.Layer, _ call: Call) {
    guard case .raster(let raster) = layer.source, raster.first.statistics.minimum >= 0 else {
      return
    }
    call.environment.warn(
      .noFlatGround,
      "No cell of “\(layer.name)” is below 0: where the ground is flat it has no data, and no class.",
      help: ["Take the classes that the word itself makes: aspect of dem into 8 sectors."])
  }

  /// The quantity that an argument gives, if it is one.
  private func number(_ argument: Argument, _ call: Call) throws -> Quantity? {
    switch argument.content {
    case .quantity(let quantity): return quantity
    case .reference(let reference):
      guard let number = try call.value(of: reference) as? NumberValue else {
        throw CallFault.mismatch(reference.text, expected: "a number")
      }
      return number.quantity
    default: return nil
    }
  }

  /// A limit in the unit of the layer; plain numbers count in a compound unit.
  private func limit(_ quantity: Quantity, in unit: Unit?) -> Double {
    guard let unit else { return quantity.base }
    return quantity.value(in: unit) ?? quantity.value
  }
}

extension StackValue {
  /// The layers with classes in place of values, those that are named.
  func binned(by bins: [String: Bins]) -> StackValue {
    StackValue(
      layers: layers,
      columns: columns.map { column in
        var column = column
        if let own = bins[layers[column.layer].name] { column.steps.append(.binned(own)) }
        return column
      })
  }
}
