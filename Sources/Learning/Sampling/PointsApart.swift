/// Points of which no two are nearer to each other than a distance.
public struct PointsApart: Sendable {
  private let distance: Double
  private var squares: [SIMD2<Int>: [SIMD2<Double>]] = [:]
  /// How many points there are.
  public private(set) var count = 0

  /// Creates a set without points.
  ///
  /// - Parameter distance: the least distance, in coordinate units; above 0.
  public init(by distance: Double) {
    precondition(distance > 0, "points \(distance) apart")
    self.distance = distance
  }

  /// Whether a point is nearer to one of the set than the distance.
  public func isNear(_ point: SIMD2<Double>) -> Bool {
    let own = square(of: point)
    for x in -1...1 {
      for y in -1...1 {
        for other in squares[SIMD2(own.x + x, own.y + y)] ?? [] {
          let gap = point - other
          if (gap * gap).sum() < distance * distance { return true }
        }
      }
    }
    return false
  }

  /// Adds a point if it keeps the distance; tells whether it does.
  public mutating func insert(_ point: SIMD2<Double>) -> Bool {
    if isNear(point) { return false }
    squares[square(of: point), default: []].append(point)
    count += 1
    return true
  }

  /// The square, as wide as the distance, in which a point lies.
  private func square(of point: SIMD2<Double>) -> SIMD2<Int> {
    func index(_ value: Double) -> Int {
      Int(max(-0x1p52, min((value / distance).rounded(.down), 0x1p52)))
    }
    return SIMD2(index(point.x), index(point.y))
  }
}
