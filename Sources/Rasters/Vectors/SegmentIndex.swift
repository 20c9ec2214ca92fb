/// Finds the nearest of many segments or points: a balanced tree of boxes.
///
/// The segments are halved by the middle of their centres, along the longer side of their box, until
/// few remain. It holds about 60 bytes for each segment, takes n log² n steps to build, and some
/// log n to ask.
public struct SegmentIndex: Sendable {
  /// The smallest upright rectangle round some segments.
  private struct Box: Sendable {
    var low = SIMD2<Double>(repeating: .infinity)
    var high = SIMD2<Double>(repeating: -.infinity)

    mutating func include(_ segment: Segment) {
      low = pointwiseMin(low, pointwiseMin(segment.start, segment.end))
      high = pointwiseMax(high, pointwiseMax(segment.start, segment.end))
    }

    /// A number that no segment in this box is nearer to one in the other, squared.
    @inline(__always)
    func squaredDistance(to other: Box) -> Double {
      let gap = pointwiseMax(
        pointwiseMax(low - other.high, other.low - high), SIMD2(repeating: 0))
      return (gap * gap).sum()
    }
  }

  /// The most segments that are looked at one by one.
  private static let leaf = 8

  /// The segments, in the order given.
  public let segments: [Segment]
  /// The positions of the segments, those of each part of the tree together.
  private var order: [Int32]
  /// The boxes of the tree: the two parts of the box at `i` are at `2i + 1` and `2i + 2`.
  private var boxes: [Box] = []

  /// Takes segments.
  ///
  /// - Precondition: at least one segment, and no more than 2³¹ of them.
  public init(_ segments: [Segment]) {
    precondition(!segments.isEmpty && segments.count < Int32.max, "\(segments.count) segments")
    self.segments = segments
    order = segments.indices.map { Int32($0) }
    divide(0..<segments.count, node: 0)
  }

  /// Takes points, as segments of no length.
  public init(_ points: [SIMD2<Double>]) { self.init(points.map { Segment($0, $0) }) }

  /// Makes the box of a part, and of its halves.
  private mutating func divide(_ part: Range<Int>, node: Int) {
    if node >= boxes.count {
      boxes.append(contentsOf: repeatElement(Box(), count: node + 1 - boxes.count))
    }
    var box = Box()
    for position in part { box.include(segments[Int(order[position])]) }
    boxes[node] = box
    guard part.count > Self.leaf else { return }
    let isWide = box.high.x - box.low.x >= box.high.y - box.low.y
    let segments = segments
    func middle(_ position: Int32) -> Double {
      let segment = segments[Int(position)]
      return isWide
        ? segment.start.x + segment.along.x / 2 : segment.start.y + segment.along.y / 2
    }
    order[part].sort { (middle($0), $0) < (middle($1), $1) }
    let half = Self.half(of: part)
    divide(part.lowerBound..<half, node: 2 * node + 1)
    divide(half..<part.upperBound, node: 2 * node + 2)
  }

  private static func half(of part: Range<Int>) -> Int { part.lowerBound + part.count / 2 }

  /// The squared distance from a segment to the nearest one, or `limit` where none is nearer.
  public func squaredDistance(to segment: Segment, below limit: Double = .infinity) -> Double {
    var query = Box()
    query.include(segment)
    var best = limit
    descend(query, 0..<segments.count, node: 0, &best) { position, best in
      best = min(best, segments[position].squaredDistance(to: segment))
    }
    return best
  }

  /// The squared distance from a point to the `count`-th nearest segment; infinite where there are
  /// fewer.
  public func squaredDistance(to point: SIMD2<Double>, rank count: Int = 1) -> Double {
    precondition(count >= 1, "rank \(count)")
    let query = Box(low: point, high: point)
    var best = Double.infinity
    if count == 1 {
      descend(query, 0..<segments.count, node: 0, &best) { position, best in
        best = min(best, segments[position].squaredDistance(to: point))
      }
      return best
    }
    // The nearest so far, ascending.
    var nearest = [Double](repeating: .infinity, count: count)
    descend(query, 0..<segments.count, node: 0, &best) { position, best in
      let square = segments[position].squaredDistance(to: point)
      guard square < best else { return }
      var place = count - 1
      while place > 0, nearest[place - 1] > square {
        nearest[place] = nearest[place - 1]
        place -= 1
      }
      nearest[place] = square
      best = nearest[count - 1]
    }
    return best
  }

  /// Puts the positions of all segments within a distance of a point, and perhaps some a rounding
  /// error farther, into a list, in no stated order.
  public func collect(
    within distance: Double, of point: SIMD2<Double>, into positions: inout [Int32]
  ) {
    positions.removeAll(keepingCapacity: true)
    var limit = distance * distance * (1 + 1e-12)
    descend(Box(low: point, high: point), 0..<segments.count, node: 0, &limit) { position, limit in
      if segments[position].squaredDistance(to: point) <= limit {
        positions.append(Int32(position))
      }
    }
  }

  /// Visits the segments of all leaves whose box is not farther than `limit`, nearer parts first.
  private func descend(
    _ query: Box, _ part: Range<Int>, node: Int, _ limit: inout Double,
    _ visit: (Int, inout Double) -> Void
  ) {
    guard part.count > Self.leaf else {
      for position in part { visit(Int(order[position]), &limit) }
      return
    }
    let half = Self.half(of: part)
    let first = boxes[2 * node + 1].squaredDistance(to: query)
    let second = boxes[2 * node + 2].squaredDistance(to: query)
    let isNearFirst = first <= second
    let (lower, upper) = (part.lowerBound..<half, half..<part.upperBound)
    let (near, far) = isNearFirst ? (lower, upper) : (upper, lower)
    let skip = isNearFirst ? 0 : 1
    if min(first, second) <= limit {
      descend(query, near, node: 2 * node + 1 + skip, &limit, visit)
    }
    if max(first, second) <= limit {
      descend(query, far, node: 2 * node + 2 - skip, &limit, visit)
    }
  }
}
