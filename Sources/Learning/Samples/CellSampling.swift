public import Rasters

/// The cells of some layers at some points, read block by block in bounded memory.
///
/// - Parameters:
///   - layers: bands on one grid.
///   - points: in the grid's coordinate system.
/// - Returns: for each layer one value for each point; not a number outside the grid and where
///   there is no data.
/// - Throws: what the readers throw.
public func sampleCells(
  _ layers: [RasterLayer], at points: [SIMD2<Double>]
) throws -> [[Double]] {
  var values = [[Double]](
    repeating: [Double](repeating: .nan, count: points.count), count: layers.count)
  guard let grid = layers.first?.reader.grid else { return values }
  let plan = BlockPlan(grid: grid)
  let across = (grid.columns + plan.columns - 1) / plan.columns
  var wanted = [[(point: Int, column: Int, row: Int)]](repeating: [], count: plan.count)
  for (i, point) in points.enumerated() {
    guard let cell = grid.cell(x: point.x, y: point.y) else { continue }
    let block = (cell.row / plan.rows) * across + cell.column / plan.columns
    wanted[block].append((i, cell.column, cell.row))
  }
  for (block, cells) in wanted.enumerated() where !cells.isEmpty {
    let window = plan[block]
    for (index, layer) in layers.enumerated() {
      let read = try layer.reader.cells(window, band: layer.band)
      for (point, column, row) in cells {
        let place = (row - window.row) * window.columns + column - window.column
        values[index][point] = Double(read[place])
      }
    }
  }
  return values
}
