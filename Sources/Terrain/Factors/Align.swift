import Diagnostics
public import Vocabulary

/// What lies uphill of each cell.
public struct Align: Word {
  /// The word's entry of the manual.
  public let entry = Entry(
    "align", .value, "Takes each layer's value uphill of every cell, at given distances.",
    formula: "value(cell, d) = layer at the point d up the line of steepest ascent from the cell",
    example: "aligned = align raw uphill on dem, at 30, 100, 300 m")
  let stack = Parameter<any Value>(
    "layers", .subject, .value([.stack]), "The stack whose layers are looked up uphill.")
  let dem = Parameter<any Value>(
    "elevation", .after("uphill on"), .value([.raster]), "The elevation that says where uphill is.")
  let distances = Parameter<[Quantity]>(
    "distances", .after("at"), .quantities(.length), "How far uphill to look.")

  /// Creates the word.
  public init() {}

  /// A stack with each column once for every distance, on the same grid.
  public func infer(_ call: Inference) -> ValueType {
    call.require(.length, of: dem, for: "looking uphill")
    call.requireProjected(dem, for: "looking uphill")
    let grid = call.requireOneGrid(call.references(stack) + call.references(dem))
    let marks = lengths(call)
    var result = ValueType(.stack, grid: grid)
    for layer in call.type(stack)?.layers ?? [] {
      for mark in marks {
        var looking = layer
        looking.name = "\(layer.name) at \(mark.text)"
        result.layers.append(looking)
      }
    }
    result.count = call.type(stack)?.count.value.map { .known($0 * marks.count) } ?? .unknown
    return result
  }

  private func lengths(_ call: Inference) -> [Quantity] {
    let marks = (call.argument(distances)?.parts ?? []).compactMap { part -> Quantity? in
      switch part.content {
      case .quantity(let quantity): quantity
      case .reference(let reference): reference.type.known
      default: nil
      }
    }
    for (near, far) in zip(marks, marks.dropFirst()) where near.base >= far.base {
      call.report(
        .breaksOutOfOrder, "\(far.text) comes after \(near.text), but is not further uphill.",
        at: distances, help: ["Write the distances from near to far, each once."])
      break
    }
    return marks
  }
}

extension Argument {
  /// The elements of a list, or the one argument.
  fileprivate var parts: [Argument] {
    if case .list(let parts) = content { return parts }
    return [self]
  }
}
