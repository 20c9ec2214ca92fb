public import Numerics

extension Partition {
  /// Divides rows by whole squares of ground, so that few rows of one part lie near another part.
  ///
  /// The squares are those of a grid through the origin of the coordinates. In a random order, each
  /// goes to the part that is furthest below its due.
  ///
  /// - Parameters:
  ///   - places: the coordinates of each row, in metres.
  ///   - side: the side of a square, in metres.
  ///   - shares: positive, summing to one: of rows, as nearly as whole squares allow.
  ///   - stream: the random numbers.
  /// - Returns: the parts, in the order of the shares.
  /// - Throws: ``LearningError/unusableShares(_:)``, ``LearningError/unusableSide(_:)`` or
  ///   ``LearningError/tooFewGroups(found:kind:parts:)``.
  /// - Source: Roberts et al. (2017), doi:10.1111/ecog.02881, "blocking in space".
  public static func blocks(
    of places: [SIMD2<Double>], side: Double, shares: [Double], stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    try require(usable: shares)
    guard side > 0 else { throw .unusableSide(side) }
    var blocks = squares(of: places, side: side)
    if blocks.count < shares.count {
      throw .tooFewGroups(found: blocks.count, kind: .blocks, parts: shares.count)
    }
    stream.shuffle(&blocks)
    var wanting = shares.map { $0 * Double(places.count) }
    var empty = Set(shares.indices)
    var partOfRow = [Int](repeating: 0, count: places.count)
    for (done, rows) in blocks.enumerated() {
      // The last squares are kept for parts that have none yet.
      let isLast = empty.count == blocks.count - done
      let open = shares.indices.filter { !isLast || empty.contains($0) }
      guard let part = open.max(by: { wanting[$0] < wanting[$1] }) else { continue }
      for row in rows { partOfRow[row] = part }
      wanting[part] -= Double(rows.count)
      empty.remove(part)
    }
    return try numbered(partOfRow, parts: shares.count)
  }

  /// Divides rows into folds of whole squares of ground, as even as whole squares allow.
  ///
  /// - Parameters:
  ///   - places: the coordinates of each row, in metres.
  ///   - side: the side of a square, in metres.
  ///   - folds: at least two.
  ///   - stream: the random numbers.
  /// - Returns: the folds.
  /// - Throws: ``LearningError/tooFewGroups(found:kind:parts:)``.
  public static func blockFolds(
    of places: [SIMD2<Double>], side: Double, folds: Int, stream: inout RandomStream
  ) throws(LearningError) -> Partition {
    precondition(folds >= 2, "\(folds) folds")
    let shares = [Double](repeating: 1 / Double(folds), count: folds)
    return try blocks(of: places, side: side, shares: shares, stream: &stream)
  }

  /// How many squares of a side hold at least one row.
  public static func blockCount(of places: [SIMD2<Double>], side: Double) -> Int {
    squares(of: places, side: side).count
  }

  /// The rows of each square, the squares from south to north and west to east.
  private static func squares(of places: [SIMD2<Double>], side: Double) -> [[Int]] {
    precondition(side > 0, "blocks of side \(side)")
    let keys = places.map { ($0 / side).rounded(.down) }
    let order = keys.indices.sorted { a, b in
      (keys[a].y, keys[a].x, a) < (keys[b].y, keys[b].x, b)
    }
    var squares: [[Int]] = []
    var last: SIMD2<Double>?
    for i in order {
      if keys[i] == last { squares[squares.count - 1].append(i) } else { squares.append([i]) }
      last = keys[i]
    }
    return squares
  }
}
