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
  // Rounded first, so that a share of 0.7 is due 7 of 10, though 0.1 · 10 · 7 is a little less.
  let due = shares.map { share in
    let exact = share * Double(count)
    return abs(exact - exact.rounded()) < 1e-9 * max(1, exact) ? exact.rounded() : exact
  }
  var counts = due.map { Int($0.rounded(.down)) }
  let order = due.indices.sorted {
    let (a, b) = (due[$0] - due[$0].rounded(.down), due[$1] - due[$1].rounded(.down))
    return a > b || (a == b && $0 < $1)
  }
  var left = count - counts.reduce(0, +)
  for i in order where left > 0 {
    counts[i] += 1
    left -= 1
  }
  return counts
}
