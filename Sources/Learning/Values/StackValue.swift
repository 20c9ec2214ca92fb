public import Rasters
public import Vocabulary

/// Layers that a model reads, in order.
///
/// Each layer is a raster or a column of places. A layer as dummies gives one yes-or-no column for
/// each class; of these, regression and collinearity leave out the first (``reference``), which the
/// others are then compared with, as all of them together say the same as the intercept.
public struct StackValue: ValueWithMembers, Countable, Layered {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .stack }

  /// One layer.
  public struct Layer: Sendable, Hashable, Codable {
    /// Where its values come from.
    public enum Source: Sendable, Hashable, Codable {
      /// A raster of one layer.
      case raster(RasterValue)
      /// A column of the places at which the stack is read.
      case column
    }

    /// The layer's name.
    public let name: String
    /// The unit of its numbers; none where the notebook does not say.
    public let unit: Unit?
    /// Whether its numbers are codes of classes.
    public let isNominal: Bool
    /// The classes of a layer as dummies, in order: their codes, or their texts in a column of texts.
    public let classes: [String]?
    /// Where its values come from.
    public let source: Source
    /// What a value is multiplied by to be in ``unit``.
    public var factor = 1.0

    /// Creates a layer.
    public init(
      name: String, unit: Unit?, isNominal: Bool, classes: [String]?, source: Source
    ) {
      self.name = name
      self.unit = unit
      self.isNominal = isNominal
      self.classes = classes
      self.source = source
    }
  }

  /// One column that a model reads.
  public struct Column: Sendable, Hashable, Codable {
    /// The column's name: the layer's, for dummies followed by `_` and the class.
    public let name: String
    /// Which layer it comes from.
    public let layer: Int
    /// The class that a yes-or-no column stands for.
    public let className: String?
    /// Whether it is the first class of its layer, with which the others are compared.
    public let isReference: Bool
    /// What was stated or learned for it, applied in order.
    public var steps: [ColumnStep] = []
  }

  /// The layers, in order.
  public let layers: [Layer]
  /// The columns, in order.
  public let columns: [Column]

  /// Creates a stack of layers as they are.
  public init(_ layers: [Layer]) {
    self.layers = layers
    columns = layers.enumerated().flatMap { index, layer in
      guard let classes = layer.classes else {
        return [Column(name: layer.name, layer: index, className: nil, isReference: false)]
      }
      return classes.enumerated().map { i, name in
        Column(
          name: layer.name + "_" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" }),
          layer: index, className: name, isReference: i == 0)
      }
    }
  }

  /// Creates a stack of layers and the columns made of them.
  init(layers: [Layer], columns: [Column]) {
    self.layers = layers
    self.columns = columns
  }

  /// The number of columns.
  public var count: Int { columns.count }
  /// The columns but for the first class of each layer as dummies.
  public var columnsWithoutReference: [Column] { columns.filter { !$0.isReference } }

  /// The grid of its rasters; none where a layer is a column.
  public var grid: Grid? {
    var grid: Grid?
    for layer in layers {
      guard case .raster(let raster) = layer.source else { return nil }
      grid = grid ?? raster.grid
    }
    return grid
  }

  /// One layer as a stack of its own.
  public func member(_ name: String) -> (any Value)? {
    guard let index = layers.firstIndex(where: { $0.name == name }) else { return nil }
    if case .raster(let raster) = layers[index].source, layers[index].classes == nil,
      columns.allSatisfy({ $0.layer != index || $0.steps.isEmpty })
    {
      return raster
    }
    return selecting([index])
  }

  /// One of the layers, by its position, with all its columns.
  public func selecting(layer: Int) -> StackValue { selecting([layer]) }

  /// Some of the layers, by their position, with all their columns.
  func selecting(_ positions: [Int]) -> StackValue {
    var kept: [Column] = []
    for (new, old) in positions.enumerated() {
      for column in columns where column.layer == old {
        kept.append(
          Column(
            name: column.name, layer: new, className: column.className,
            isReference: column.isReference, steps: column.steps))
      }
    }
    return StackValue(layers: positions.map { layers[$0] }, columns: kept)
  }

  /// The stack without one layer, or of one layer alone.
  ///
  /// - Throws: ``LearningError/otherColumns(expected:found:)`` where it is not there.
  public func refitted(_ kept: Refit.Layers) throws -> StackValue {
    let name =
      switch kept {
      case .without(let name), .only(let name): name
      }
    guard let position = layers.firstIndex(where: { $0.name == name }) else {
      throw LearningError.otherColumns(expected: [name], found: layers.map(\.name))
    }
    if case .only = kept { return selecting([position]) }
    return selecting(layers.indices.filter { $0 != position })
  }

  /// The same columns with one more change learned for some of them, by name.
  public func applying(_ scaling: Scaling) -> StackValue {
    let changes = Dictionary(
      scaling.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return StackValue(
      layers: layers,
      columns: columns.map { column in
        var column = column
        if let change = changes[column.name] { column.steps.append(.scaled(change)) }
        return column
      })
  }

  /// How many layers and columns.
  public var summary: String {
    let names = layers.map(\.name).joined(separator: ", ")
    return layers.count == count
      ? "\(count) layers: \(names)" : "\(layers.count) layers, \(count) columns: \(names)"
  }

  /// One row for each layer.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [.text("Layer"), .text("Unit"), .text("From"), .number("Columns")],
      rows: layers.enumerated().map { index, layer in
        let from = layer.source == .column ? "column of places" : "raster"
        return [
          .text(layer.name), .text(unitText(of: index)),
          .text(from), .number(Double(columns.count { $0.layer == index }), decimals: 0),
        ]
      })
  }

  /// What the numbers of a layer's columns are, for tables.
  public func unitText(of index: Int) -> String {
    switch columns.first(where: { $0.layer == index })?.steps.last {
    case .scaled: return "scaled"
    case .binned: return "class"
    case .recoded: return "recoded"
    case nil: return layers[index].isNominal ? "class" : layers[index].unit?.symbol ?? ""
    }
  }
}
