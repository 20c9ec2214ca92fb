import Numerics

/// The rain of a year: more on high ground, more in the east, and in patches.
///
///     rain = 650 mm + 0.55 mm per m · (z − lowest) + 25 mm per km · x + 60 mm · patches
struct Rainfall: Sendable {
  private let patches: NoiseField

  init(seed: UInt64) {
    patches = NoiseField("rain", seed: seed, wavelength: 5000, octaves: 2)
  }

  /// The rain of a year at a point that lies some metres above the lowest of the area, mm.
  func annual(at point: SIMD2<Double>, height: Double) -> Double {
    650 + 0.55 * height + 0.025 * point.x + 60 * patches.value(at: point)
  }

  /// Twenty-five gauges, one at a random point of each fifth by fifth of the area, which read 2 % too
  /// much or too little at most.
  static func stations(
    seed: UInt64, on frame: Frame, annual: (_ cell: Int) -> Double
  ) -> [SimulatedArea.Station] {
    var stream = RandomStream(seed: seed, name: "stations", purpose: "simulate")
    let size = SIMD2(Double(frame.columns), Double(frame.rows)) * frame.cell
    return (0..<25).compactMap { number in
      let share = SIMD2(
        (Double(number % 5) + 0.1 + 0.8 * stream.uniform()) / 5,
        (Double(number / 5) + 0.1 + 0.8 * stream.uniform()) / 5)
      let error = 1 + 0.02 * (2 * stream.uniform() - 1)
      guard let cell = frame.index(at: size * share) else { return nil }
      return SimulatedArea.Station(place: frame.center(of: cell), annualRain: annual(cell) * error)
    }
  }
}
