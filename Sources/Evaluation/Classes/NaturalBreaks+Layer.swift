public import Numerics
public import Rasters
import Synchronization

extension NaturalBreaks {
  /// The most distinct values that are searched one by one: 4,194,304.
  public static let mostValues = 1 << 22

  /// Cuts the cells of a layer, all of them, in bounded memory.
  ///
  /// Up to ``mostValues`` distinct values the result is exact. Beyond, the range is divided into as
  /// many bins of equal width, and the bins are cut exactly, each taken for its smallest cell: the
  /// root mean square deviation within the classes is then at most two bins' width, 1/2,097,152 of
  /// the range, above the least (the triangle inequality in the space of all cells).
  ///
  /// - Parameters:
  ///   - layer: the cells; those that are not finite are left out.
  ///   - classes: how many classes.
  ///   - mostValues: the most distinct values searched one by one.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Throws: ``EvaluationError/noClasses(_:)``, ``EvaluationError/nothingToMeasure``,
  ///   ``EvaluationError/fewerValuesThanClasses(classes:values:)``, and what the reader throws.
  public init(
    of layer: RasterLayer, classes: Int, mostValues: Int = mostValues,
    threads: Int = ThreadLimit.current
  ) throws {
    let tally = Mutex(ValueTally(limit: mostValues))
    try forEachBlock(of: layer, threads: threads) { cells in tally.withLock { $0.add(cells) } }
    if let values = tally.withLock({ $0.result() }) {
      try self.init(of: values, classes: classes, threads: threads)
      return
    }
    let bins = try CellBins(layer, count: mostValues, threads: threads)
    try self.init(
      of: bins.values, upTo: bins.largest, classes: classes, bins: mostValues, threads: threads)
  }
}

/// Cells counted in bins of equal width; empty bins are left out.
private struct CellBins {
  /// The smallest cell of each bin, with how many it holds.
  let values: ValueCounts
  /// The largest cell of each bin.
  let largest: [Double]

  init(_ layer: RasterLayer, count: Int, threads: Int) throws {
    struct Room {
      var counts: [Int]
      var smallest: [Float]
      var largest: [Float]
    }
    let summary = try summarise(layer, threads: threads)
    let (low, width) = (summary.minimum, summary.maximum - summary.minimum)
    let room = Mutex(
      Room(
        counts: [Int](repeating: 0, count: count),
        smallest: [Float](repeating: .infinity, count: count),
        largest: [Float](repeating: -.infinity, count: count)))
    try forEachBlock(of: layer, threads: threads) { cells in
      room.withLock { room in
        for cell in cells where cell.isFinite {
          let bin = min(count - 1, Int((Double(cell) - low) / width * Double(count)))
          room.counts[bin] += 1
          room.smallest[bin] = min(room.smallest[bin], cell)
          room.largest[bin] = max(room.largest[bin], cell)
        }
      }
    }
    (values, largest) = room.withLock { room in
      let filled = room.counts.indices.filter { room.counts[$0] > 0 }
      return (
        ValueCounts(
          values: filled.map { Double(room.smallest[$0]) }, counts: filled.map { room.counts[$0] }),
        filled.map { Double(room.largest[$0]) }
      )
    }
  }
}

/// Calls `body` with the cells of each block, in any order: for what comes out the same in any.
func forEachBlock(
  of layer: RasterLayer, threads: Int, _ body: @Sendable (UnsafeBufferPointer<Float>) -> Void
) throws {
  try reduceBlocks([layer], threads: threads) { block in
    body(UnsafeBufferPointer(start: block.origin(0), count: block.window.count))
  } combine: { (_: Void) in
  }
}
