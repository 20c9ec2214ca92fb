import Numerics

/// Sums over distinct values from which the squared deviations of any class follow.
///
/// The values are taken from their median, and summed from there outwards, to 32 digits: a class far
/// from a value of great size does not feel it, and a narrow class far out keeps its digits.
struct OutwardSums: Sendable {
  /// What is passed before a value, or before the end.
  struct Entry: Sendable {
    /// How many numbers lie below.
    var below: Double
    /// The sum of their deviations, counted from the median.
    var sum: DoubleDouble
    /// The sum of their squared deviations; below the median it is negative.
    var squares: DoubleDouble
    /// How far the value itself lies from the median.
    var deviation: Double
  }

  /// By what the values were multiplied, a power of two, so that no square overflows.
  let scale: Double
  /// One entry for each value, and one for the end.
  let entries: [Entry]

  init(of values: ValueCounts) {
    let (all, counts) = (values.values, values.counts)
    let greatest = max(abs(all.first ?? 0), abs(all.last ?? 0))
    let scale =
      greatest > 0 ? Double(sign: .plus, exponent: -greatest.exponent, significand: 1) : 1
    let half = (values.total + 1) / 2
    var (middle, passed) = (0, 0)
    while middle < all.count, passed + counts[middle] < half {
      passed += counts[middle]
      middle += 1
    }
    let centre = all.isEmpty ? 0 : all[middle] * scale
    let zero = DoubleDouble(0)
    var entries = [Entry](
      repeating: Entry(below: 0, sum: zero, squares: zero, deviation: 0), count: all.count + 1)
    var below = 0
    for i in all.indices {
      entries[i].below = Double(below)
      entries[i].deviation = all[i] * scale - centre
      below += counts[i]
    }
    entries[all.count].below = Double(below)
    func terms(_ i: Int) -> (DoubleDouble, DoubleDouble) {
      let deviation = DoubleDouble.exactDifference(all[i] * scale, centre)
      let weight = Double(counts[i])
      return (deviation * weight, deviation.squared * weight)
    }
    for i in middle..<all.count {
      let (sum, square) = terms(i)
      entries[i + 1].sum = entries[i].sum + sum
      entries[i + 1].squares = entries[i].squares + square
    }
    for i in stride(from: middle - 1, through: 0, by: -1) {
      let (sum, square) = terms(i)
      entries[i].sum = entries[i + 1].sum - sum
      entries[i].squares = entries[i + 1].squares - square
    }
    self.scale = scale
    self.entries = entries
  }

  /// The number of values.
  var count: Int { entries.count - 1 }

  /// The squared deviations of the values `start..<end` from their mean.
  func squares(_ start: Int, _ end: Int) -> Double {
    end - start < 2 ? 0 : entries[start].squares(upTo: entries[end])
  }
}

extension OutwardSums.Entry {
  /// The squared deviations from their mean of the values from this one up to another.
  ///
  ///     Σ w d² − (Σ w d)² / Σ w
  @inline(__always)
  func squares(upTo end: OutwardSums.Entry) -> Double {
    let part = DoubleDouble.roughDifference(end.sum, sum).squared / (end.below - below)
    let whole = DoubleDouble.roughDifference(end.squares, squares)
    // Where the two are near one another their difference is exact, else its rounding is its own.
    return max(0, (whole.high - part.high) + (whole.low - part.low))
  }
}
