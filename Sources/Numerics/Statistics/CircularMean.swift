import Glibc

/// The mean of directions, for which 1 and 359 degrees are near.
///
///     C = Σ cos x / n,  S = Σ sin x / n,  mean = atan2(S, C),  R = √(C² + S²),  s = √(−2 ln R)
///
/// - Source: Mardia & Jupp (1999), Directional Statistics, sections 2.2 and 2.3,
///   doi:10.1002/9780470316979.
public struct CircularMean: Sendable, Equatable {
  private var cosines = CompensatedSum()
  private var sines = CompensatedSum()
  /// How many directions were added.
  public private(set) var count = 0

  /// Begins with no directions.
  public init() {}

  /// Adds a direction, in radians.
  public mutating func add(_ angle: Double) {
    cosines.add(cos(angle))
    sines.add(sin(angle))
    count += 1
  }

  /// Adds the directions of another mean.
  public mutating func add(_ other: CircularMean) {
    cosines.add(other.cosines.value)
    sines.add(other.sines.value)
    count += other.count
  }

  /// The mean direction, 0..<2π; not a number where directions cancel out or there are none.
  public var direction: Double {
    guard count > 0, resultant > 1e-12 else { return .nan }
    let angle = atan2(sines.value, cosines.value)
    return angle < 0 ? angle + 2 * .pi : angle
  }

  /// How alike the directions are: 1 for all the same, 0 where they cancel out.
  public var resultant: Double {
    guard count > 0 else { return .nan }
    return min(1, hypot(cosines.value, sines.value) / Double(count))
  }

  /// The circular standard deviation, in radians.
  public var deviation: Double { (-2 * log(resultant)).squareRoot() }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (a: CircularMean, b: CircularMean) -> Bool {
    a.count == b.count && a.cosines.value == b.cosines.value && a.sines.value == b.sines.value
  }
}
