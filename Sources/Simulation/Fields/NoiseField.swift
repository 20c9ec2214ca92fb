import Numerics

/// Smooth random numbers over the plane with mean 0, in several octaves: gradient noise.
///
/// Each octave has half the wavelength of the one before and `gain` of its height, and is turned
/// against it by the angle of the triangle 3, 4, 5, so that no direction of the lattices adds up.
///
/// - Source: Perlin (2002), "Improving noise", doi:10.1145/566654.566636.
struct NoiseField: Sendable {
  private static let side = 64
  private let octaves: [Octave]

  fileprivate struct Octave: Sendable {
    let frequency: Double
    let height: Double
    let offset: SIMD2<Double>
    let gradients: [SIMD2<Double>]
  }

  /// Draws a field.
  ///
  /// - Parameters:
  ///   - name: what the field is for; each name has numbers of its own.
  ///   - seed: the seed of the area.
  ///   - wavelength: of the first octave, metres.
  ///   - octaves: how many there are.
  ///   - gain: the height of an octave over that of the one before.
  init(_ name: String, seed: UInt64, wavelength: Double, octaves: Int, gain: Double = 0.5) {
    var made: [Octave] = []
    // A unit of height is about the standard deviation of all octaves together.
    var (power, height) = (0.0, 1.0)
    for _ in 0..<octaves {
      power += height * height
      height *= gain
    }
    height = 4 / power.squareRoot()
    var frequency = 1 / wavelength
    for number in 0..<octaves {
      var stream = RandomStream(
        seed: seed, name: name, purpose: "simulate", index: UInt32(number))
      let gradients = (0..<Self.side * Self.side).map { _ in unitVector(&stream) }
      let offset = SIMD2(stream.uniform(), stream.uniform()) * Double(Self.side)
      made.append(
        Octave(frequency: frequency, height: height, offset: offset, gradients: gradients))
      frequency *= 2
      height *= gain
    }
    self.octaves = made
  }

  /// The number at a point, metres; mostly within −2...2.
  func value(at point: SIMD2<Double>) -> Double {
    var (turned, sum) = (point, 0.0)
    for octave in octaves {
      sum += octave.height * octave.value(at: turned)
      turned = SIMD2(0.8 * turned.x - 0.6 * turned.y, 0.6 * turned.x + 0.8 * turned.y)
    }
    return sum
  }
}

extension NoiseField.Octave {
  fileprivate func value(at point: SIMD2<Double>) -> Double {
    let place = point * frequency + offset
    let corner = place.rounded(.down)
    let inside = place - corner
    let fade = inside * inside * inside * (inside * (inside * 6 - 15) + 10)
    let (left, top) = (Int(corner.x) & 63, Int(corner.y) & 63)
    let (right, bottom) = ((left + 1) & 63, (top + 1) & 63)
    return gradients.withUnsafeBufferPointer { gradients in
      func part(_ column: Int, _ row: Int, _ x: Double, _ y: Double) -> Double {
        let gradient = gradients[row * 64 + column]
        return gradient.x * (inside.x - x) + gradient.y * (inside.y - y)
      }
      let north =
        part(left, top, 0, 0) + fade.x * (part(right, top, 1, 0) - part(left, top, 0, 0))
      let south =
        part(left, bottom, 0, 1) + fade.x * (part(right, bottom, 1, 1) - part(left, bottom, 0, 1))
      return north + fade.y * (south - north)
    }
  }
}

/// A direction, each equally likely: a point of the unit disc, drawn until one lies within it.
func unitVector(_ stream: inout RandomStream) -> SIMD2<Double> {
  while true {
    let point = SIMD2(2 * stream.uniform() - 1, 2 * stream.uniform() - 1)
    let square = point.x * point.x + point.y * point.y
    if square <= 1, square > 0.01 { return point / square.squareRoot() }
  }
}
