import Glibc

/// How much more of the landslides than of the cells a class holds.
///
///     FR = ((m + c) / (M + 2c)) / ((n + c) / (N + 2c))
///
/// m of M landslides and n of N cells lie in the class; c is the correction, 0 for none.
///
/// - Returns: 0 or more; not a number for a class without cells.
/// - Source: Lee & Talib (2005), doi:10.1007/s00254-005-1228-z.
public func frequencyRatio(
  landslides: Int, of allLandslides: Int, cells: Int, of allCells: Int, correction: Double = 0
) -> Double {
  let slides = (Double(landslides) + correction) / (Double(allLandslides) + 2 * correction)
  let area = (Double(cells) + correction) / (Double(allCells) + 2 * correction)
  return cells == 0 && landslides == 0 ? .nan : slides / area
}

/// The weights of one class as evidence of landslides.
///
///     W⁺ = ln (a / (a + b)) / (c / (c + d)),  W⁻ = ln (b / (a + b)) / (d / (c + d)),  C = W⁺ − W⁻
///     s(C) = √(1/a + 1/b + 1/c + 1/d)
///
/// a landslides lie in the class and b outside, c cells without landslides in it and d outside; a
/// correction is added to each of the four.
///
/// - Source: Bonham-Carter, Agterberg & Wright (1989), Statistical Applications in the Earth
///   Sciences, Geological Survey of Canada Paper 89-9, 171–183; the correction of one half: Haldane (1956), doi:10.1111/j.1469-1809.1956.tb01285.x.
public struct EvidenceWeights: Sendable, Equatable {
  /// W⁺, the weight of being in the class: −∞ for a class without landslides, not a number for one
  /// without cells.
  public let positive: Double
  /// W⁻, the weight of being outside.
  public let negative: Double
  /// The standard error of ``positive``.
  public let positiveError: Double
  /// The standard error of ``negative``.
  public let negativeError: Double

  /// The contrast, W⁺ − W⁻: the logarithm of the odds ratio.
  public var contrast: Double { positive - negative }
  /// The standard error of the contrast.
  public var contrastError: Double {
    (positiveError * positiveError + negativeError * negativeError).squareRoot()
  }
  /// The contrast over its standard error.
  public var studentised: Double { contrast / contrastError }

  /// Weighs a class.
  ///
  /// - Parameters:
  ///   - landslides: how many lie in the class.
  ///   - allLandslides: how many lie anywhere.
  ///   - cells: how many cells the class has, with landslides or without.
  ///   - allCells: how many cells there are.
  ///   - correction: what is added to each of the four counts.
  public init(
    landslides: Int, of allLandslides: Int, cells: Int, of allCells: Int, correction: Double = 0
  ) {
    let a = Double(landslides) + correction
    let b = Double(allLandslides - landslides) + correction
    let c = Double(cells - landslides) + correction
    let d = Double((allCells - allLandslides) - (cells - landslides)) + correction
    // Where landslides are more than cells, the class or its outside has no share of stable cells.
    let isWhole = cells > 0 && c >= 0 && d >= 0
    positive = isWhole ? log((a / (a + b)) / (c / (c + d))) : .nan
    negative = isWhole ? log((b / (a + b)) / (d / (c + d))) : .nan
    positiveError = isWhole ? (1 / a + 1 / c).squareRoot() : .nan
    negativeError = isWhole ? (1 / b + 1 / d).squareRoot() : .nan
  }
}
