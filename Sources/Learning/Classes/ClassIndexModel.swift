import Glibc
public import Numerics
public import Vocabulary

/// Susceptibility as the sum over the layers of a number for each class.
///
///     frequency ratio:     s = Σ FR,    index = (s − least s) / (greatest s − least s)
///     statistical index:   s = Σ ln FR, index likewise
///     weights of evidence: s = Σ W⁺,    p = 1 / (1 + exp(−(ln (π / (1 − π)) + s))), π the prior
///
/// Least and greatest are over all classes with cells. The index ranks and is no probability; the
/// weights give one where the layers are independent of one another among landslides and among
/// other cells, and too high a one where they repeat each other.
///
/// - Source: Lee & Talib (2005), doi:10.1007/s00254-005-1228-z; van Westen, Rengers & Soeters (2003),
///   doi:10.1023/B:NHAZ.0000007097.42735.9e; Agterberg & Cheng (2002), doi:10.1023/A:1021193827501.
public struct ClassIndexModel: ProbabilityModel, Codable, Hashable {
  /// Which number is summed.
  public enum Method: String, Sendable, Codable {
    /// The frequency ratio.
    case frequencyRatio = "frequency ratio"
    /// Its logarithm.
    case statisticalIndex = "statistical index"
    /// W⁺.
    case weightsOfEvidence = "weights of evidence"
  }

  /// Which number is summed.
  public let method: Method
  /// What was counted.
  public let counts: ClassCounts
  /// What was added to each count.
  public let correction: Double
  /// The probability before any layer is known, which weights of evidence need.
  public let prior: Double?
  /// The columns it reads, in order.
  public let featureNames: [String]
  /// The number of each class of each layer.
  public let numbers: [Blob<Double>]
  private let layout: ClassLayout

  /// Finds the number of each class.
  ///
  /// - Parameters:
  ///   - method: which number.
  ///   - counts: cells and landslides of the classes of a stack.
  ///   - stack: the stack.
  ///   - correction: what is added to each count, 0 for nothing.
  ///   - prior: the probability before any layer is known; none for an index.
  /// - Throws: ``LearningError/infiniteNumber(layer:className:what:)``,
  ///   ``LearningError/notInClasses(layer:)``.
  public init(
    _ method: Method, _ counts: ClassCounts, of stack: StackValue, correction: Double,
    prior: Double?
  ) throws(LearningError) {
    precondition((prior == nil) == (method != .weightsOfEvidence), "\(method) with \(prior ?? -1)")
    self.method = method
    self.counts = counts
    self.correction = correction
    self.prior = prior
    featureNames = stack.columns.map(\.name)
    layout = try ClassLayout(of: stack)
    var numbers: [Blob<Double>] = []
    for layer in counts.layers {
      let found = layer.labels.indices.map {
        ClassIndexModel.number(method, of: $0, in: layer, counts, correction)
      }
      if let infinite = found.firstIndex(where: \.isInfinite) {
        throw .infiniteNumber(
          layer: layer.name, className: layer.labels[infinite],
          what: method == .weightsOfEvidence ? "weight" : "logarithm")
      }
      numbers.append(Blob(found))
    }
    self.numbers = numbers
  }

  private static func number(
    _ method: Method, of index: Int, in layer: ClassCounts.Layer, _ counts: ClassCounts,
    _ correction: Double
  ) -> Double {
    let (slides, cells) = (layer.landslides[index], layer.cells[index])
    switch method {
    case .frequencyRatio, .statisticalIndex:
      let ratio = Learning.frequencyRatio(
        landslides: slides, of: counts.landslides, cells: cells, of: counts.cells,
        correction: correction)
      return method == .frequencyRatio ? ratio : log(ratio)
    case .weightsOfEvidence:
      return EvidenceWeights(
        landslides: slides, of: counts.landslides, cells: cells, of: counts.cells,
        correction: correction
      ).positive
    }
  }

  /// The least and the greatest sum that classes with cells can give.
  public var range: ClosedRange<Double> {
    var (low, high) = (0.0, 0.0)
    for layer in numbers {
      let known = layer.numbers.filter { !$0.isNaN }
      low += known.min() ?? 0
      high += known.max() ?? 0
    }
    return low...high
  }

  /// The index, or the probability, of each row; see ``ProbabilityModel``.
  ///
  /// A row that lacks a class in some layer, or has one that had no cells, gives no number. Where all
  /// classes have the same number the index is one half.
  public func probabilities(for features: Matrix) -> [Double] {
    var sums = [Double](repeating: 0, count: features.rows)
    for (index, layer) in numbers.enumerated() {
      let numbers = layer.numbers
      for (row, place) in layout.classes(of: index, in: features).enumerated() {
        sums[row] += place < 0 ? .nan : numbers[Int(place)]
      }
    }
    if let prior {
      let odds = log(prior / (1 - prior))
      return sums.map { 1 / (1 + exp(-(odds + $0))) }
    }
    let range = range
    let span = range.upperBound - range.lowerBound
    return sums.map { sum in
      if sum.isNaN { return .nan }
      return span > 0 ? min(1, max(0, (sum - range.lowerBound) / span)) : 0.5
    }
  }
}
