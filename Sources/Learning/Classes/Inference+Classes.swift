import Diagnostics
import Vocabulary

/// Checks of the words that count classes.
extension Inference {
  /// Reports layers of a stack that are not in classes.
  func requireClasses(_ stack: any AnyParameter) {
    let layers = type(stack)?.layers ?? []
    let continuous = layers.filter { !$0.isNominal && !$0.isDummies }.map { "“\($0.name)”" }
    guard !continuous.isEmpty else { return }
    let verb = continuous.count == 1 ? "is" : "are"
    let reference = references(stack)[0]
    report(
      .needsClasses,
      "\(continuous.joined(separator: ", ")) of “\(reference.text)” \(verb) not cut into classes.",
      at: stack, help: ["Cut the layers first: binned = bin \(reference.name) …."])
  }

  /// The type of numbers for each class of the layers of a stack, with a part for each layer.
  func numbersOfClasses(_ stack: any AnyParameter, _ kind: Kind) -> ValueType {
    requireClasses(stack)
    var result = ValueType(kind, unit: .one)
    result.layers = type(stack)?.layers ?? []
    result.members = result.layers.map { layer in
      var part = ValueType(kind, unit: .one)
      part.layers = [layer]
      return ValueType.Member(layer.name, part)
    }
    return result
  }

  /// Warns where the shares of classes cannot be those of an area.
  func warnOfSharesOfPlaces(_ stack: any AnyParameter, _ what: String) {
    guard let type = type(stack), type.kind == .stack, type.grid == nil, !type.layers.isEmpty else {
      return
    }
    report(
      .sharesOfPlaces,
      "“\(references(stack)[0].text)” has no cells, so that the \(what) compares landslides with the "
        + "places.",
      at: stack, help: ["Read the layers as rasters, and take the shares from all cells."])
  }
}
