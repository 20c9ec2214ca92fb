import Glibc
import Rasters

/// Made-up hills with a rock below them, and how likely each cell fails.
///
///     ln(p / (1 − p)) = −3.5 + 0.09 · (slope − 25°) − 40 m · curvature + rock + 1.4 · unseen
///
/// where rock is 0.9 for shale, 0 for sandstone and −0.9 for limestone, and unseen is a field of long
/// waves that no layer of the study shows, as in every real area.
struct Landscape {
  /// Where the cells lie.
  let grid: Grid
  /// Elevation, metres.
  private(set) var elevation: [Float]
  /// How the surface bends, 1/m, positive where it is convex; no data at edges.
  private(set) var curvature: [Float]
  /// 1 shale, 2 sandstone, 3 limestone.
  private(set) var rock: [Float]
  /// The true probability of a landslide; no data at edges.
  private(set) var probability: [Float]

  /// Makes the area of a seed.
  init(grid: Grid, seed: UInt64) {
    self.grid = grid
    let empty = [Float](repeating: .nan, count: grid.count)
    (elevation, curvature, rock, probability) = (empty, empty, empty, empty)
    let hills = WaveField(name: "hills", seed: seed)
    let beds = WaveField(name: "rock", seed: seed)
    for cell in 0..<grid.count {
      elevation[cell] = Float(Self.height(at: place(of: cell), in: hills))
      let bed: Double = beds.value(at: place(of: cell) / 1500, 0)
      rock[cell] = bed < -0.12 ? 1 : bed < 0.15 ? 2 : 3
    }
    let unseen = WaveField(name: "unseen", seed: seed)
    for row in 1..<(grid.rows - 1) {
      for column in 1..<(grid.columns - 1) {
        fail(row * grid.columns + column, unseen)
      }
    }
  }

  /// Creases where a wave passes through zero are valleys; each octave halves in height.
  private static func height(at place: SIMD2<Double>, in hills: WaveField) -> Double {
    var height: Double = 600
    var length: Double = 2400
    for octave in 0..<5 {
      height += 0.25 * length * abs(hills.value(at: place / length, octave))
      length /= 2
    }
    return height
  }

  /// The centre of a cell in metres from the north-western corner, south positive.
  private func place(of cell: Int) -> SIMD2<Double> {
    let column = Double(cell % grid.columns)
    let row = Double(cell / grid.columns)
    return SIMD2((column + 0.5) * grid.cellWidth, (row + 0.5) * grid.cellHeight)
  }

  /// Gives an inner cell its curvature and its probability.
  private mutating func fail(_ cell: Int, _ unseen: WaveField) {
    let west = Double(elevation[cell - 1])
    let east = Double(elevation[cell + 1])
    let north = Double(elevation[cell - grid.columns])
    let south = Double(elevation[cell + grid.columns])
    let middle = Double(elevation[cell])
    let (width, height) = (grid.cellWidth, grid.cellHeight)
    let alongX: Double = (east - 2 * middle + west) / (width * width)
    let alongY: Double = (north - 2 * middle + south) / (height * height)
    let bend: Double = -(alongX + alongY)
    let p: Double = (east - west) / (2 * width)
    let q: Double = (north - south) / (2 * height)
    let steepness: Double = (p * p + q * q).squareRoot()
    let slope: Double = atan(steepness) * 180 / Double.pi
    let strength: Double = 0.9 * (2 - Double(rock[cell]))
    let hidden: Double = unseen.value(at: place(of: cell) / 1800, 0)
    let odds: Double = -3.5 + 0.09 * (slope - 25) - 40 * bend + strength + 1.4 * hidden
    curvature[cell] = Float(bend)
    probability[cell] = Float(1 / (1 + exp(-odds)))
  }
}
