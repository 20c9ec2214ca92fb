public import Vocabulary

/// The side of a raster's cells.
public struct CellOf: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "cell", .quantity, "Gives the side of a raster's cells.",
    formula: "In metres on a projected grid, in degrees else; cells that are not square have none.",
    example: "check cell of dem is 20 m")
  let layer = Parameter<RasterValue>(
    "layer", .after("of"), .value([.raster, .classes, .bands, .prediction, .zones]), "The layer.")

  /// Creates the word.
  public init() {}

  /// A length, or an angle on a grid in degrees.
  public func infer(_ call: Inference) -> ValueType {
    guard let grid = call.type(layer)?.grid else { return ValueType(.number, unit: .metre) }
    if let extent = grid.extent {
      return .number(Quantity(extent.cellWidth, extent.isGeographic ? .degree : .metre))
    }
    // A file that is not here may be in degrees; any other unit is a mistake.
    let isAngle = call.host.statedCell(of: grid)?.unit.dimension == .angle
    return ValueType(.number, unit: isAngle ? .degree : .metre)
  }

  /// Reads it from the grid.
  public func run(_ call: Call) throws -> any Value {
    let grid = try call[layer].grid
    guard abs(grid.cellWidth - grid.cellHeight) <= 1e-9 * grid.cellWidth else {
      throw RasterError.outOfRange(
        what: "the cell", found: "\(grid.cellWidth) by \(grid.cellHeight)",
        expected: "square cells")
    }
    if let metres = grid.crs.metresPerUnit {
      return NumberValue(Quantity(grid.cellWidth * metres, .metre))
    }
    return NumberValue(Quantity(grid.cellWidth, .degree))
  }
}
