public import Numerics

extension Partition {
  /// Divides rows at random in given shares.
  ///
  /// - Parameters:
  ///   - count: the number of rows.
  ///   - shares: positive, summing to one; the counts follow by largest remainders.
  ///   - stream: the random numbers.
  /// - Returns: the parts, in the order of the shares.
  /// - Throws: ``LearningError/unusableShares(_:)`` or
  ///   ``LearningError/tooFewGroups(found:kind:parts:)``.
  public static func random(
    of count: Int, shares: [Double], stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    try stratified(
      by: [Double](repeating: 0, count: count), shares: shares, stream: &stream)
  }

  /// Divides rows at random in given shares, each class in the same shares.
  ///
  /// - Parameters:
  ///   - labels: the class of each row.
  ///   - shares: positive, summing to one; the counts within each class follow by largest
  ///     remainders.
  ///   - stream: the random numbers; the classes are drawn in ascending order.
  /// - Returns: the parts, in the order of the shares.
  /// - Throws: ``LearningError/unusableShares(_:)`` or
  ///   ``LearningError/tooFewGroups(found:kind:parts:)``.
  public static func stratified(
    by labels: [Double], shares: [Double], stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    try require(usable: shares)
    var partOfRow = [Int](repeating: 0, count: labels.count)
    for rows in classes(of: labels) {
      var rows = rows
      stream.shuffle(&rows)
      var start = 0
      for (part, size) in largestRemainders(of: rows.count, shares: shares).enumerated() {
        for row in rows[start..<start + size] { partOfRow[row] = part }
        start += size
      }
    }
    return try numbered(partOfRow, parts: shares.count)
  }

  /// Divides rows at random into folds whose sizes differ by at most one.
  ///
  /// - Parameters:
  ///   - count: the number of rows.
  ///   - folds: at least two.
  ///   - stream: the random numbers.
  /// - Returns: the folds.
  /// - Throws: ``LearningError/tooFewGroups(found:kind:parts:)``.
  public static func randomFolds(
    of count: Int, folds: Int, stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    try stratifiedFolds(
      by: [Double](repeating: 0, count: count), folds: folds, stream: &stream)
  }

  /// Divides rows at random into folds: their sizes differ by at most one, and so does how many
  /// rows of any one class they have.
  ///
  /// - Parameters:
  ///   - labels: the class of each row.
  ///   - folds: at least two.
  ///   - stream: the random numbers; the classes are drawn in ascending order.
  /// - Returns: the folds.
  /// - Throws: ``LearningError/tooFewGroups(found:kind:parts:)``.
  public static func stratifiedFolds(
    by labels: [Double], folds: Int, stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    precondition(folds >= 2, "\(folds) folds")
    if labels.count < folds { throw .tooFewGroups(found: labels.count, kind: .rows, parts: folds) }
    var partOfRow = [Int](repeating: 0, count: labels.count)
    var next = 0
    // Dealt like cards, each class going on where the last one ended.
    for rows in classes(of: labels) {
      var rows = rows
      stream.shuffle(&rows)
      for row in rows {
        partOfRow[row] = next
        next = (next + 1) % folds
      }
    }
    return try numbered(partOfRow, parts: folds)
  }

  /// The rows of each class, the classes in ascending order.
  private static func classes(of labels: [Double]) -> [[Int]] {
    Set(labels).sorted().map { label in labels.indices.filter { labels[$0] == label } }
  }

  static func require(usable shares: [Double]) throws(LearningError) {
    let sum = shares.reduce(0, +)
    guard !shares.isEmpty, shares.allSatisfy({ $0 > 0 }), abs(sum - 1) < 1e-9 else {
      throw .unusableShares(shares)
    }
  }
}
