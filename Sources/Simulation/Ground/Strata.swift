/// Five beds, one upon another and again from the first, tilted to the north and folded.
///
///     s = 0.28 x − 0.96 y + 420 m · folds + 1.6 z
///
/// with x to the east and y to the south; each rock has its share of a cycle of 2,900 m of s. Since
/// height counts, outcrops bend where they cross valleys.
struct Strata: Sendable {
  /// The direction to which the beds dip: east and south.
  static let dip = SIMD2(0.28, -0.96)

  private static let cycle = 2900.0
  /// Where in a cycle each rock ends, in the order of their codes.
  private static let ends = [0.24, 0.44, 0.62, 0.83, 1]

  private let folds: NoiseField

  init(seed: UInt64) {
    folds = NoiseField("folds", seed: seed, wavelength: 4200, octaves: 4, gain: 0.45)
  }

  /// How far the folds lift the beds at a point, metres.
  func lift(at point: SIMD2<Double>) -> Double { 420 * folds.value(at: point) }

  /// The rock at a point of the surface.
  func rock(at point: SIMD2<Double>, lift: Double, height: Double) -> Rock {
    let along = Self.dip.x * point.x + Self.dip.y * point.y + lift + 1.6 * height
    let turns = along / Self.cycle
    let place = turns - turns.rounded(.down)
    let bed = Self.ends.firstIndex { place < $0 } ?? Self.ends.count - 1
    return Rock(rawValue: bed + 1) ?? .tuff
  }
}
