import Numerics
import Rasters

/// How many cells drain through each cell of a DEM: what the words of flow are made of.
enum FieldWater: Sendable {
  /// By the steepest descent.
  case whole(UpslopeCells)
  /// By shares.
  case shared(UpslopeAmounts)

  /// Reads a DEM, fills its sinks, and lets water run over it.
  ///
  /// - Parameters:
  ///   - elevation: the DEM.
  ///   - method: how water is shared.
  ///   - scratch: a folder for files without names, used where memory is short.
  ///   - name: what messages call the DEM.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Returns: the water, and what was filled.
  /// - Throws: ``RasterError/tooLarge(file:what:found:limit:)`` for more than
  ///   ``ElevationField/largestCount`` cells, and what the reader throws.
  static func run(
    over elevation: RasterLayer, by method: FlowMethod, scratch: String? = nil, name: String,
    threads: Int
  ) throws -> (water: FieldWater, change: SinkChange) {
    let field = try ElevationField(
      reading: elevation, scratch: scratch, name: name, threads: threads)
    let change = try fillSinks(in: field, threads: threads)
    let directions = try DrainageDirections(of: field, threads: threads)
    if method == .steepest {
      let cells = try UpslopeCells(of: directions, scratch: scratch, threads: threads)
      return (.whole(cells), change)
    }
    let amounts = try UpslopeAmounts(by: method, on: field, directions, threads: threads)
    return (.shared(amounts), change)
  }

  /// How many cells drain through a cell, with itself; 0 where there is no data.
  subscript(cell: Int) -> Double {
    switch self {
    case .whole(let cells): Double(cells[cell])
    case .shared(let amounts): amounts[cell]
    }
  }
}

/// Writes a band of what is computed from the number of upslope cells and the tangent of the slope.
///
/// The slope is Horn's, of the DEM as it is and not as filled.
///
/// - Parameters:
///   - water: the upslope cells.
///   - elevation: the DEM.
///   - writer: takes one band on its grid.
///   - metresPerElevation: one unit of elevation in metres.
///   - threads: how many blocks to work at a time; it does not change the result.
///   - index: the value of a cell, given the contributing area per length of contour in metres and
///     the tangent.
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees, and what reader and writer throw.
func writeIndex(
  _ water: FieldWater, of elevation: RasterLayer, to writer: any RasterWriter,
  metresPerElevation: Double, threads: Int, _ index: @Sendable (Double, Double) -> Double
) throws {
  let grid = elevation.reader.grid
  let side = try contourLength(of: grid)
  let slopes = SlopeRows(
    try CellSides(of: grid, metresPerElevation: metresPerElevation, for: "a slope"))
  try mapBlocks([elevation], to: writer, halo: 1, threads: threads) { block, outputs in
    let columns = block.window.columns
    for row in 0..<block.window.rows {
      let result = UnsafeMutableBufferPointer(
        rebasing: outputs[0][row * columns..<(row + 1) * columns])
      slopes.putPercent(block, row: row, into: result)
      let first = (block.window.row + row) * grid.columns + block.window.column
      for column in 0..<columns {
        let tangent = Double(result[column]) / 100
        result[column] = Float(index(water[first + column] * side, tangent))
      }
    }
  }
}

/// The length of contour that a cell's water crosses, metres: the side of a square cell, and of
/// others the side of the square of the same area.
///
/// - Throws: ``RasterError/degrees(what:)`` on a grid in degrees.
func contourLength(of grid: Grid) throws -> Double {
  guard let area = grid.cellArea else { throw RasterError.degrees(what: "a catchment area") }
  return area.squareRoot()
}
