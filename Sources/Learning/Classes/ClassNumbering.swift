public import Vocabulary

/// A value that gives each class of some layers a number, by which `recode` replaces it.
public protocol ClassNumbering: Value {
  /// The classes that were counted.
  var counts: ClassCounts { get }
  /// What the number of a class is called: a frequency ratio, a weight.
  static var numberName: String { get }

  /// The number of each class of a layer, by its position; not a number where it has none, and
  /// infinite where a class without landslides has none that is finite.
  func numbers(ofLayer index: Int) -> [Double]
}

extension ClassNumbering {
  /// The numbers of a layer by the codes of its classes.
  ///
  /// - Throws: ``LearningError/noLayer(name:known:)``,
  ///   ``LearningError/infiniteNumber(layer:className:what:)``.
  func classNumbers(of name: String) throws(LearningError) -> ClassNumbers {
    guard let index = counts.layers.firstIndex(where: { $0.name == name }) else {
      throw .noLayer(name: name, known: counts.layers.map(\.name))
    }
    let layer = counts.layers[index]
    let numbers = numbers(ofLayer: index)
    if let infinite = numbers.firstIndex(where: \.isInfinite) {
      throw .infiniteNumber(
        layer: name, className: layer.labels[infinite], what: Self.numberName)
    }
    return ClassNumbers(codes: layer.codes, numbers: numbers)
  }
}

extension StackValue {
  /// The layers with the number of its class in place of each value, one column for each layer.
  ///
  /// - Throws: ``LearningError/notInClasses(layer:)``, ``LearningError/noLayer(name:known:)``,
  ///   ``LearningError/otherClasses(layer:)`` where a layer has other classes than were counted.
  func recoded(by numbering: any ClassNumbering) throws(LearningError) -> StackValue {
    let layout = try ClassLayout(of: self)
    var made: [Column] = []
    for (index, layer) in layers.enumerated() {
      guard let facts = layout.layers.first(where: { $0.name == layer.name }) else { continue }
      let numbers = try numbering.classNumbers(of: layer.name)
      let known = numbering.counts.layers.first { $0.name == layer.name }
      guard known?.labels == facts.labels, numbers.codes == facts.codes else {
        throw .otherClasses(layer: layer.name)
      }
      let before = facts.isDummies ? [] : columns[facts.first].steps
      made.append(
        Column(
          name: layer.name, layer: index, className: nil, isReference: false,
          steps: before + [.recoded(numbers)]))
    }
    return StackValue(layers: layers, columns: made)
  }
}
