import Drawing
import Foundation

/// How colours look to people, so that tests can tell whether palettes can be told apart.
enum ColorVision: CaseIterable {
  case usual
  /// Without the cones for long waves, red.
  case protanopia
  /// Without the cones for middle waves, green.
  case deuteranopia
  /// Without the cones for short waves, blue.
  case tritanopia

  /// What someone sees of linear red, green and blue, row by row.
  ///
  /// Machado, Oliveira & Fernandes (2009), doi:10.1109/TVCG.2009.113, table 1, severity 1.0.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The colour as it is seen, in CIE L*a*b* of the illuminant D65.
  func lab(_ color: Color) -> SIMD3<Double> {
    let linear = [color.red, color.green, color.blue].map { channel -> Double in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let seen = matrix.map { row in
      min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1)
    }
    let x = 0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]
    let y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
    let z = 0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]
    func f(_ t: Double) -> Double { t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116 }
    let (fx, fy, fz) = (f(x / 0.95047), f(y), f(z / 1.08883))
    return SIMD3(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz))
  }

  /// How far two colours lie apart: ΔE of CIE 1976.
  func distance(_ a: Color, _ b: Color) -> Double {
    let difference = lab(a) - lab(b)
    return (difference * difference).sum().squareRoot()
  }

  /// The nearest two of some colours.
  func leastDistance(among colors: [Color]) -> Double {
    colors.indices.flatMap { i in
      colors.indices.filter { $0 > i }.map { distance(colors[i], colors[$0]) }
    }.min() ?? .infinity
  }
}
