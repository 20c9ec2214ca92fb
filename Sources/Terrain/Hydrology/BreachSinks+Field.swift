public import Numerics
import Rasters

/// Lowers cells so that water leaves each sink of a field through a channel, and fills those of which
/// the channel would be too long.
///
/// The field is flooded from its outlets inwards, the lowest cell first. From a cell without lower
/// neighbour the channel goes back the way the flood came, over the lowest pass, to the first cell
/// that is not higher; the cells on it are lowered to the level of the sink's bottom.
///
/// - Input: elevations, any unit; NaN is no data and stays.
/// - Working memory: 5 bytes a cell beside the field, and what ``fillSinks(in:threads:)`` takes.
/// - Parameters:
///   - field: the elevations, which are changed; no sink is left.
///   - longest: the longest channel, in the grid's units; a longer one is not cut.
///   - threads: how many threads may work; it does not change the result.
/// - Returns: how much was changed.
/// - Throws: ``RasterError/system(file:action:errno:)`` where there is no room.
/// - Source: Lindsay (2016), doi:10.1002/hyp.10648.
@discardableResult
public func breachSinks(
  in field: ElevationField, longest: Double = .infinity, threads: Int = ThreadLimit.current
) throws -> SinkChange {
  let before = try ScratchCells<Float>(field.grid.count, folder: field.scratch)
  before.start.update(from: field.start, count: field.grid.count)
  let flood = try PriorityFlood(of: field)
  let neighbours = Neighbours(of: field.grid)
  let cells = field.start
  let columns = field.grid.columns
  let origins = flood.origins
  flood.run { cell, from in
    let level = cells[cell]
    guard from != nil else { return level }
    let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
    // A cell reached from inside has all its neighbours: only outlets lack some.
    for k in 0..<8 where neighbours.has(k, column: column, row: row) {
      if cells[cell + neighbours.offsets[k]] < level { return level }
    }
    var end = cell
    var length = 0.0
    repeat {
      let back = Int(origins.start[end])
      if back >= 8 { break }
      end += neighbours.offsets[back]
      length += neighbours.distances[back]
    } while cells[end] > level
    if length > longest { return level }
    var way = cell
    while way != end {
      way += neighbours.offsets[Int(origins.start[way])]
      cells[way] = min(cells[way], level)
    }
    return level
  }
  try fillSinks(in: field, threads: threads)
  var change = SinkChange()
  for cell in 0..<field.grid.count where !before.start[cell].isNaN {
    change.add(before.start[cell], cells[cell])
  }
  return change
}
