import Diagnostics
import Numerics
public import Rasters
public import Vocabulary

/// Every cell of a mask as a place.
public struct LabelEveryCell: RunnableWord {
  /// The word's entry of the manual.
  public let entry = Entry(
    "label every cell", .value,
    "Makes a place of every cell of a layer of 1 and 0, with the cell's value as its label.",
    formula: """
      One place at the centre of each cell that has data, row by row from the north-west. Cells \
      without data, such as ground that was not surveyed, give none. At most 5,000,000 places.
      """,
    example: "places = label every cell of truth")
  let layer = Parameter<RasterValue>(
    "layer", .after("of"), .value([.raster, .classes]),
    "A layer that holds 1 where there is a landslide and 0 where there is none.")

  /// Creates the word.
  public init() {}

  /// Places on the layer's grid, at most as many as it has cells.
  public func infer(_ call: Inference) -> ValueType {
    var type = ValueType(.places)
    type.places = PlaceSet(root: call.name)
    return type
  }

  /// Reads all cells.
  public func run(_ call: Call) throws -> any Value {
    let raster = try call[layer]
    // Known from its statistics: nothing is gathered of what will be refused.
    let count = raster.first.statistics.count
    if count > mostLabelledCells {
      throw LearningError.tooManyPlaces(found: count, most: mostLabelledCells)
    }
    let cells = try labelledCells(
      of: raster.rasterLayers(in: call.environment)[0], threads: call.environment.threads)
    return PlacesValue(
      root: call.names.first ?? entry.phrase, count: cells.labels.count, points: cells.points,
      crs: raster.grid.crs, labels: cells.labels)
  }
}

/// The most places that ``LabelEveryCell`` makes.
private let mostLabelledCells = 5_000_000

/// Lists the cells of a layer of 1 and 0.
///
/// - Parameters:
///   - layer: 1, 0, or no data.
///   - threads: how many blocks to read at a time; it does not change the result.
/// - Returns: the centres of the cells with data, row by row from the north-west, and their values.
/// - Throws: ``LearningError/labelNotBinary(value:row:)`` for another value,
///   ``LearningError/noCompleteRows(given:)`` where no cell has data, and what the reader throws.
public func labelledCells(
  of layer: RasterLayer, threads: Int
) throws -> (points: [SIMD2<Double>], labels: [Double]) {
  let grid = layer.reader.grid
  var found: [(cell: Int, label: Float)] = []
  try reduceBlocks([layer], threads: threads) { block in
    var inside: [(cell: Int, label: Float)] = []
    let cells = block.origin(0)
    for index in 0..<block.window.count where !cells[index].isNaN {
      let column = block.window.column + index % block.window.columns
      let row = block.window.row + index / block.window.columns
      guard cells[index] == 0 || cells[index] == 1 else {
        throw LearningError.labelNotBinary(
          value: Double(cells[index]), row: row * grid.columns + column)
      }
      inside.append((row * grid.columns + column, cells[index]))
    }
    return inside
  } combine: { inside in
    found += inside
  }
  if found.isEmpty { throw LearningError.noCompleteRows(given: grid.count) }
  // Blocks may be tiles: in the order of rows again.
  found.sort { $0.cell < $1.cell }
  return (
    found.map { grid.center(column: $0.cell % grid.columns, row: $0.cell / grid.columns) },
    found.map { Double($0.label) }
  )
}
