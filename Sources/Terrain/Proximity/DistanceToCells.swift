public import Numerics
public import Rasters

/// Measures how far each cell's centre is from the centre of the nearest cell that holds one of some
/// values: the exact Euclidean distance transform.
///
///     distance(x, y) = min over cells (i, j) that hold a value of √(w²(x − i)² + h²(y − j)²)
///
/// First the nearest such cell of each column is found for every cell, then for each row the lower
/// envelope of the parabolas that these make: a constant number of steps for each cell. Where cells
/// are square, squared distances are whole numbers and exact.
///
/// - Input: a layer on a projected grid.
/// - Output: lengths, 0 in the cells that hold a value, in `unit` metres; no data where the layer has
///   none. Memory beside the blocks: half a byte for each cell.
/// - Parameters:
///   - layer: the layer.
///   - name: the name that messages use.
///   - values: the values that make a cell one to measure to.
///   - writer: takes the distances, one band on the layer's grid.
///   - unit: the unit of the result, metres.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``ProximityError/noSuchCell(layer:values:)``, ``RasterError/degrees(what:)``,
///   ``RasterError/gridMismatch(difference:)``, and what reader and writer throw.
/// - Source: Meijster, Roerdink & Hesselink (2000), doi:10.1007/0-306-47025-X_36; Felzenszwalb &
///   Huttenlocher (2012), Theory Comput. 8, 415–428, doi:10.4086/toc.2012.v008a019.
public func distance(
  toCellsOf layer: RasterLayer, named name: String, at values: [Double],
  writer: any RasterWriter, unit: Double = 1, threads: Int = ThreadLimit.current
) throws {
  precondition(writer.bands == 1, "\(writer.bands) bands for one distance")
  let grid = layer.reader.grid
  guard let metres = grid.crs.metresPerUnit else { throw RasterError.degrees(what: "a distance") }
  if let difference = grid.difference(from: writer.grid) {
    throw RasterError.gridMismatch(difference: difference)
  }
  let targets = try TargetCells(values.map(Float.init), of: layer, threads: threads)
  guard targets.count > 0 else { throw ProximityError.noSuchCell(layer: name, values: values) }
  let strips = try ColumnStrips(targets.held, on: grid, threads: threads)
  let scale = grid.cellWidth * metres / unit
  let reciprocals = ParabolaEnvelope.reciprocals(columns: grid.columns)
  try strips.forEach(threads: threads) { rows, vertical in
    let envelope = ParabolaEnvelope(
      columns: grid.columns, aspect: grid.cellHeight / grid.cellWidth, reciprocals)
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: vertical.count) { result in
      for row in rows {
        let start = (row - rows.lowerBound) * grid.columns
        let line = start..<start + grid.columns
        let output = UnsafeMutableBufferPointer(rebasing: result[line])
        envelope.fill(
          output, vertical: UnsafeBufferPointer(rebasing: vertical[line]), scale: scale)
        targets.missing?.forEach(inRow: row) { output[$0] = .nan }
      }
      try writer.write(
        Window(column: 0, row: rows.lowerBound, columns: grid.columns, rows: rows.count), band: 0,
        from: UnsafeBufferPointer(result))
    }
  }
}
