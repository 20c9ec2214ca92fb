public import Language
import Vocabulary

extension Program {
  /// The kinds of values that can be made a raster file of.
  private static let rasterKinds: Set<Kind> = [.raster, .classes, .bands, .prediction, .zones]

  /// The names that stand for rasters, in page order.
  public var rasterNames: [String] {
    statements.filter { Self.rasterKinds.contains($0.type.kind) && $0.names.count == 1 }
      .flatMap(\.names)
  }

  /// The mentions of rasters to be made files of, each raster once.
  func mentions(of files: RasterFiles) -> [Reference] {
    switch files {
    case .none: return []
    case .named(let names): return names.compactMap { reference(toRaster: $0) }
    case .shown:
      var known: Set<String> = []
      return statements.flatMap { statement -> [Reference] in
        guard !(statement.statement.label?.id ?? "").isEmpty,
          let word = statement.call.word as? any MapWord,
          let mapped = statement.call.arguments[word.mapped]
        else { return [] }
        return mapped.references.flatMap { made($0) }
      }.filter { known.insert($0.linkName).inserted }
    }
  }

  /// The mention as it stands, or its members where it is of a group, if the study makes them.
  private func made(_ reference: Reference) -> [Reference] {
    guard let statement = statements.first(where: { $0.names.contains(reference.name) }) else {
      return []
    }
    if statement.call.word is any GroupingWord {
      return statement.call.ordered.flatMap { $0.argument.references }.flatMap { made($0) }
    }
    guard Self.rasterKinds.contains(reference.type.kind), statement.inputs.isEmpty else {
      return []
    }
    return [reference]
  }

  private func reference(toRaster name: String) -> Reference? {
    statements.first { $0.names == [name] && Self.rasterKinds.contains($0.type.kind) }
      .map { Reference(name, span: $0.call.span, type: $0.type) }
  }
}
