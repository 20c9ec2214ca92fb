public import Numerics
import Rasters

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
    var part = SinkChange()
    for cell in rows.lowerBound * columns..<rows.upperBound * columns {
      let label = labels.start[cell]
      if label == Basins.noData { continue }
      let elevation = field.start[cell]
      let level = max(elevation, levels[Int(label)])
      part.add(elevation, level)
      if level > elevation { field.start[cell] = level }
    }
    return part
  }
  return parts.reduce(into: SinkChange()) { $0.add($1) }
}
