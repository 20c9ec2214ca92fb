import Numerics
import Testing

@testable import Simulation

/// The parts that the terrain is made of.
@Suite struct TerrainTests {
  private let frame = Frame(columns: 30, rows: 20, cell: 20)

  /// Hills with hollows, the same each time.
  private var hills: [Double] {
    let noise = NoiseField("test", seed: 1, wavelength: 150, octaves: 3)
    return frame.map { 100 + 20 * noise.value(at: frame.center(of: $0)) }
  }

  @Test func everyCellDrainsToAnOutlet() {
    let outlets = Array(19 * 30..<20 * 30)
    let order = FloodOrder(
      over: hills, on: frame, rises: [Double](repeating: 0.01, count: frame.count),
      outlets: outlets)
    #expect(order.cells.map { Int($0) }.sorted() == Array(0..<frame.count))
    var rank = [Int](repeating: 0, count: frame.count)
    for (number, cell) in order.cells.enumerated() { rank[Int(cell)] = number }
    for cell in 0..<frame.count where order.receivers[cell] != Int32(cell) {
      #expect(rank[Int(order.receivers[cell])] < rank[cell])
    }
    let areas = order.drainedAreas(on: frame)
    let out = outlets.filter { order.receivers[$0] == Int32($0) }.reduce(0) { $0 + areas[$1] }
    #expect(abs(out - Double(frame.count) * 400) < 1e-6)
  }

  @Test func noiseHasMeanZeroAndAHeightOfOne() {
    let noise = NoiseField("test", seed: 2, wavelength: 100, octaves: 3)
    var (sum, squares) = (0.0, 0.0)
    let count = 40_000
    for index in 0..<count {
      let value = noise.value(
        at: SIMD2(Double(index % 200) * 31.7, Double(index / 200) * 29.3))
      sum += value
      squares += value * value
    }
    let mean = sum / Double(count)
    #expect(abs(mean) < 0.1)
    #expect((0.6...1.6).contains((squares / Double(count) - mean * mean).squareRoot()))
  }

  /// In equilibrium a stream's fall is U / (K √A), so that along a single line of cells, each of which
  /// drains one more, heights are known.
  @Test func aStreamReachesItsEquilibrium() {
    let strip = Frame(columns: 1, rows: 12, cell: 20)
    var land = Landform(
      frame: strip, heights: strip.map { 12 - Double($0) },
      winding: RandomStream(seed: 1, name: "test", purpose: "test"))
    let one = [Double](repeating: 1, count: 12)
    for _ in 0..<400 { land.evolve(time: 5, erodibility: one, lift: one) }
    let settled = land.heights
    land.evolve(time: 5, erodibility: one, lift: one)
    for (a, b) in zip(settled, land.heights) { #expect(abs(a - b) < 1e-6) }
    #expect(zip(settled, settled.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func faultDistancesAreThoseOfTheNearestPoint() {
    let faults = Faults(seed: 1, frame: Frame(columns: 500, rows: 400, cell: 20))
    let point = SIMD2(4321.0, 2345.0)
    var least = Double.infinity
    for line in faults.lines {
      for (a, b) in zip(line, line.dropFirst()) {
        for step in 0...1000 {
          let away = a + (b - a) * (Double(step) / 1000) - point
          least = min(least, (away * away).sum().squareRoot())
        }
      }
    }
    #expect(abs(faults.distance(to: point) - least) < 0.1)
  }
}
