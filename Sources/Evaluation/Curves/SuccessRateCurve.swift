public import Numerics
public import Rasters

/// The share of landslides inside the most susceptible share of the area.
///
/// Of the places that the model was learned from it is a success rate, of others a prediction rate.
///
/// - Source: Chung & Fabbri (2003), doi:10.1023/B:NHAZ.0000007172.62651.2b.
public struct SuccessRateCurve: Sendable, Equatable {
  /// One susceptibility of the curve.
  public struct Point: Sendable, Equatable {
    /// The share of the cells that are at least as susceptible, 0...1.
    public let areaShare: Double
    /// The share of the landslides in them, 0...1.
    public let landslideShare: Double
  }

  /// From (0, 0) to (1, 1), two points for each distinct susceptibility of a landslide: before and
  /// after the cells that have it.
  public let points: [Point]
  /// The area under the curve, 0...1: the mean over the landslides of the share of cells that are
  /// less susceptible, those equally susceptible counting one half (mid-rank).
  ///
  ///     Σ (cells below + ½ cells equal) / (cells · landslides)
  public let area: Double
  /// How many landslides lie on the map.
  public let landslides: Int

  /// Traces the curve.
  ///
  /// - Parameters:
  ///   - cells: the susceptibility of every cell of the map; not a number for no data.
  ///   - landslides: the susceptibility of the cell at each landslide; not a number off the map.
  /// - Throws: ``EvaluationError/nothingToMeasure`` or ``EvaluationError/noLandslides``.
  public init(cells: [Double], landslides: [Double]) throws(EvaluationError) {
    let steps = try LandslideSteps(landslides)
    var tally = [Int](repeating: 0, count: steps.positions)
    for cell in cells where !cell.isNaN { tally[steps.position(of: cell)] += 1 }
    try self.init(steps, tally)
  }

  /// Traces the curve of a layer, block by block.
  ///
  /// - Parameters:
  ///   - layer: the susceptibility; cells without data are no part of the area.
  ///   - landslides: the susceptibility of the cell at each landslide; not a number off the map.
  ///   - threads: how many blocks to work at a time; it does not change the result.
  /// - Throws: ``EvaluationError/nothingToMeasure`` or ``EvaluationError/noLandslides``, and what the
  ///   reader throws.
  public init(
    of layer: RasterLayer, landslides: [Double], threads: Int = ThreadLimit.current
  ) throws {
    let steps = try LandslideSteps(landslides)
    var tally = [Int](repeating: 0, count: steps.positions)
    try reduceBlocks([layer], threads: threads) { block in
      var part = [Int](repeating: 0, count: steps.positions)
      let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
      for cell in cells where !cell.isNaN { part[steps.position(of: Double(cell))] += 1 }
      return part
    } combine: { part in
      for i in part.indices { tally[i] += part[i] }
    }
    try self.init(steps, tally)
  }

  private init(_ steps: LandslideSteps, _ tally: [Int]) throws(EvaluationError) {
    let total = tally.reduce(0, +)
    if total == 0 { throw .nothingToMeasure }
    landslides = steps.total
    // Twice the cells passed, a whole number.
    var passed = 0
    var (below, found) = (0, 0)
    var points = [Point(areaShare: 1, landslideShare: 1)]
    func add(_ cells: Int, _ slides: Int) {
      let point = Point(
        areaShare: Double(total - cells) / Double(total),
        landslideShare: Double(steps.total - slides) / Double(steps.total))
      if points.last != point { points.append(point) }
    }
    for (i, count) in steps.values.counts.enumerated() {
      below += tally[2 * i]
      let equal = tally[2 * i + 1]
      add(below, found)
      passed += count * (2 * below + equal)
      below += equal
      found += count
      add(below, found)
    }
    add(total, steps.total)
    self.points = points.reversed()
    area = Double(passed) / 2 / (Double(total) * Double(steps.total))
  }
}

/// The susceptibilities of landslides, ascending, and where others fall among them.
private struct LandslideSteps: Sendable {
  let values: ValueCounts
  let total: Int

  init(_ landslides: [Double]) throws(EvaluationError) {
    values = ValueCounts(of: landslides)
    total = values.total
    if total == 0 { throw .noLandslides }
  }

  /// Below, at and between the values: one more than twice as many.
  var positions: Int { 2 * values.values.count + 1 }

  /// 2 i between the values i − 1 and i, 2 i + 1 at the value i.
  func position(of cell: Double) -> Int {
    values.values.withUnsafeBufferPointer { sorted in
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < cell { low = middle + 1 } else { high = middle }
      }
      return low < sorted.count && sorted[low] == cell ? 2 * low + 1 : 2 * low
    }
  }
}
