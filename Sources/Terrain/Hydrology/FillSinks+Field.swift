public import Numerics
import Rasters

/// What filling or breaching has changed.
public struct SinkChange: Sendable, Hashable {
  /// The number of cells with data.
  public var cells: Int
  /// The number of cells that were raised.
  public var raised: Int
  /// The most that a cell was raised, in the elevation's unit.
  public var highest: Double
  /// The sum of what cells were raised, in the elevation's unit.
  public var sum: Double
}

/// Raises each cell of a field to the least level from which water can leave the raster.
///
///     w(x) = min over all ways from x off the raster of the highest elevation on the way
///
/// Ways go from a cell to any of its eight neighbours, and leave the raster at its edge and beside
/// no data. Sinks become level; nothing else changes. This is the surface of a priority flood
/// (Barnes, Lehman & Mulla 2014, algorithm 1 and 2), found through the graph of basins and passes
/// (Cordonnier, Bovy & Braun 2019): each cell goes down to the lowest point of its basin, and a
/// basin fills up to the highest pass on the best way out of it.
///
/// - Input: elevations, any unit; NaN is no data and stays.
/// - Working memory: 4 bytes a cell beside the field, and about 40 bytes a sink.
/// - Parameters:
///   - field: the elevations, which are changed.
///   - threads: how many threads may work; it does not change the result.
/// - Returns: how much was changed.
/// - Throws: ``RasterError/system(file:action:errno:)`` where there is no room.
/// - Source: Barnes, Lehman & Mulla (2014), doi:10.1016/j.cageo.2013.04.024; Cordonnier, Bovy &
///   Braun (2019), doi:10.5194/esurf-7-549-2019.
@discardableResult
public func fillSinks(
  in field: ElevationField, threads: Int = ThreadLimit.current
) throws -> SinkChange {
  let basins = try Basins(of: field, threads: threads)
  let levels = BasinPasses(between: basins, of: field, threads: threads).levels()
  let columns = field.grid.columns
  let labels = basins.labels
  let parts = FixedChunks(of: field.grid.rows, size: 64).map(threads: threads) { rows in
    var part = SinkChange(cells: 0, raised: 0, highest: 0, sum: 0)
    for cell in rows.lowerBound * columns..<rows.upperBound * columns {
      let label = labels.start[cell]
      if label == Basins.noData { continue }
      part.cells += 1
      if label == 0 { continue }
      let level = levels[Int(label)]
      let elevation = field.start[cell]
      if elevation < level {
        field.start[cell] = level
        let rise = Double(level) - Double(elevation)
        part.raised += 1
        part.sum += rise
        part.highest = max(part.highest, rise)
      }
    }
    return part
  }
  return parts.reduce(into: SinkChange(cells: 0, raised: 0, highest: 0, sum: 0)) { whole, part in
    whole.cells += part.cells
    whole.raised += part.raised
    whole.sum += part.sum
    whole.highest = max(whole.highest, part.highest)
  }
}
