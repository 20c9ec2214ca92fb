import CForest
public import Numerics
public import Vocabulary

/// A grown forest, or a single tree.
public struct ForestModel: ProbabilityModel, Codable, Equatable {
  /// What the trees say of places that they were not grown from.
  ///
  /// For each place only the trees are asked for which it was not drawn; a place that all trees have
  /// drawn is left out.
  public struct OutOfBag: Sendable, Equatable, Codable {
    /// The labels, 0 or 1.
    public let labels: Blob<Double>
    /// The probability of class 1, for each of the labels.
    public let probabilities: Blob<Double>

    /// The share of the places whose label agrees with a probability of 0.5 or more.
    public var accuracy: Double {
      let agreeing = zip(labels.numbers, probabilities.numbers).count { ($1 >= 0.5 ? 1 : 0) == $0 }
      return Double(agreeing) / Double(labels.numbers.count)
    }
  }

  /// One node of a tree.
  public enum Node: Sendable, Equatable {
    /// A row whose value in the column is at most the threshold goes to the node after this one, any
    /// other to the node with the number `right`.
    case question(column: Int, threshold: Float, right: Int)
    /// The share of class 1.
    case leaf(Float)
  }

  /// How it was grown.
  public let settings: RandomForest
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public let featureNames: [String]
  /// How many places it was grown from.
  public let observations: Int
  /// How many of them are of class 1.
  public let positives: Int
  /// The mean decrease of impurity by the questions about each column, as a share of that by all
  /// columns; 0 each where no tree asks a question.
  ///
  /// - Source: Breiman, Friedman, Olshen & Stone (1984), section 5.3; each tree's decreases are made
  ///   to sum to 1 before the mean, as in scikit-learn.
  public let importance: [Double]
  /// What the trees say of places that they were not grown from; none for a tree on all places, and
  /// where every tree has drawn every place.
  public let outOfBag: OutOfBag?
  /// How many bits of a node's link tell the column.
  private let bits: UInt32
  /// How many nodes each tree has.
  private let sizes: Blob<Int32>
  /// The nodes of all trees, one tree after the other.
  private let nodes: Blob<UInt64>

  init(
    settings: RandomForest, featureNames: [String], labels: [Double], bits: UInt32,
    grown: TreeGrower.Grown
  ) {
    self.settings = settings
    self.featureNames = featureNames
    self.bits = bits
    observations = labels.count
    positives = labels.count { $0 == 1 }
    importance = Self.mean(of: grown.importances, columns: featureNames.count)
    let (sums, times) = grown.outOfBag
    let asked = labels.indices.filter { times[$0] > 0 }
    outOfBag =
      asked.isEmpty
      ? nil
      : OutOfBag(
        labels: Blob(asked.map { labels[$0] }),
        probabilities: Blob(asked.map { Double(sums[$0]) * 0x1p-32 / Double(times[$0]) }))
    sizes = Blob(grown.trees.map { Int32($0.count) })
    nodes = Blob(Array(grown.trees.joined()))
  }

  private static func mean(of importances: [[Double]], columns: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: columns)
    for own in importances {
      let total = own.reduce(0, +)
      if total > 0 { for column in sums.indices { sums[column] += own[column] / total } }
    }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : sums
  }

  /// The number of nodes of all trees.
  public var nodeCount: Int { nodes.numbers.count }

  /// The nodes of one tree, from the root, each followed by its left branch.
  ///
  /// - Parameter tree: its number, from 0.
  /// - Returns: the nodes.
  public func nodes(ofTree tree: Int) -> [Node] {
    let start = sizes.numbers[..<tree].reduce(0) { $0 + Int($1) }
    return nodes.numbers[start..<start + Int(sizes.numbers[tree])].enumerated().map { index, node in
      let threshold = Float(bitPattern: UInt32(truncatingIfNeeded: node))
      let link = UInt32(truncatingIfNeeded: node >> 32)
      let offset = Int(link >> bits)
      if offset == 0 { return .leaf(threshold) }
      return .question(
        column: Int(link & (1 << bits - 1)), threshold: threshold, right: index + offset)
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func probabilities(for features: Matrix) -> [Double] {
    let width = featureNames.count
    precondition(
      features.columns == width, "\(features.columns) columns for a forest of \(width)")
    let trees = sizes.numbers.count
    return FixedChunks(of: features.rows, size: 2048).map { range in
      [Double](unsafeUninitializedCapacity: range.count) { sums, count in
        withRows(of: features, range) { rows, complete in
          nodes.numbers.withUnsafeBytes { nodes in
            sizes.numbers.withUnsafeBytes { sizes in
              scarp_forest_sum(
                nodes.bindMemory(to: scarp_forest_node.self).baseAddress,
                sizes.bindMemory(to: UInt32.self).baseAddress, UInt32(trees), bits, rows,
                UInt32(width + 1), UInt32(range.count), sums.baseAddress)
            }
          }
          for i in 0..<range.count {
            sums[i] = complete[i] == 0 ? .nan : sums[i] / Double(trees)
          }
        }
        count = range.count
      }
    }.flatMap { $0 }
  }

  /// Some rows in the form for walking, and which of them have every value.
  private func withRows(
    of features: Matrix, _ range: Range<Int>,
    _ body: (UnsafeMutablePointer<Float>?, UnsafeMutablePointer<UInt8>) -> Void
  ) {
    let width = features.columns
    withUnsafeTemporaryAllocation(of: Float.self, capacity: range.count * (width + 1)) { rows in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { complete in
        features.elements.withUnsafeBufferPointer { elements in
          scarp_forest_rows(
            elements.baseAddress, features.rows, range.lowerBound, UInt32(range.count),
            UInt32(width), rows.baseAddress, complete.baseAddress)
        }
        if let flags = complete.baseAddress { body(rows.baseAddress, flags) }
      }
    }
  }
}
