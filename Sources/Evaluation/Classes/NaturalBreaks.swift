public import Numerics

/// The classes of numbers that differ least within: Fisher's exact optimum, the “natural breaks” of
/// Jenks.
///
///     SSD = Σ over classes Σ over the numbers x of a class (x − mean of the class)², least of all cuts
///     goodness of variance fit = 1 − SSD / Σ (x − mean)²
///
/// All numbers count, equal ones in one class. Of cuts equally good, the one whose classes end
/// earliest, from the last class down. A limit lies halfway between the largest number of the class
/// below and the smallest of the class above, so that classes hold exactly the optimal groups
/// whichever of their limits they include.
///
/// The search costs n log n for each class; sums carry 32 digits where 16 do not tell two cuts apart,
/// so that the SSD found is the least to 14 digits or so, whatever the numbers.
///
/// - Source: Fisher (1958), doi:10.1080/01621459.1958.10501479; Jenks (1977), Optimal data
///   classification for choropleth maps, University of Kansas; search: Wu (1991),
///   doi:10.1016/0196-6774(91)90039-2.
public struct NaturalBreaks: Sendable, Equatable {
  /// The limits, one more than there are classes: the smallest number, halfway between neighbouring
  /// classes, the largest.
  public let limits: [Double]
  /// The largest number of each class, as other programs give the breaks.
  public let largest: [Double]
  /// How many numbers each class holds.
  public let counts: [Int]
  /// The sum of squared deviations from the classes' means.
  public let squares: Double
  /// The goodness of variance fit, 0...1.
  public let goodness: Double
  /// How many bins the range was divided into, where there were too many values to search one by one.
  public let bins: Int?

  /// Cuts numbers; those that are not finite are left out.
  ///
  /// - Parameters:
  ///   - numbers: in any order.
  ///   - classes: how many classes.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Throws: ``EvaluationError/noClasses(_:)``, ``EvaluationError/nothingToMeasure`` or
  ///   ``EvaluationError/fewerValuesThanClasses(classes:values:)``.
  public init(
    of numbers: [Double], classes: Int, threads: Int = ThreadLimit.current
  ) throws(EvaluationError) {
    try self.init(of: ValueCounts(of: numbers), classes: classes, threads: threads)
  }

  /// Cuts counted values.
  ///
  /// - Parameters:
  ///   - values: the distinct values with how often each occurs.
  ///   - classes: how many classes.
  ///   - threads: how many threads may work; it does not change the result.
  /// - Throws: ``EvaluationError/noClasses(_:)``, ``EvaluationError/nothingToMeasure`` or
  ///   ``EvaluationError/fewerValuesThanClasses(classes:values:)``.
  public init(
    of values: ValueCounts, classes: Int, threads: Int = ThreadLimit.current
  ) throws(EvaluationError) {
    try self.init(
      of: values, upTo: values.values, classes: classes, bins: nil, threads: threads)
  }

  /// Cuts values that stand for bins.
  ///
  /// - Parameters:
  ///   - values: the smallest number of each bin.
  ///   - tops: the largest number of each bin.
  ///   - classes: how many classes.
  ///   - bins: how many bins the range was divided into, or none where each value is one number.
  ///   - threads: how many threads may work.
  /// - Throws: ``EvaluationError``, as for numbers.
  init(
    of values: ValueCounts, upTo tops: [Double], classes: Int, bins: Int?, threads: Int
  ) throws(EvaluationError) {
    self.bins = bins
    let all = values.values
    if classes < 1 { throw .noClasses(classes) }
    guard let first = all.first, let last = tops.last else { throw .nothingToMeasure }
    if all.count < classes {
      throw .fewerValuesThanClasses(classes: classes, values: all.count)
    }
    let sums = OutwardSums(of: values)
    // Where each class begins, and where the last ends.
    let starts = BreakSearch(sums, classes: classes, threads: threads).starts() + [all.count]
    limits =
      [first]
      + starts.dropFirst().dropLast().map { start in
        let (below, above) = (tops[start - 1], all[start])
        let middle = below / 2 + above / 2
        return middle > below && middle <= above ? middle : above
      } + [last]
    largest = starts.dropFirst().map { tops[$0 - 1] }
    counts = zip(starts, starts.dropFirst()).map { values.counts[$0..<$1].reduce(0, +) }
    var within = CompensatedSum()
    for (start, end) in zip(starts, starts.dropFirst()) { within.add(sums.squares(start, end)) }
    let whole = sums.squares(0, all.count)
    squares = within.value / sums.scale / sums.scale
    goodness = whole > 0 ? max(0, 1 - within.value / whole) : 1
  }
}
