import Testing

@testable import Simulation

/// How landslides grow, and how they are drawn.
@Suite struct LandslideTests {
  /// A plane that falls to the south.
  private let frame = Frame(columns: 40, rows: 40, cell: 20)
  private var plane: [Double] { frame.map { 1000 - 8 * Double($0 / 40) } }
  private var receivers: [Int] { frame.map { $0 < 39 * 40 ? $0 + 40 : $0 } }

  @Test(arguments: [1, 2, 7, 25, 60])
  func aLandslideGrowsDownhillAndHangsTogether(_ size: Int) {
    let start = 10 * 40 + 20
    let growth = LandslideGrowth(from: start, heights: plane, receivers: receivers, on: frame)
    let cells = growth.grow(to: size, avoiding: [Bool](repeating: false, count: frame.count))
    #expect(cells.count == size && Set(cells).count == size && cells[0] == start)
    #expect(cells.dropFirst().allSatisfy { plane[$0] < plane[start] })
    for (number, cell) in cells.enumerated().dropFirst() {
      let isBeside = cells.prefix(number).contains { other in
        abs(other - cell) == 40 || (abs(other - cell) == 1 && other / 40 == cell / 40)
      }
      #expect(isBeside)
    }
    if size == 60 {
      let rows = cells.map { $0 / 40 }
      let columns = cells.map { $0 % 40 }
      #expect((rows.max() ?? 0) - (rows.min() ?? 0) > (columns.max() ?? 0) - (columns.min() ?? 0))
    }
  }

  @Test func landslidesKeepOutOfOneAnother() {
    let area = SimulatedAreaTests.area
    let frame = Frame(columns: 500, rows: 400, cell: 20)
    #expect(area.landslides.allSatisfy { $0.cells >= 1 && $0.cells <= 60 })
    #expect(area.landslides.contains { $0.cells >= 20 })
    #expect(area.landslides.contains { $0.cells == 2 })
    #expect(area.landslides.map(\.start) == area.landslides.map(\.start).sorted())
    #expect(Set(area.landslides.map(\.start)).count == area.landslides.count)
    for landslide in area.landslides {
      let patch = Polygon(ring: landslide.outline)
      #expect(patch.contains(frame.center(of: landslide.start)))
    }
  }

  @Test func theOutlineGoesRoundEveryCentreAgainstTheClock() {
    let shapes: [[Int]] = [
      [0], [5 * 40 + 5, 5 * 40 + 6], [205, 245, 246, 286, 285],
      // A ring with a hole, which is left out.
      [410, 411, 412, 450, 452, 490, 491, 492],
      // Two cells that touch by a corner, joined by way of a third and a fourth.
      [615, 656, 655, 616, 697, 657], [39, 79, 78],
    ]
    for shape in shapes {
      let polygon = Polygon(ring: Outline(around: shape, on: frame).ring)
      #expect(polygon.ring.first == polygon.ring.last)
      #expect(polygon.signedArea > 0, "\(shape)")
      let cells = Set((0..<frame.count).filter { polygon.contains(frame.center(of: $0)) })
      #expect(cells.isSuperset(of: shape), "\(shape): \(cells.sorted())")
      #expect(cells.subtracting(shape).isSubset(of: [451]))
    }
    let one = Polygon(ring: Outline(around: [0], on: frame).ring)
    // A square of 400 m² without four corners of 5 m by 5 m, halved.
    #expect(abs(one.signedArea - 350) < 1e-9)
  }
}

/// A closed ring, south positive.
struct Polygon {
  let ring: [SIMD2<Double>]

  /// Positive where it runs against the clock on a map whose north is up.
  var signedArea: Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 - ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
  }

  func contains(_ point: SIMD2<Double>) -> Bool {
    zip(ring, ring.dropFirst()).reduce(false) { inside, side in
      let (a, b) = side
      guard (a.y > point.y) != (b.y > point.y) else { return inside }
      return point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) ? !inside : inside
    }
  }
}
