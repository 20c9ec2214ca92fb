import Testing

@testable import Simulation

/// The made-up area as a whole: what it holds, and that it can be made again.
@Suite struct SimulatedAreaTests {
  static let plan = AreaPlan.standard
  /// The area of the quickstart, made once for all tests.
  static let area = SimulatedArea(plan)

  @Test func oneSeedGivesOneArea() throws {
    let plan = try AreaPlan(seed: 3, columns: 120, rows: 100)
    let (first, second) = (SimulatedArea(plan), SimulatedArea(plan))
    #expect(first.elevation == second.elevation && first.chance == second.chance)
    #expect(first.rock == second.rock && first.cover == second.cover)
    #expect(first.landslides.map(\.outline) == second.landslides.map(\.outline))
    let other = SimulatedArea(try AreaPlan(seed: 4, columns: 120, rows: 100))
    #expect(first.elevation != other.elevation)
    #expect(first.landslides.map(\.start) != other.landslides.map(\.start))
  }

  /// Nothing but exactly rounded operations is used: the bits are the same on any machine.
  @Test func theBitsAreThoseOfOtherMachines() throws {
    let area = SimulatedArea(try AreaPlan(seed: 3, columns: 120, rows: 100))
    func digest(_ words: some Sequence<UInt64>) -> UInt64 {
      words.reduce(14_695_981_039_346_656_037) { ($0 ^ $1) &* 1_099_511_628_211 }
    }
    #expect(digest(area.elevation.map { UInt64($0.bitPattern) }) == Self.elevationDigest)
    #expect(digest(area.chance.map(\.bitPattern)) == Self.chanceDigest)
  }

  static let elevationDigest: UInt64 = 12_615_175_892_720_113_126
  static let chanceDigest: UInt64 = 7_896_125_490_061_691_563

  @Test func everyClassIsThere() {
    let area = Self.area
    for rock in Rock.allCases {
      #expect(area.rock.count { $0 == rock } > area.rock.count / 20, "\(rock)")
    }
    for cover in LandCover.allCases {
      #expect(area.cover.count { $0 == cover } > area.cover.count / 50, "\(cover)")
    }
    #expect(area.stations.count == 25 && !area.faults.isEmpty && area.clouds.count == 4)
  }

  /// Steep, but nowhere a wall; and it drains: nearly every cell has a lower neighbour.
  @Test func theTerrainIsThatOfMountains() {
    let area = Self.area
    let frame = Frame(columns: 500, rows: 400, cell: 20)
    let heights = area.elevation.map { Double($0) }
    let surface = Surface(heights, on: frame)
    let mean = surface.steepness.reduce(0, +) / Double(frame.count)
    #expect((0.25...0.7).contains(mean), "\(mean)")
    #expect((surface.steepness.max() ?? 9) < 1.5)
    var pits = 0
    for row in 1..<399 {
      for column in 1..<499 {
        let cell = row * 500 + column
        var isPit = true
        frame.neighbours(of: cell) { near, _ in
          if heights[near] < heights[cell] { isPit = false }
        }
        if isPit { pits += 1 }
      }
    }
    #expect(pits < frame.count / 1000, "\(pits) cells have no lower neighbour")
    // Streams gather: some cell drains a large part of the area.
    #expect((surface.catchments.max() ?? 0) > 3e6 / 20)
  }

  @Test func landslidesAreDrawnByTheTruth() {
    let area = Self.area
    let frame = Frame(columns: 500, rows: 400, cell: 20)
    let survey = Survey(seed: 1, frame: frame)
    let mapped = (0..<frame.count).filter { survey.isMapped(frame.center(of: $0)) }
    let expected = mapped.reduce(0) { $0 + area.chance[$1] }
    let count = Double(area.landslides.count)
    // Fewer than expected, since cells of earlier landslides start none; else four deviations.
    #expect(count < expected + 4 * expected.squareRoot())
    #expect(count > 0.85 * expected - 4 * expected.squareRoot())
    #expect(area.chance.allSatisfy { $0 >= 0 && $0 < 0.2 })
    let total = area.chance.reduce(0, +)
    #expect(abs(total - 15 * 80) < 1e-6)
    for landslide in area.landslides {
      #expect(survey.isMapped(frame.center(of: landslide.start)))
    }
  }

  @Test func sizesOutsideTheLimitsAreRefused() {
    #expect(
      throws: SimulationFault.badSize(what: "columns", found: "99", expected: "100 to 2000")
    ) { try AreaPlan(columns: 99) }
    #expect(throws: SimulationFault.self) { try AreaPlan(rows: 2001) }
    #expect(throws: SimulationFault.self) { try AreaPlan(cell: 5) }
    #expect(throws: SimulationFault.self) { try AreaPlan(cell: .nan) }
  }
}
