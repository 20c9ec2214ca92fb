import CForest
public import Numerics
import Synchronization

/// Many decision trees, each grown on its own draw of the places, whose leaves are averaged.
///
///     p(x) = mean over trees of the share of class 1 in the leaf of x
///
/// A tree divides the places at each node by the question `column ≤ threshold` that lowers the Gini
/// impurity 2 p (1 − p) most, among a few columns drawn anew for each node; the threshold lies half
/// way between two values. Where none of the drawn columns divides the places, more are drawn. A node
/// of one class, or that no question divides, is a leaf.
///
/// Values are read in single precision, as rasters hold them. The result is the same for any number
/// of threads.
///
/// - Source: Breiman (2001), doi:10.1023/A:1010933404324; Breiman, Friedman, Olshen & Stone (1984),
///   doi:10.1201/9781315139470.
public struct RandomForest: Sendable, Hashable, Codable {
  /// Between which values a node is divided.
  public enum Splits: String, Sendable, CaseIterable, Codable {
    /// Between any two values at the node.
    case exact
    /// Between bins of about equally many places of all, cut once for each column.
    case histogram
  }

  /// How many trees.
  public var trees: Int
  /// How many columns are tried at each node; none for the root of their number, rounded down.
  ///
  /// More than there are stands for all.
  public var candidates: Int?
  /// How many questions may follow each other; none for any number.
  public var depth: Int?
  /// The fewest places in a leaf, each counted as often as it was drawn.
  public var leaf: Int
  /// How many places are drawn for a tree, with replacement, as a share of all; none to take each
  /// place once.
  public var rows: Double?
  /// Between which values a node is divided.
  public var splits: Splits
  /// The most bins that a column is cut into where ``splits`` is ``Splits/histogram``: 2...256.
  public var bins: Int

  /// Creates a forest with its settings.
  ///
  /// - Precondition: at least one tree, candidate, place in a leaf and question; a share in 0...1;
  ///   2...256 bins.
  public init(
    trees: Int = 500, candidates: Int? = nil, depth: Int? = nil, leaf: Int = 1,
    rows: Double? = 1, splits: Splits = .exact, bins: Int = 256
  ) {
    precondition(trees >= 1 && leaf >= 1, "\(trees) trees, \(leaf) places in a leaf")
    precondition((candidates ?? 1) >= 1, "\(candidates ?? 1) candidates")
    precondition((depth ?? 1) >= 1, "a depth of \(depth ?? 1)")
    precondition((0...1).contains(rows ?? 1), "\(rows ?? 1) of the rows")
    precondition((2...256).contains(bins), "\(bins) bins")
    self.trees = trees
    self.candidates = candidates
    self.depth = depth
    self.leaf = leaf
    self.rows = rows
    self.splits = splits
    self.bins = bins
  }

  /// One tree on all places, which tries every column at every node.
  public static func decisionTree(depth: Int? = nil, leaf: Int = 1) -> RandomForest {
    RandomForest(trees: 1, candidates: .max, depth: depth, leaf: leaf, rows: nil)
  }

  /// Grows the trees.
  ///
  /// - Parameters:
  ///   - samples: complete rows with labels 0 and 1.
  ///   - random: the random numbers; each tree has its own index.
  ///   - threads: how many threads may grow trees at once.
  ///   - progress: told the share of the trees that stand, on any thread.
  /// - Returns: the trees, what each column lowers the impurity by, and what the trees say of places
  ///   that they were not grown from.
  /// - Throws: ``LearningError/noLabels``, ``LearningError/labelNotBinary(value:row:)``,
  ///   ``LearningError/oneClass(label:rows:)`` or ``LearningError/forestTooLarge(rows:columns:)``.
  public func fit(
    _ samples: SampleMatrix, random: RandomStream, threads: Int = ThreadLimit.current,
    progress: @Sendable (Double) -> Void = { _ in }
  ) throws(LearningError) -> ForestModel {
    let labels = try samples.binaryLabels()
    let growth = try growth(rows: samples.count, columns: samples.names.count)
    let grown = TreeGrower(
      samples: OrderedSamples(
        samples.features, labels: labels, bins: splits == .exact ? 256 : bins,
        keepsRanks: splits == .exact, threads: threads), growth: growth, random: random
    ).grow(trees: trees, threads: threads, progress: progress)
    return ForestModel(
      settings: self, featureNames: samples.names, labels: labels, bits: growth.bits, grown: grown)
  }

  /// How many columns are tried at each node, of so many.
  public func candidates(of columns: Int) -> Int {
    min(candidates ?? max(1, Int(Double(columns).squareRoot())), columns)
  }

  private func growth(
    rows count: Int, columns: Int
  ) throws(LearningError) -> scarp_forest_growth {
    // A link has 32 bits for the column and the way to the right branch, which is at most as long as
    // the tree: two nodes for each place.
    let bits = Int.bitWidth - columns.leadingZeroBitCount
    guard bits < 32, count < 1 << (31 - bits) else {
      throw .forestTooLarge(rows: count, columns: columns)
    }
    let draws = rows.map { max(1, Int(($0 * Double(count)).rounded())) } ?? 0
    return scarp_forest_growth(
      candidates: UInt32(candidates(of: columns)),
      depth: UInt32(clamping: depth ?? .max), leaf: UInt32(clamping: leaf), draws: UInt32(draws),
      bits: UInt32(bits))
  }
}
