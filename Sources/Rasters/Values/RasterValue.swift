public import Vocabulary

/// One or several layers on one grid, as a value of the run.
///
/// It holds no cells: it names the input file or the payload that does, and
/// ``reader(in:)`` opens it.
public struct RasterValue: ValueWithMembers, Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static var kind: Kind { .raster }

  /// Where the cells lie.
  public let grid: Grid
  /// The layers, in order; at least one.
  public let layers: [RasterLayerFacts]

  /// Creates a value.
  ///
  /// - Precondition: at least one layer.
  public init(grid: Grid, layers: [RasterLayerFacts]) {
    precondition(!layers.isEmpty, "a raster without layers")
    self.grid = grid
    self.layers = layers
  }

  /// The first layer: the only one of a raster or of classes.
  public var first: RasterLayerFacts { layers[0] }

  /// The layer of this name, as a raster of its own.
  public func member(_ name: String) -> (any Value)? {
    layers.first { $0.name == name }.map { RasterValue(grid: grid, layers: [$0]) }
  }

  /// The size, and of one layer the range and the cells without data.
  public var summary: String {
    guard layers.count == 1 else {
      return "\(grid.describe()), \(layers.map(\.name).joined(separator: ", "))"
    }
    let cells = first.statistics
    let missing = cells.noData == 0 ? "" : ", \(cells.noData) without data"
    if let codes = first.codes { return "\(grid.describe()), \(codes.count) classes\(missing)" }
    let unit = first.unit.map { $0.symbol.isEmpty ? "" : " \($0.symbol)" } ?? ""
    let low = formatSignificant(cells.minimum, digits: 4)
    let high = formatSignificant(cells.maximum, digits: 4)
    return "\(grid.describe()), \(low) to \(high)\(unit)\(missing)"
  }

  /// One row for each layer: cells, range, mean and standard deviation.
  public func display() -> DisplayTable {
    DisplayTable(
      columns: [
        .text("Layer"), .text("Unit"), .number("Cells"), .number("Without data"),
        .number("Smallest"), .number("Largest"), .number("Mean"), .number("Standard deviation"),
      ],
      rows: layers.map { layer in
        let cells = layer.statistics
        let counts: [DisplayTable.Cell] = [
          .text(layer.name), .text(layer.isNominal ? "class" : layer.unit?.symbol ?? ""),
          .number(Double(cells.count), decimals: 0), .number(Double(cells.noData), decimals: 0),
        ]
        return counts
          + DisplayTable.Cell.range(
            cells.minimum, cells.maximum, mean: cells.mean, deviation: cells.deviation,
            areClasses: layer.isNominal)
      },
      notes: [grid.describe()])
  }
}
