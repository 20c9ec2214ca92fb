import Glibc

/// How values between points are found: the mean of those near by, the nearer the heavier.
///
///     z = Σ zᵢ dᵢ⁻ᵖ / Σ dᵢ⁻ᵖ
///
/// At the very place of points it is the mean of their values.
///
/// - Source: Shepard (1968), doi:10.1145/800186.810616.
public struct InverseDistance: Sendable, Hashable {
  /// The power p, 0 or more.
  public let power: Double
  /// How many of the nearest points count; all where none is said.
  ///
  /// Of points equally far away the earlier count first.
  public let neighbours: Int?
  /// How far away a point may be to count, in coordinate units; any distance where none is said.
  public let radius: Double?

  /// Creates a rule.
  ///
  /// - Precondition: a power and radius of 0 or more, and at least one neighbour.
  public init(power: Double = 2, neighbours: Int? = nil, radius: Double? = nil) {
    precondition(power >= 0 && power.isFinite, "power \(power)")
    precondition(neighbours ?? 1 >= 1, "\(neighbours ?? 1) neighbours")
    precondition(radius ?? 0 >= 0, "radius \(radius ?? 0)")
    (self.power, self.neighbours, self.radius) = (power, neighbours, radius)
  }

  /// The value of the nearest point: of several equally near, the first.
  public static let nearest = InverseDistance(power: 0, neighbours: 1)

  /// The weight of a point from the square of (the nearest distance / its distance), 0…1.
  ///
  /// Ratios to the nearest leave the mean as it is, and neither overflow nor vanish altogether.
  @inline(__always)
  func weight(_ ratio: Double) -> Double {
    switch power {
    case 0: 1
    case 1: ratio.squareRoot()
    case 2: ratio
    case 3: ratio * ratio.squareRoot()
    case 4: ratio * ratio
    default: pow(ratio, power / 2)
    }
  }
}
