/// Whole numbers that divide a count in given shares, by largest remainders.
///
/// Each part first gets the whole part of its due; what is left goes one by one to the parts with
/// the largest fractions, the earlier first where they are equal.
///
/// - Parameters:
///   - count: what is divided.
///   - shares: positive, summing to one.
/// - Returns: one count for each share, summing to `count`.
public func largestRemainders(of count: Int, shares: [Double]) -> [Int] {
  // In billionths, so that 70 % and 30 % of 175 are both due a half, though neither 0.7 nor 0.3 is a
  // double.
  let due = shares.map { ($0 * Double(count) * 1e9).rounded() / 1e9 }
  var counts = due.map { Int($0.rounded(.down)) }
  let order = due.indices.sorted {
    let (a, b) = (due[$0] - due[$0].rounded(.down), due[$1] - due[$1].rounded(.down))
    return a - b > 1e-9 || (abs(a - b) <= 1e-9 && $0 < $1)
  }
  var left = count - counts.reduce(0, +)
  for i in order where left > 0 {
    counts[i] += 1
    left -= 1
  }
  return counts
}
