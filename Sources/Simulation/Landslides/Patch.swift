import Numerics

/// An area with an irregular outline round a centre: what was surveyed, a cloud.
struct Patch {
  /// The outline, metres to the east and to the south.
  ///
  /// The last point is the first; as seen on a map it runs against the clock.
  let ring: [SIMD2<Double>]

  /// Draws a patch: a polygon of 48 corners, on an ellipse that is dented and bulged.
  ///
  /// - Parameters:
  ///   - center: metres to the east and to the south.
  ///   - radius: half its width and half its height, metres.
  ///   - roughness: how much of the radius dents take.
  ///   - name: what the patch is.
  ///   - number: which of several it is.
  ///   - seed: the seed of the area.
  init(
    center: SIMD2<Double>, radius: SIMD2<Double>, roughness: Double, name: String, number: Int,
    seed: UInt64
  ) {
    let dents = NoiseField("\(name) \(number)", seed: seed, wavelength: 1, octaves: 3)
    // 48 directions by turning one step again and again: sine and cosine of 7.5 degrees.
    let (cosine, sine) = (0.9914448613738104, 0.13052619222005157)
    var direction = SIMD2(1.0, 0.0)
    var points: [SIMD2<Double>] = []
    for _ in 0..<48 {
      let dent = 1 + roughness * dents.value(at: direction)
      points.append(center + radius * direction * min(max(dent, 0.4), 1.6))
      // Against the clock: south is positive.
      direction = SIMD2(
        direction.x * cosine + direction.y * sine, direction.y * cosine - direction.x * sine)
    }
    ring = points + points.prefix(1)
  }

  /// Whether a point lies inside, by the number of sides to the east of it.
  func contains(_ point: SIMD2<Double>) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if x > point.x { isInside.toggle() }
    }
    return isInside
  }
}
