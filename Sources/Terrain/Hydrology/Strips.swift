import Numerics

/// The rows of a raster cut into one strip for each thread.
///
/// It is used only where the result does not depend on where the cuts lie.
struct Strips: Sendable {
  /// The rows of each strip.
  let rows: [Range<Int>]

  /// Cuts rows into as many strips as there are threads, none thinner than 16 rows.
  init(of count: Int, threads: Int) {
    let strips = max(1, min(threads, count / 16, 16))
    rows = (0..<strips).map { $0 * count / strips..<($0 + 1) * count / strips }
  }

  /// Works on each strip once, in parallel; results in the order of the strips.
  func map<Result: Sendable>(_ body: @Sendable (Int, Range<Int>) -> Result) -> [Result] {
    FixedChunks(of: rows.count, size: 1).map(threads: rows.count) { range in
      body(range.lowerBound, rows[range.lowerBound])
    }
  }

  /// Works on each strip once, in parallel.
  func run(_ body: @Sendable (Int, Range<Int>) -> Void) {
    _ = map { strip, rows -> Bool in
      body(strip, rows)
      return true
    }
  }
}
