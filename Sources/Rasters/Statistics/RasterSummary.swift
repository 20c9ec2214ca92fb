public import Numerics

/// What a raster's cells are like, in one pass.
public struct RasterSummary: Sendable, Hashable, Codable {
  /// The cells with a finite value.
  public var count = 0
  /// The cells without data.
  public var noData = 0
  /// The cells that are infinite; they count in nothing else.
  public var infinite = 0
  /// The smallest finite value; NaN where there is none.
  public var minimum = Double.nan
  /// The largest finite value; NaN where there is none.
  public var maximum = Double.nan
  /// The arithmetic mean of the finite values.
  public var mean = Double.nan
  /// The standard deviation of the finite values, by n.
  public var deviation = Double.nan
}

/// Summarises a band: counts, smallest, largest, mean and standard deviation.
///
///     mean = Σ x / n,  deviation = √(Σ (x − mean)² / n)
///
/// Each block's mean and squared deviations come from two passes in memory and are combined in
/// block order by Chan's formula: the same bytes for any number of threads.
///
/// - Throws: what the reader throws.
/// - Source: Chan, Golub & LeVeque (1983), Am. Stat. 37, 242–247, doi:10.1080/00031305.1983.10483115.
public func summarise(
  _ layer: RasterLayer, threads: Int = ThreadLimit.current
) throws -> RasterSummary {
  var total = RasterSummary()
  var squares = 0.0
  try reduceBlocks([layer], threads: threads, partialSummary) { part in
    total.noData += part.summary.noData
    total.infinite += part.summary.infinite
    guard part.summary.count > 0 else { return }
    guard total.count > 0 else {
      (total.count, total.mean, squares) = (part.summary.count, part.summary.mean, part.squares)
      (total.minimum, total.maximum) = (part.summary.minimum, part.summary.maximum)
      return
    }
    let n = Double(total.count)
    let m = Double(part.summary.count)
    let difference = part.summary.mean - total.mean
    squares += part.squares + difference * difference * (n * m / (n + m))
    total.mean += difference * (m / (n + m))
    total.count += part.summary.count
    total.minimum = min(total.minimum, part.summary.minimum)
    total.maximum = max(total.maximum, part.summary.maximum)
  }
  if total.count > 0 { total.deviation = (squares / Double(total.count)).squareRoot() }
  return total
}

/// One block's summary and its sum of squared deviations.
private func partialSummary(_ block: BlockCells) -> (summary: RasterSummary, squares: Double) {
  let cells = UnsafeBufferPointer(start: block.origin(0), count: block.window.count)
  var part = RasterSummary()
  var sum = CompensatedSum()
  var low = Float.infinity
  var high = -Float.infinity
  for cell in cells {
    if cell.isFinite {
      part.count += 1
      sum.add(Double(cell))
      low = min(low, cell)
      high = max(high, cell)
    } else if cell.isNaN {
      part.noData += 1
    } else {
      part.infinite += 1
    }
  }
  guard part.count > 0 else { return (part, 0) }
  part.mean = sum.value / Double(part.count)
  part.minimum = Double(low)
  part.maximum = Double(high)
  var squares = CompensatedSum()
  for cell in cells where cell.isFinite {
    let difference = Double(cell) - part.mean
    squares.add(difference * difference)
  }
  return (part, squares.value)
}
