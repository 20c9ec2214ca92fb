import Numerics

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

  /// From (0, 0) to (1, 1), one point for each distinct susceptibility of a landslide.
  public let points: [Point]
  /// The area under the curve, 0...1: the mean over the landslides of the share of cells that are
  /// less susceptible, those equally susceptible counting one half (mid-rank).
  ///
  ///     Σ (cells below + ½ cells equal) / (cells · landslides)
  public let area: Double

  /// Traces the curve.
  ///
  /// - Parameters:
  ///   - cells: the susceptibility of every cell of the map; not a number for no data.
  ///   - landslides: the susceptibility of the cell at each landslide; not a number off the map.
  /// - Throws: ``EvaluationError/nothingToMeasure`` or ``EvaluationError/noLandslides``.
  public init(cells: [Double], landslides: [Double]) throws(EvaluationError) {
    let sorted = cells.filter { !$0.isNaN }.sorted()
    let found = landslides.filter { !$0.isNaN }.sorted()
    if sorted.isEmpty { throw .nothingToMeasure }
    if found.isEmpty { throw .noLandslides }
    let (cellCount, total) = (Double(sorted.count), Double(found.count))
    var points = [Point(areaShare: 1, landslideShare: 1)]
    // Twice the cells passed, a whole number.
    var passed = 0
    var (low, high, i) = (0, 0, 0)
    while i < found.count {
      let value = found[i]
      var end = i
      while end < found.count && found[end] == value { end += 1 }
      while low < sorted.count && sorted[low] < value { low += 1 }
      high = max(high, low)
      while high < sorted.count && sorted[high] == value { high += 1 }
      passed += (end - i) * (low + high)
      points.append(
        Point(
          areaShare: Double(sorted.count - low) / cellCount,
          landslideShare: Double(found.count - i) / total))
      points.append(
        Point(
          areaShare: Double(sorted.count - high) / cellCount,
          landslideShare: Double(found.count - end) / total))
      i = end
    }
    points.append(Point(areaShare: 0, landslideShare: 0))
    self.points = points.reversed().reduce(into: []) { kept, point in
      if kept.last != point { kept.append(point) }
    }
    area = Double(passed) / 2 / (cellCount * total)
  }
}
