import Numerics

/// Bins of one width with round edges.
///
///     width = 2 (Q₃ − Q₁) / ∛n,  from a twentieth to an eighth of the range,
///     rounded down to 1, 2 or 5 times a power of ten: 8 to 50 bins and one cut by each end
///
/// A value belongs to the bin whose lower edge it reaches; the last bin has its upper edge too.
///
/// - Source: Freedman & Diaconis (1981), doi:10.1007/BF01025868.
struct HistogramBins: Equatable {
  /// Where bins begin and end, ascending.
  let edges: [Double]

  /// Chooses bins.
  ///
  /// - Parameters:
  ///   - values: the numbers whose spread decides on the width; at least one.
  ///   - range: what the bins cover.
  init(for values: [Double], covering range: ClosedRange<Double>) {
    let middle = quantiles(of: values, at: [0.25, 0.75])
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else {
      let half = max(abs(range.lowerBound) * 0.05, 0.5)
      edges = [range.lowerBound - half, range.lowerBound + half]
      return
    }
    let wanted = 2 * (middle[1] - middle[0]) / Double(values.count).cubeRoot
    let width = min(max(wanted, span / 20), span / 8)
    // The multiples of a round width, as whole numbers times a power of ten: no rounding adds up.
    var exponent = -300
    while Self.power(exponent + 1) <= width { exponent += 1 }
    let mantissa = [1.0, 2, 5].last { $0 * Self.power(exponent) <= width * (1 + 1e-9) } ?? 1
    func edge(_ multiple: Double) -> Double {
      exponent >= 0
        ? multiple * mantissa * Self.power(exponent)
        : multiple * mantissa / Self.power(-exponent)
    }
    let step = edge(1)
    var first = (range.lowerBound / step).rounded(.down)
    while edge(first) > range.lowerBound { first -= 1 }
    var last = (range.upperBound / step).rounded(.up)
    while edge(last) < range.upperBound { last += 1 }
    edges = (0...Int(max(1, last - first))).map { edge(first + Double($0)) }
  }

  /// The bin of a value; none outside.
  func bin(of value: Double) -> Int? {
    guard let low = edges.first, let high = edges.last, value >= low, value <= high else {
      return nil
    }
    let count = edges.count - 1
    var bin = min(count - 1, Int((value - low) / (high - low) * Double(count)))
    while bin > 0, value < edges[bin] { bin -= 1 }
    while bin < count - 1, value >= edges[bin + 1] { bin += 1 }
    return bin
  }

  /// How many values are in each bin.
  func counts(of values: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for value in values { if let bin = bin(of: value) { counts[bin] += 1 } }
    return counts
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent >= 0 ? result : 1 / result
  }
}

extension Double {
  /// The cube root of a positive number, by Newton's method.
  fileprivate var cubeRoot: Double {
    var root = Swift.max(1, self)
    for _ in 0..<200 { root = (2 * root + self / (root * root)) / 3 }
    return root
  }
}
