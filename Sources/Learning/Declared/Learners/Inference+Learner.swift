import Diagnostics
package import Vocabulary

extension Inference {
  /// The type of a model that is fitted on places and reads a stack: its layers, its grid, the
  /// settings given as parts, and the places of its folds.
  package func model(
    on places: any AnyParameter, reading stacks: [any AnyParameter], folds: any AnyParameter,
    settings: [any AnyParameter]
  ) -> ValueType {
    let mentions = stacks.flatMap { references($0) }
    let grid = requireOneGrid(references(places) + mentions)
    var result = ValueType(.model, grid: grid)
    let stack = mentions.first?.type.withoutAxes()
    result.layers = stack?.layers ?? []
    result.grid = stack?.grid
    if gives(folds) { result.foldedPlaces = type(places)?.places }
    result.members = settings.compactMap { parameter in
      argument(parameter).map { ValueType.Member(parameter.name, settingType($0)) }
    }
    return result
  }

  /// What `model.setting` is: a number where the setting is one, else a text.
  package func settingType(_ argument: Argument) -> ValueType {
    switch argument.content {
    case .quantity(let quantity): return .number(quantity)
    case .reference(let reference):
      var type = ValueType(reference.type.kind, unit: reference.type.unit)
      type.known = reference.type.known
      return type
    case .list(let parts), .each(let parts):
      guard let first = parts.first else { return ValueType(.text) }
      var type = settingType(first)
      type.known = nil
      return type
    default: return ValueType(.text)
    }
  }
}
