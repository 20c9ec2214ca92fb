/// The interval that covers a share with a probability, from how often something happened.
///
///     (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n),  p = hits / n,  z = Φ⁻¹((1 + confidence) / 2)
///
/// - Parameters:
///   - hits: how often, 0...count.
///   - count: of how many, at least 1.
///   - confidence: the probability.
/// - Returns: shares within 0...1; never a single point, even where it happened never or always.
/// - Source: Wilson (1927), doi:10.1080/01621459.1927.10502953.
public func wilsonInterval(
  _ hits: Int, of count: Int, confidence: Double = 0.95
) -> ClosedRange<Double> {
  precondition(count > 0 && (0...count).contains(hits), "\(hits) hits of \(count)")
  let z = NormalDistribution.quantile((1 + confidence) / 2)
  let n = Double(count)
  let p = Double(hits) / n
  let middle = p + z * z / (2 * n)
  let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
  let scale = 1 + z * z / n
  let low = hits == 0 ? 0 : max(0, (middle - reach) / scale)
  let high = hits == count ? 1 : min(1, (middle + reach) / scale)
  return low...high
}
