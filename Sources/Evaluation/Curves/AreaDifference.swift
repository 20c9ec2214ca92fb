import Numerics

/// By how much the areas under two ROC curves differ on the same places.
///
///     z = (AUC₁ − AUC₂) / s,  s² the variance of the difference of what each place adds
///     p = 2 Φ(−|z|)
///
/// The covariance of both areas is in s: most of what one model misses the other misses too.
///
/// - Source: DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595.
public struct AreaDifference: Sendable, Equatable {
  /// The first area less the second.
  public let value: Double
  /// Its standard error.
  public let standardError: Double
  /// The probability of a difference as large by chance; 1 where the areas cannot be told apart.
  public let p: Double

  /// Compares two models.
  ///
  /// - Parameters:
  ///   - first: what the first says of some places.
  ///   - second: what the second says of the same places, in the same order.
  /// - Throws: ``EvaluationError/oneClass(metric:label:rows:)``.
  public init?(of first: Predictions, and second: Predictions) throws(EvaluationError) {
    precondition(first.labels == second.labels, "the areas of different places are compared")
    value = try AreaUnderCurve.value(of: first) - AreaUnderCurve.value(of: second)
    guard let a = AreaUnderCurve.components(of: first),
      let b = AreaUnderCurve.components(of: second)
    else { return nil }
    standardError = AreaUnderCurve.standardError(
      ofMeans: zip(a.ones, b.ones).map { $0 - $1 }, zip(a.zeros, b.zeros).map { $0 - $1 })
    p =
      standardError > 0 ? NormalDistribution.twoSided(value / standardError) : (value == 0 ? 1 : 0)
  }
}
