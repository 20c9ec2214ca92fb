import Numerics

/// Where landslides were looked for, and where clouds hid the ground.
struct Survey {
  /// What was surveyed.
  let surveyed: Patch
  /// The clouds above it.
  let clouds: [Patch]

  /// Draws the survey of an area.
  init(seed: UInt64, frame: Frame) {
    let size = SIMD2(Double(frame.columns), Double(frame.rows)) * frame.cell
    surveyed = Patch(
      center: size / 2, radius: size * SIMD2(0.47, 0.46), roughness: 0.05, name: "survey",
      number: 0, seed: seed)
    var stream = RandomStream(seed: seed, name: "clouds", purpose: "simulate")
    clouds = (0..<4).map { number in
      let share = SIMD2(0.15 + 0.7 * stream.uniform(), 0.15 + 0.7 * stream.uniform())
      let width = (0.05 + 0.05 * stream.uniform()) * size.x
      return Patch(
        center: size * share, radius: SIMD2(width, 0.6 * width), roughness: 0.2, name: "cloud",
        number: number, seed: seed)
    }
  }

  /// Whether a landslide at a point was seen.
  func isMapped(_ point: SIMD2<Double>) -> Bool {
    surveyed.contains(point) && !clouds.contains { $0.contains(point) }
  }
}
