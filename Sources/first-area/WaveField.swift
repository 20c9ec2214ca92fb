import Glibc
import Numerics

/// Smooth random numbers over the plane, about −1...1: gradient noise.
///
/// - Source: Perlin (2002), "Improving noise", doi:10.1145/566654.566636.
struct WaveField {
  private let angles: RandomStream

  init(name: String, seed: UInt64) {
    angles = RandomStream(seed: seed, name: name, purpose: "waves")
  }

  /// The number at a point, in lengths of a wave.
  func value(at point: SIMD2<Double>, _ octave: Int) -> Double {
    let corner = point.rounded(.down)
    let inside = point - corner
    let fade = inside * inside * inside * (inside * (inside * 6 - 15) + 10)
    func part(_ x: Double, _ y: Double) -> Double {
      let lattice = corner + SIMD2(x, y)
      let index = UInt32(octave) << 24 | UInt32(lattice.y) << 12 | UInt32(lattice.x)
      var stream = angles.at(index: index)
      let angle = 2 * Double.pi * stream.uniform()
      let offset = inside - SIMD2(x, y)
      return cos(angle) * offset.x + sin(angle) * offset.y
    }
    let north = part(0, 0) + fade.x * (part(1, 0) - part(0, 0))
    let south = part(0, 1) + fade.x * (part(1, 1) - part(0, 1))
    return 1.4 * (north + fade.y * (south - north))
  }
}
