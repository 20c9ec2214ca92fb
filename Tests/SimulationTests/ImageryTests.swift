import Testing

@testable import Simulation

/// The images from before and after the landslides.
@Suite struct ImageryTests {
  private static let area = SimulatedArea(
    (try? AreaPlan(seed: 1, columns: 200, rows: 160, hasImages: true)) ?? .standard)

  /// The vegetation index of a cell.
  private func ndvi(_ bands: [[Float]], _ cell: Int) -> Float {
    (bands[2][cell] - bands[1][cell]) / (bands[2][cell] + bands[1][cell])
  }

  @Test func nothingElseChangesByThem() throws {
    let without = SimulatedArea(try AreaPlan(seed: 1, columns: 200, rows: 160))
    let area = Self.area
    #expect(without.imagery == nil)
    #expect(without.elevation == area.elevation && without.chance == area.chance)
    #expect(without.landslides.map(\.outline) == area.landslides.map(\.outline))
  }

  @Test func reflectancesAreThoseOfLandAndCloudsHaveNone() throws {
    let images = try #require(Self.area.imagery)
    for band in images.before + images.after {
      #expect(band.count == 200 * 160)
      #expect(band.allSatisfy { $0.isNaN || (0.001...0.9).contains($0) })
    }
    #expect(images.before.joined().allSatisfy { !$0.isNaN })
    let hidden = images.after[0].map(\.isNaN)
    #expect((100...8000).contains(hidden.count { $0 }))
    // The same cells in every band.
    for band in images.after { #expect(band.map(\.isNaN) == hidden) }
  }

  @Test func aLandslideTakesThePlantsAndIsNotAloneInThat() throws {
    let images = try #require(Self.area.imagery)
    let starts = Set(Self.area.landslides.map(\.start))
    var (slid, other) = ([Float](), [Float]())
    for cell in 0..<200 * 160 where !images.after[0][cell].isNaN {
      let change = ndvi(images.after, cell) - ndvi(images.before, cell)
      if starts.contains(cell) { slid.append(change) } else { other.append(change) }
    }
    #expect(slid.count > 50)
    #expect(slid.sorted()[slid.count / 2] < -0.2)
    #expect(abs(other.sorted()[other.count / 2]) < 0.05)
    // Where fields were harvested the index falls as far, and more such cells have no landslide than one.
    #expect(other.count { $0 < -0.4 } > slid.count)
  }

  @Test func oneSeedGivesOneImage() throws {
    let plan = try AreaPlan(seed: 2, columns: 120, rows: 100, hasImages: true)
    let (first, second) = (SimulatedArea(plan).imagery, SimulatedArea(plan).imagery)
    #expect(first?.before == second?.before)
    #expect(
      first?.after.map { $0.map(\.bitPattern) } == second?.after.map { $0.map(\.bitPattern) })
  }
}
