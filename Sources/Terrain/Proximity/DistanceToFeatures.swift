public import Numerics
public import Rasters

/// Measures how far each cell's centre is from the nearest of some features.
///
///     distance = min over features of ‖centre − feature‖;  0 within an area
///
/// Lines and edges are measured to as they are, not as cells: the distance is exact but for the
/// rounding to `Float`. Inside is told by the rule of ``AreaCover``. The work is divided: what may be
/// nearest to some cell of a square is among what may be nearest to the larger square that holds it
/// (``NearestDescent``), so that a cell is compared with few pieces, wherever it lies.
///
/// - Input: features in the grid's coordinate system, on a projected grid.
/// - Output: lengths, 0 or more, in `unit` metres; every cell has one.
/// - Parameters:
///   - features: what to measure to.
///   - writer: takes the distances, one band.
///   - unit: the unit of the result, metres.
///   - threads: how many blocks to work at a time; it does not change the result.
/// - Throws: ``ProximityError/noFeatures(source:)``, ``RasterError/degrees(what:)``, and what the
///   writer throws.
public func distance(
  to features: FeatureCollection, writer: any RasterWriter, unit: Double = 1,
  threads: Int = ThreadLimit.current
) throws {
  precondition(writer.bands == 1, "\(writer.bands) bands for one distance")
  let grid = writer.grid
  guard let metres = grid.crs.metresPerUnit else { throw RasterError.degrees(what: "a distance") }
  let segments = features.segments
  guard !segments.isEmpty else { throw ProximityError.noFeatures(source: features.source) }
  let cover = features.kind == .areas ? AreaCover(features, on: grid) : nil
  let index = SegmentIndex(segments)
  let scale = metres / unit
  try mapBlocks([], to: writer, threads: threads) { block, outputs in
    let window = block.window
    var descent = NearestDescent(index, on: grid, window: window, scale: scale, into: outputs[0])
    guard let cover else {
      descent.fill(skipping: nil)
      return
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: window.count) { marks in
      cover.mark(window, into: marks)
      for cell in 0..<window.count where marks[cell] >= 0 { outputs[0][cell] = 0 }
      descent.fill(skipping: UnsafeBufferPointer(marks))
    }
  }
}
