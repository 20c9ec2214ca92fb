import Numerics

/// How closely some values go with a label of 0 and 1, and how likely chance alone would be as close.
public struct AssociationMeasure: Sendable, Hashable, Codable {
  /// The measure; not a number where the values or the labels do not vary.
  public let value: Double
  /// The probability of a measure at least as far from 0 among independent places without any
  /// association; not a number where there is no measure.
  public let p: Double
  /// The measure without the bias that many classes and few places give it; Cramér's V alone.
  public let unbiased: Double?

  /// Pearson's correlation with the label, which is the point-biserial correlation.
  ///
  ///     r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² Σ (y − ȳ)²),  t = r √((n − 2) / (1 − r²))
  ///
  /// - Parameters:
  ///   - values: the numbers, none of them not a number.
  ///   - labels: as many, 0 or 1.
  /// - Returns: r from −1 to 1, with p by Student's distribution with n − 2 degrees of freedom.
  /// - Source: Tate (1954), doi:10.1214/aoms/1177728730.
  public static func pearson(_ values: [Double], _ labels: [Double]) -> AssociationMeasure {
    correlation(Numerics.pearson(values, labels), of: values.count)
  }

  /// Spearman's correlation with the label: Pearson's of the ranks, ties sharing the mean.
  ///
  /// - Source: Spearman (1904), doi:10.2307/1412159.
  public static func spearman(_ values: [Double], _ labels: [Double]) -> AssociationMeasure {
    correlation(
      Numerics.pearson(midranks(of: values), midranks(of: labels)), of: values.count)
  }

  /// The phi coefficient of a yes-or-no value and the label.
  ///
  ///     φ = (n₁₁ n₀₀ − n₁₀ n₀₁) / √(n₁· n₀· n·₁ n·₀),  χ² = n φ²
  ///
  /// - Parameters:
  ///   - isYes: which of the two each place is.
  ///   - labels: as many, 0 or 1.
  /// - Returns: φ from −1 to 1, with p by χ² with one degree of freedom, without Yates's correction.
  /// - Source: Yule (1912), doi:10.2307/2340126.
  public static func phi(_ isYes: [Bool], _ labels: [Double]) -> AssociationMeasure {
    var (both, yes, ones) = (0, 0, 0)
    for (answer, label) in zip(isYes, labels) {
      if answer { yes += 1 }
      if label == 1 { ones += 1 }
      if answer, label == 1 { both += 1 }
    }
    let n = isYes.count
    let (a, b, c) = (Double(both), Double(yes - both), Double(ones - both))
    let d = Double(n - yes - ones + both)
    let scale = (Double(yes) * Double(n - yes)).squareRoot()
    let others = (Double(ones) * Double(n - ones)).squareRoot()
    guard scale > 0, others > 0 else {
      return AssociationMeasure(value: .nan, p: .nan, unbiased: nil)
    }
    let phi = max(-1, min(1, (a * d - b * c) / scale / others))
    return AssociationMeasure(
      value: phi, p: ChiSquareDistribution.upper(Double(n) * phi * phi, freedom: 1), unbiased: nil)
  }

  /// Cramér's V of classes and the label.
  ///
  ///     V = √(χ² / n) for a label of two values,  χ² = Σ (observed − expected)² / expected
  ///     unbiased: φ² = max(0, χ² / n − (k − 1) / (n − 1)),  V² = φ² / min(k̃ − 1, r̃ − 1),
  ///               k̃ = k − (k − 1)² / (n − 1),  r̃ = 2 − 1 / (n − 1)
  ///
  /// k is the number of classes that occur.
  ///
  /// - Parameters:
  ///   - classes: the class of each place, counted from 0.
  ///   - labels: as many, 0 or 1.
  /// - Returns: V from 0 to 1, with p by χ² with k − 1 degrees of freedom.
  /// - Source: Cramér (1946), Mathematical Methods of Statistics, p. 282; Bergsma (2013),
  ///   doi:10.1016/j.jkss.2012.10.002.
  public static func cramer(_ classes: [Int32], _ labels: [Double]) -> AssociationMeasure {
    let count = Int(classes.max() ?? -1) + 1
    var table = [(ones: Int, all: Int)](repeating: (0, 0), count: count)
    var ones = 0
    for (index, label) in zip(classes, labels) {
      table[Int(index)].all += 1
      if label == 1 {
        table[Int(index)].ones += 1
        ones += 1
      }
    }
    let met = table.filter { $0.all > 0 }
    let n = Double(classes.count)
    guard met.count > 1, ones > 0, ones < classes.count else {
      return AssociationMeasure(value: .nan, p: .nan, unbiased: .nan)
    }
    let share = Double(ones) / n
    var sum = CompensatedSum()
    for row in met {
      let expected = Double(row.all) * share
      let difference = Double(row.ones) - expected
      sum.add(difference * difference / expected)
      sum.add(difference * difference / (Double(row.all) - expected))
    }
    let k = Double(met.count)
    let square = max(0, sum.value / n - (k - 1) / (n - 1))
    let sides = (k - (k - 1) * (k - 1) / (n - 1), 2 - 1 / (n - 1))
    return AssociationMeasure(
      value: min(1, (sum.value / n).squareRoot()),
      p: ChiSquareDistribution.upper(sum.value, freedom: k - 1),
      unbiased: min(1, (square / (min(sides.0, sides.1) - 1)).squareRoot()))
  }

  private static func correlation(_ r: Double, of count: Int) -> AssociationMeasure {
    guard !r.isNaN, count > 2 else {
      return AssociationMeasure(value: r, p: .nan, unbiased: nil)
    }
    let freedom = Double(count - 2)
    let t = r * (freedom / ((1 - r) * (1 + r))).squareRoot()
    return AssociationMeasure(
      value: r, p: StudentDistribution.twoSided(t, freedom: freedom), unbiased: nil)
  }
}
