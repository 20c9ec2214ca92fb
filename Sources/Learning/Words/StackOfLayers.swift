import Diagnostics
public import Rasters
public import Vocabulary

/// Layers for a model to read.
public struct StackOfLayers: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "stack", .value, "Puts layers together for a model to read: rasters, or columns of places.",
    formula: """
      Rasters lie on one grid. A layer “as dummies” becomes one yes-or-no column for each class, \
      in the order of the classes; regression and collinearity compare the others with the first.
      """,
    example: "factors = stack of dem, slope, geology as dummies")
  let layers = Parameter<[any Value]>(
    "layers", .after("of"), .layers, "The layers, in order; classes as dummies.")

  /// Creates the word.
  public init() {}

  /// The layers, with as many columns as is known.
  public func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.stack)
    var onGrid = true
    for (reference, isDummies) in mentions(call.argument(layers)) {
      let facts = facts(of: reference, isDummies: isDummies, call)
      type.layers += facts
      type.seen += reference.type.seen
      if reference.type.kind == .column { onGrid = false }
    }
    var names: Set<String> = []
    for layer in type.layers where !names.insert(layer.name).inserted {
      call.report(
        .layerTwice, "Two layers are called “\(layer.name)”.", at: layers,
        help: ["Give one of them another name in a statement of its own."])
    }
    let grid = call.requireOneGrid(call.references(layers))
    type.grid = onGrid ? grid : nil
    type.count = call.columnCount(type.layers)
    type.members = type.layers.map { layer in
      ValueType.Member(
        layer.name,
        ValueType(layer.isNominal ? .classes : .raster, unit: layer.unit, grid: type.grid))
    }
    return type
  }

  private func facts(
    of reference: Reference, isDummies: Bool, _ call: Inference
  ) -> [LayerFact] {
    let type = reference.type
    let name = reference.path.last ?? reference.name
    switch type.kind {
    case .raster, .prediction, .column, .classes, .zones:
      let isNominal = type.kind == .classes || type.kind == .zones || isDummies
      let classes: ValueType.Count =
        type.kind == .column && !type.classes.isEmpty ? .known(type.classes.count) : type.count
      return [
        LayerFact(
          name, unit: type.unit, isNominal: isNominal, isDummies: isDummies,
          columns: isDummies ? classes : .known(1))
      ]
    case .bands,
      .stack where !isDummies:
      return type.layers
    case .unknown: return [LayerFact(name, unit: nil, columns: .unknown)]
    default:
      call.report(
        .wrongKind, "A stack takes layers, but “\(reference.text)” is \(type.kind.phrase).",
        span: reference.span,
        help: ["Name rasters, bands, classes, stacks or columns of places."])
      return []
    }
  }

  private func mentions(_ argument: Argument?) -> [(reference: Reference, isDummies: Bool)] {
    switch argument?.content {
    case .reference(let reference)?: [(reference, false)]
    case .labelled(let reference, _)?: [(reference, true)]
    case .list(let parts)?, .each(let parts)?: parts.flatMap { mentions($0) }
    default: []
    }
  }

  /// Notes where each layer's values are.
  public func run(_ call: Call) throws -> any Value {
    var (found, columns) = ([StackValue.Layer](), [StackValue.Column]())
    for (reference, isDummies) in mentions(call.argument(layers)) {
      let value = try call.value(of: reference)
      if let stack = value as? StackValue {
        for column in stack.columns {
          columns.append(
            StackValue.Column(
              name: column.name, layer: column.layer + found.count, className: column.className,
              isReference: column.isReference, steps: column.steps))
        }
        found += stack.layers
        continue
      }
      let made = try layersOf(value, reference, isDummies: isDummies)
      for column in StackValue(made).columns {
        columns.append(
          StackValue.Column(
            name: column.name, layer: column.layer + found.count, className: column.className,
            isReference: column.isReference))
      }
      found += made
    }
    return StackValue(layers: found, columns: columns)
  }

  private func layersOf(
    _ value: any Value, _ reference: Reference, isDummies: Bool
  ) throws -> [StackValue.Layer] {
    let own = reference.path.last ?? reference.name
    if let column = value as? ColumnValue {
      return [
        StackValue.Layer(
          name: column.name, unit: column.unit, isNominal: isDummies,
          classes: isDummies ? try classes(of: column) : nil, source: .column)
      ]
    }
    guard let raster = (value as? RasterValue) ?? (value as? any RasterLike)?.raster else {
      throw CallFault.mismatch(layers.name, expected: "layers")
    }
    return raster.layers.map { layer in
      StackValue.Layer(
        name: raster.layers.count == 1 ? own : layer.name, unit: layer.unit,
        isNominal: layer.isNominal || isDummies,
        classes: isDummies ? (layer.codes ?? []).map { "\($0)" } : nil,
        source: .raster(RasterValue(grid: raster.grid, layers: [layer])))
    }
  }

  /// The classes of a column, ascending: numbers by value, texts by their characters.
  private func classes(of column: ColumnValue) throws -> [String] {
    let texts = Set(column.shown).subtracting([""])
    if column.numbers != nil {
      return texts.compactMap { text in Double(text).map { ($0, text) } }.sorted { $0.0 < $1.0 }
        .map(\.1)
    }
    return texts.sorted()
  }
}

/// A value that is a raster with something more, such as zones.
public protocol RasterLike: Value {
  /// The raster.
  var raster: RasterValue { get }
}
