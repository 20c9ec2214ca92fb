import CKernels
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

  /// The summary of no cells.
  public init() {}
}

/// Summarises a band: counts, smallest, largest, mean and standard deviation.
///
///     mean = Σ x / n,  deviation = √(Σ (x − mean)² / n)
///
/// Chunks of cells that fit the nearest cache are gone through twice, for their sum and for the
/// squared deviations from their own mean, and are combined in order by Chan's formula, the sum with
/// compensation: the same bytes for any number of threads.
///
/// - Throws: what the reader throws.
/// - Source: Chan, Golub & LeVeque (1983), Am. Stat. 37, 242–247, doi:10.1080/00031305.1983.10483115.
public func summarise(
  _ layer: RasterLayer, threads: Int = ThreadLimit.current
) throws -> RasterSummary {
  let level = scarp_kernel_level()
  var total = RunningSummary()
  try reduceBlocks([layer], threads: threads) { block in
    var part = RunningSummary()
    let cells = block.origin(0)
    for start in stride(from: 0, to: block.window.count, by: RunningSummary.chunk) {
      let count = min(RunningSummary.chunk, block.window.count - start)
      part.add(scarp_summarise(level, cells + start, count))
    }
    return part
  } combine: { part in
    total.add(part)
  }
  return total.result
}

/// The summary of the cells so far.
private struct RunningSummary {
  /// How many cells are gone through twice at a time: 16 KiB.
  static let chunk = 4096

  private(set) var summary = RasterSummary()
  private var sum = CompensatedSum()
  private var squares = 0.0

  init() {
    summary.minimum = .infinity
    summary.maximum = -.infinity
  }

  /// Adds some cells.
  mutating func add(_ cells: scarp_summary) {
    summary.noData += cells.no_data
    summary.infinite += cells.infinite
    add(
      cells.count, sum: cells.sum, squares: cells.squares, from: Double(cells.lowest),
      to: Double(cells.highest))
  }

  /// Adds the cells of another summary.
  mutating func add(_ other: RunningSummary) {
    summary.noData += other.summary.noData
    summary.infinite += other.summary.infinite
    add(
      other.summary.count, sum: other.sum.value, squares: other.squares,
      from: other.summary.minimum, to: other.summary.maximum)
  }

  private mutating func add(
    _ count: Int, sum added: Double, squares deviations: Double, from low: Double, to high: Double
  ) {
    guard count > 0 else { return }
    let (n, m) = (Double(summary.count), Double(count))
    let difference = n > 0 ? added / m - sum.value / n : 0
    squares += deviations + difference * difference * (n * m / (n + m))
    sum.add(added)
    summary.count += count
    summary.minimum = min(summary.minimum, low)
    summary.maximum = max(summary.maximum, high)
  }

  /// What was found.
  var result: RasterSummary {
    var result = summary
    guard result.count > 0 else {
      (result.minimum, result.maximum) = (.nan, .nan)
      return result
    }
    result.mean = sum.value / Double(result.count)
    result.deviation = (squares / Double(result.count)).squareRoot()
    return result
  }
}
