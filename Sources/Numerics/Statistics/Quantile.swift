import Glibc

/// The quantiles of some numbers, linear between order statistics.
///
///     h = (n − 1) p,  q = x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋+1₎ − x₍⌊h⌋₎)
///
/// - Parameters:
///   - values: the numbers, in any order, none of them not a number.
///   - probabilities: 0...1 each.
/// - Returns: one quantile for each probability; not a number where there are no values.
/// - Source: Hyndman & Fan (1996), definition 7, doi:10.1080/00031305.1996.10473566.
public func quantiles(of values: [Double], at probabilities: [Double]) -> [Double] {
  let sorted = values.sorted()
  return probabilities.map { quantile(ofSorted: sorted, at: $0) }
}

/// One quantile of numbers that are already in ascending order.
///
/// - Parameters:
///   - sorted: the numbers, ascending.
///   - probability: 0...1.
/// - Returns: the quantile; not a number where there are no values.
public func quantile(ofSorted sorted: [Double], at probability: Double) -> Double {
  precondition((0...1).contains(probability), "a quantile at \(probability)")
  guard let last = sorted.last else { return .nan }
  let h = Double(sorted.count - 1) * probability
  let lower = Int(h.rounded(.down))
  guard lower + 1 < sorted.count else { return last }
  let (a, b, t) = (sorted[lower], sorted[lower + 1], h - h.rounded(.down))
  // From the nearer end, so that t = 1 gives b and the result never leaves a...b.
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}
